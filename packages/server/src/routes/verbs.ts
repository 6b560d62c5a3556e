/** Every verb of the desk. One verb, one file, one page in docs/actions, one test. */
import { showDossier } from './case/dossier.ts'
import { showHistory } from './case/history.ts'
import { listCases } from './case/list.ts'
import { openCaseRoute } from './case/open.ts'
import { downloadOptionsPaper } from './case/options-paper.ts'
import { showDoctrine } from './doctrine/show.ts'
import { showHealth } from './health/show.ts'
import { cancelImport } from './import/cancel.ts'
import { showImport } from './import/show.ts'
import { listListings } from './listing/list.ts'
import { showSession } from './session/show.ts'
import { signIn } from './session/sign-in.ts'
import { signOut } from './session/sign-out.ts'
import { addStatementRoute } from './statement/add.ts'
import { showStatement } from './statement/show.ts'
import type { Verb } from './verb.ts'

/** All but `import.start`, which needs a scope of its own (`import/start.ts`). */
export const VERBS: readonly Verb[] = [
  showHealth,
  signIn,
  showSession,
  signOut,
  showDoctrine,
  listListings,
  listCases,
  openCaseRoute,
  showDossier,
  showHistory,
  downloadOptionsPaper,
  addStatementRoute,
  showStatement,
  showImport,
  cancelImport,
]
