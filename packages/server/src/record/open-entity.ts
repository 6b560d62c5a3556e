/**
 * Opens a case, or a record of the portfolio: its first statement, under an address made from its name.
 *
 * Rules: REC-04 it has exactly one name in its first statement; REC-05 its address is new. The address ends in
 * random characters, always: so entities of one name never become one, not even when they are opened at the same moment,
 * and no address tells whether there is a namesake that its author may not see. What else is checked stands in
 * `check-statement.ts`.
 */
import { faultOf, type newCaseSchema, refusalOf } from '@demarche/api'
import { dayInBrussels, inWords, type Statement, type Vocabulary } from '@demarche/core'
import type { Reader } from '@demarche/store'
import type { z } from 'zod'
import type { Office } from '../office.ts'
import { checkEvidence } from './check-evidence.ts'
import { checkAssertions, checkPlaces, checkReferences, checkSourceDate } from './check-statement.ts'
import { record } from './add-statement.ts'

/** @throws DemarcheError value-refused, classified-content; nothing is recorded then */
export async function openEntity(
  office: Office,
  reader: Reader,
  vocabulary: Vocabulary,
  input: z.output<typeof newCaseSchema>,
  /** what else is checked or made ready, once each value is known to fit; told the address */
  before: (entity: string) => Promise<void> | void = () => undefined,
): Promise<Statement> {
  checkAssertions(vocabulary, input)
  checkPlaces(vocabulary, input, office.doctrine.countryGroups ?? [])
  checkSourceDate(input.source, dayInBrussels(office.clock().toISOString()))
  checkReferences(input, [])
  await checkEvidence(office.store, reader, input)
  const names = input.assertions.filter(({ property }) => property === 'name')
  const name = names[0]?.value
  if (names.length !== 1 || typeof name !== 'string') {
    const words = inWords('needs-one-name', { count: names.length })
    throw refusalOf('value-refused', faultOf('/assertions', words, 'REC-04'))
  }
  const { kind } = vocabulary
  const entity = `${kind}:${slugOf(name, kind)}-${office.newSuffix()}`
  await before(entity)
  return record(office, reader, entity, input)
}

/** Lower-case letters and digits with hyphens, at most 80; the other word when the name has none. @example slugOf('Viasat KA-SAT', 'case') // 'viasat-ka-sat' */
export function slugOf(name: string, otherwise: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replaceAll(/^-+|-+$/g, '')
  return slug === '' ? otherwise : slug
}
