/** What stands between the parts of a row in the language of the desk; a colon after a name is the text `mark.colon`. */
import { semicolonOf } from '@demarche/core/kernel/language.ts'
import { deskLanguage } from './place-name.ts'

/** @example names.join(semicolon()) // 'one; two', in French with a space before the mark that does not break */
export function semicolon(): string {
  return semicolonOf(deskLanguage())
}
