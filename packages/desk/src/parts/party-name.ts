/**
 * What parties are called on screen.
 *
 * In: doctrine, the code of a party. Out: its name, e.g. `Estonia`; the desk of one office, which acts for no party that
 * doctrine knows, has a name of its own.
 */
import { isCountryCode } from '@demarche/core/kernel/country-code.ts'
import { OWN_DESK } from '@demarche/core/kernel/reader.ts'
import type { Doctrine } from '@demarche/core'
import { useDoctrine } from '../api/queries.ts'
import { SHIPPED } from './language-on-record.ts'
import { placeName } from './place-name.ts'
import { type Say, useText } from '../texts.ts'

/** The name of a party, e.g. `Estonia`: of a State by its code, of others from doctrine; the code where there is none. */
export function partyName(doctrine: Pick<Doctrine, 'parties'> | undefined, code: string): string {
  if (isCountryCode(code)) return placeName(code)
  return doctrine?.parties?.find((one) => one.code === code)?.label ?? code
}

/** The name of whoever puts things on record, parties that doctrine does not know among them. */
export function partyInWords(doctrine: Pick<Doctrine, 'parties'> | undefined, code: string, t: Say): string {
  if (code === OWN_DESK) return t('party.desk')
  return code === SHIPPED ? t('party.shipped') : partyName(doctrine, code)
}

/** The code of a party as a marking has it; the desk of one office, which has no code that others know, by its name. */
export function partyInMarking(code: string, t: Say): string {
  return code === OWN_DESK ? t('marking.ownDesk') : code
}

/** Names parties for people outside of a procedure. */
export function usePartyName(): (code: string) => string {
  const t = useText()
  const { data: doctrine } = useDoctrine()
  return (code) => partyInWords(doctrine, code, t)
}
