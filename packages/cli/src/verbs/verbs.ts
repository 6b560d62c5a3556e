/** Every verb of the shell, in the order of the help. */
import { archiveVerb } from './archive.ts'
import { assessVerb } from './assess.ts'
import { backtestVerb } from './backtest.ts'
import { backupVerb } from './backup.ts'
import { changeSecretVerb } from './change-secret.ts'
import { doctrineVerb } from './doctrine.ts'
import { dossierVerb } from './dossier.ts'
import { drillVerb } from './drill.ts'
import { eraseVerb } from './erase.ts'
import { exportVerb } from './export.ts'
import { importVerb } from './import.ts'
import { listVerb } from './list.ts'
import { optionsVerb } from './options.ts'
import { rekeyVerb } from './rekey.ts'
import { restoreVerb } from './restore.ts'
import type { Verb } from './verb.ts'
import { verifyVerb } from './verify.ts'

export const VERBS: readonly Verb[] = [
  importVerb,
  listVerb,
  assessVerb,
  optionsVerb,
  dossierVerb,
  backtestVerb,
  doctrineVerb,
  verifyVerb,
  backupVerb,
  restoreVerb,
  drillVerb,
  rekeyVerb,
  changeSecretVerb,
  exportVerb,
  archiveVerb,
  eraseVerb,
]
