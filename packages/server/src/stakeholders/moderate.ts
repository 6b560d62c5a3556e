/**
 * Moderation: a submission is accepted, and published as its author agreed, or set aside with the reason.
 *
 * What is published is marked anew for everybody, where the consultation is; what is not stays as strict as it is, and what is
 * set aside afterwards goes back to the desk's own party. Whoever reads the text reads what was decided on it: to everybody else
 * it would seem to wait. The reason stays with the desk and its author. All in one act, or nothing.
 *
 * Rule: docs/rules/stakeholders.md, STK-07. Next door: `receive-submission.ts`; `../access/mark-anew.ts`.
 */
import { faultOf, type ModerationAnswer, type moderationSchema, refusalOf } from '@demarche/api'
import {
  type Consent,
  dayInBrussels,
  type DraftStatement,
  effectiveMarking,
  highestMarking,
  inWords,
  type Marking,
  markingKey,
  mayLower,
  type PortfolioRecord,
  PUBLIC,
  readRecord,
  readSubmission,
  standingAssertions,
  type Statement,
  wordsIn,
} from '@demarche/core'
import type { Reader } from '@demarche/store'
import type { z } from 'zod'
import { notOnRecord } from '../not-on-record.ts'
import { draftRemarking } from '../access/mark-anew.ts'
import type { Office } from '../office.ts'
import { refuseClassified } from '../record/check-statement.ts'
import { EVERYBODY } from './readers.ts'
import { waitingMarking } from './receive-submission.ts'

const DECISION = ['moderation', 'reason']
const SENDER = ['from', 'country']

/** Refuses whoever may not let more people read what the desk has put on record. @throws DemarcheError not-allowed */
export function refuseUnlessModerator(reader: Reader, party: string): void {
  if (mayLower(reader, party)) return
  const words = inWords('moderators-only', { owner: party, role: reader.role, party: reader.party })
  throw refusalOf('not-allowed', faultOf('/', words, 'STK-07'))
}

/**
 * @param party the party whose desk this is
 * @throws DemarcheError not-found, not-allowed, act-refused (withdrawn), value-refused, classified-content; nothing is recorded then
 */
export async function moderate(
  office: Office,
  party: string,
  reader: Reader,
  entity: string,
  { decision, reason }: z.output<typeof moderationSchema>,
): Promise<ModerationAnswer> {
  const ledger = office.store.as(reader)
  return office.inTurn(entity, async () => {
    const statements = await ledger.statements(entity)
    if (statements.length === 0) throw notOnRecord(entity)
    refuseUnlessModerator(reader, party)
    refuseClassified({ reason })
    const at = office.clock().toISOString()
    const kind = office.portfolio.kind('submission')
    const record = readRecord({ kind, entity, statements, asOf: dayInBrussels(at) })
    const { state, consent } = readSubmission(record)
    if (state === 'withdrawn')
      throw refusalOf('act-refused', faultOf('/', inWords('withdrawn-by-author'), 'STK-06'))
    const waiting = waitingMarking(party, office.ceiling)
    const isPublished = decision === 'accepted' && (await isForEverybody(office, record))
    const standing = standingIn(statements)
    const closed = (statement: Statement): Marking => highestMarking([waiting, effectiveMarking(statement)])
    const after = standing.map(({ statement, properties }) => {
      const wanted =
        statement.assertedBy === party
          ? markingFor(properties, isPublished ? consent : undefined, closed(statement))
          : null
      return { statement, properties, marking: wanted ?? effectiveMarking(statement), isNew: wanted !== null }
    })
    const texts = after.filter(({ properties }) => properties.includes('text'))
    const before = standing.filter(({ properties }) => properties.some((one) => DECISION.includes(one)))
    const draftOf = (parts: Pick<DraftStatement, 'assertions' | 'marking'> & Partial<DraftStatement>) => ({
      entity,
      kind: 'submission',
      source: { document: 'Moderation at this desk', party, verified: true },
      grading: { reliability: 'A' as const, credibility: '1' as const },
      assertedBy: party,
      assertedAt: at,
      ...(reader.person.startsWith('person:') ? { recordedBy: reader.person } : {}),
      ...parts,
    })
    const moderation = { property: 'moderation', value: decision }
    const why = reason === undefined ? [] : [{ property: 'reason', value: reason }]
    const decided = draftOf({
      assertions: [moderation],
      marking: highestMarking(texts.map((one) => one.marking)),
    })
    const own = highestMarking([
      waiting,
      ...[...texts, ...before].map(({ statement }) => effectiveMarking(statement)),
    ])
    const takenBack = draftOf({
      assertions: [],
      marking: own,
      retracts: before.flatMap(({ statement, properties }) =>
        properties
          .filter((one) => DECISION.includes(one))
          .map((property) => ({ statement: statement.id, property })),
      ),
      reason: 'Decided anew.',
    })
    const says = decision === 'accepted' ? 'Published as its author agreed.' : (reason ?? '')
    const anew = [
      ...after.filter(({ isNew }) => isNew),
      // what was decided until then is history of the desk
      ...before
        .filter(({ statement }) => statement.assertedBy === party)
        .map(({ statement }) => ({ statement, marking: closed(statement) })),
    ].flatMap(({ statement, marking }): DraftStatement[] =>
      markingKey(marking) === markingKey(statement.marking)
        ? []
        : [draftRemarking(reader, statement, marking, says, at)],
    )
    await ledger.append(
      [
        ...(before.length === 0 ? [] : [takenBack]),
        decided,
        ...(why.length === 0 ? [] : [draftOf({ assertions: why, marking: own })]),
        ...anew,
      ],
      { mustStand: true },
    )
    return { state: decision }
  })
}

/** Whether everybody may read the consultation that it answers: of another one a published answer would tell. */
async function isForEverybody(
  { store }: Pick<Office, 'store'>,
  record: Pick<PortfolioRecord, 'facts'>,
): Promise<boolean> {
  const abouts = wordsIn(record, 'consultation')
  const seen = new Set((await store.as(EVERYBODY).statementsOf(abouts)).map(({ entity }) => entity))
  return abouts.every((about) => seen.has(about))
}

/**
 * The marking that follows for what says so much; null for what keeps the one it has.
 * @param consent undefined for what is not to be published
 * @param closed the marking of what is not published
 */
function markingFor(
  properties: readonly string[],
  consent: Consent | undefined,
  closed: Marking,
): Marking | null {
  const names = properties.some((one) => SENDER.includes(one))
  const speaks = properties.includes('text')
  if (!names && !speaks) return null
  if (consent === 'named') return PUBLIC
  if (consent !== 'unnamed') return closed
  if (names && speaks)
    throw refusalOf('value-refused', faultOf('/', inWords('name-and-text-together'), 'STK-07'))
  return speaks ? PUBLIC : closed
}

/** The statements of the submission with the properties of which they still say something. */
export function standingIn(
  statements: readonly Statement[],
): readonly { readonly statement: Statement; readonly properties: readonly string[] }[] {
  const byStatement = Map.groupBy(standingAssertions(statements), ({ statement }) => statement.id)
  return statements.flatMap((statement) => {
    const said = byStatement.get(statement.id)
    return said ? [{ statement, properties: said.map(({ assertion }) => assertion.property) }] : []
  })
}
