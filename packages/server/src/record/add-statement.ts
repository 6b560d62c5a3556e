/**
 * Puts one statement about an existing case or record on record: an addition, a correction or a withdrawal.
 *
 * Everything is checked before anything is written; a refusal leaves the ledger as it was.
 * Next door: `check-statement.ts` for the checks, `open-entity.ts` for the first statement.
 */
import { faultOf, refusalOf, type statementInputSchema } from '@demarche/api'
import {
  dayInBrussels,
  type DraftStatement,
  inWords,
  kindOfEntity,
  type Statement,
  type Vocabulary,
} from '@demarche/core'
import type { Reader } from '@demarche/store'
import type { z } from 'zod'
import { notOnRecord } from '../not-on-record.ts'
import type { Office } from '../office.ts'
import { checkMarking } from './check-marking.ts'
import { checkEvidence } from './check-evidence.ts'
import { checkAssertions, checkPlaces, checkReferences, checkSourceDate } from './check-statement.ts'

type StatementInput = z.output<typeof statementInputSchema>

/** @throws DemarcheError not-found, value-refused, classified-content, already-exists, stale-write; nothing is recorded then */
export async function addStatement(
  office: Office,
  reader: Reader,
  vocabulary: Vocabulary,
  entity: string,
  input: StatementInput,
  /** what else is checked against what is on record for the reader */
  check: (onRecord: readonly Statement[]) => void = () => undefined,
): Promise<Statement> {
  const onRecord = await office.store.as(reader).statements(entity)
  if (onRecord.length === 0) throw notOnRecord(entity)
  checkAssertions(vocabulary, input)
  checkPlaces(vocabulary, input, office.doctrine.countryGroups ?? [])
  checkSourceDate(input.source, dayInBrussels(office.clock().toISOString()))
  checkReferences(input, onRecord)
  checkMarking(reader, input, onRecord)
  await checkEvidence(office.store, reader, input)
  check(onRecord)
  return record(office, reader, entity, input)
}

/** Appends a checked statement under the reader's party and the present instant. */
export async function record(
  { store, clock }: Office,
  reader: Reader,
  entity: string,
  input: StatementInput,
): Promise<Statement> {
  const draft: DraftStatement = {
    entity,
    kind: kindOfEntity(entity),
    assertions: input.assertions,
    source: input.source,
    grading: input.grading,
    ...(input.confidence === undefined ? {} : { confidence: input.confidence }),
    marking: input.marking,
    assertedBy: reader.party,
    ...(reader.person.startsWith('person:') ? { recordedBy: reader.person } : {}),
    assertedAt: clock().toISOString(),
    ...(input.supersedes === undefined ? {} : { supersedes: input.supersedes }),
    ...(input.retracts === undefined ? {} : { retracts: input.retracts }),
    ...(input.reason === undefined ? {} : { reason: input.reason }),
  }
  const { statements } = await store.as(reader).append([draft], { mustStand: true })
  const [statement] = statements
  if (!statement) {
    throw refusalOf('already-exists', faultOf('/', inWords('same-statement')))
  }
  return statement
}
