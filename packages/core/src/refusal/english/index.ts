/** Every refusal that can be said in the language of the reader: its code and its English sentence. */
import { ACCOUNT } from './account.ts'
import { ARCHIVE } from './archive.ts'
import { DESK } from './desk.ts'
import { FILE } from './file.ts'
import { FORM } from './form.ts'
import { IATI_RULES } from './iati-rules.ts'
import { LINE } from './line.ts'
import { PROCEDURE } from './procedure.ts'
import { RECORD } from './record.ts'
import { REPORT } from './report.ts'
import { WORK } from './work.ts'

export const ENGLISH = {
  ...PROCEDURE,
  ...FORM,
  ...RECORD,
  ...ACCOUNT,
  ...WORK,
  ...FILE,
  ...LINE,
  ...IATI_RULES,
  ...ARCHIVE,
  ...REPORT,
  ...DESK,
} as const
