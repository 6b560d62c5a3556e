/**
 * Moderation: a submission is accepted, and published as its author agreed, or set aside with the reason.
 *
 * What is published is marked anew for everybody; what is set aside afterwards goes back to the desk's own party. The decision
 * itself stays with that party. All in one act, or nothing.
 *
 * Rule: docs/rules/stakeholders.md, STK-07. Next door: `receive-submission.ts`; `../access/mark-anew.ts`.
 */
import { DemarcheError, type ModerationAnswer, type moderationSchema } from '@demarche/api'
import {
  type Consent,
  dayInBrussels,
  type DraftStatement,
  highestMarking,
  type Marking,
  markingKey,
  mayLower,
  PUBLIC,
  readRecord,
  readSubmission,
  standingAssertions,
  type Statement,
} from '@demarche/core'
import type { Reader } from '@demarche/store'
import type { z } from 'zod'
import { draftRemarking } from '../access/mark-anew.ts'
import type { Office } from '../office.ts'
import { refuseClassified } from '../record/check-statement.ts'
import { waitingMarking } from './receive-submission.ts'

const DECISION = ['moderation', 'reason']
const SENDER = ['from', 'country']

/** Refuses whoever may not let more people read what the desk has put on record. @throws DemarcheError not-allowed */
export function refuseUnlessModerator(reader: Reader, party: string, what: string): void {
  if (mayLower(reader, party)) return
  throw new DemarcheError(
    'not-allowed',
    `${what} is for a desk officer, chair or legal adviser of ${party}; you act as ${reader.role} for ${reader.party}. Rule STK-07.`,
  )
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
    if (statements.length === 0)
      throw new DemarcheError('not-found', `No submission ${entity} that you may see is on record here.`)
    refuseUnlessModerator(reader, party, 'Moderation')
    refuseClassified({ reason })
    const at = office.clock().toISOString()
    const kind = office.portfolio.kind('submission')
    const { state, consent } = readSubmission(
      readRecord({ kind, entity, statements, asOf: dayInBrussels(at) }),
    )
    if (state === 'withdrawn')
      throw new DemarcheError('act-refused', 'Its author has withdrawn it. Rule STK-06.')
    const waiting = waitingMarking(party, office.ceiling)
    const standing = standingIn(statements)
    const before = standing.filter(({ properties }) => properties.some((one) => DECISION.includes(one)))
    const decided: DraftStatement = {
      entity,
      kind: 'submission',
      assertions: [
        { property: 'moderation', value: decision },
        ...(reason === undefined ? [] : [{ property: 'reason', value: reason }]),
      ],
      source: { document: 'Moderation at this desk', party, verified: true },
      grading: { reliability: 'A', credibility: '1' },
      marking: highestMarking([waiting, ...before.map(({ statement }) => statement.marking)]),
      assertedBy: party,
      assertedAt: at,
      ...(before.length === 0
        ? {}
        : {
            supersedes: before.flatMap(({ statement, properties }) =>
              properties
                .filter((one) => DECISION.includes(one))
                .map((property) => ({ statement: statement.id, property })),
            ),
            reason: reason ?? 'Accepted after all.',
          }),
      ...(reader.person.startsWith('person:') ? { recordedBy: reader.person } : {}),
    }
    const anew = standing.flatMap(({ statement, properties }): DraftStatement[] => {
      if (statement.assertedBy !== party) return []
      const wanted = markingFor(properties, decision === 'accepted' ? consent : undefined, waiting)
      if (!wanted || markingKey(wanted) === markingKey(statement.marking)) return []
      const why = decision === 'accepted' ? 'Published as its author agreed.' : (reason ?? '')
      return [draftRemarking(reader, statement, wanted, why, at)]
    })
    await ledger.append([decided, ...anew], { mustStand: true })
    return { state: decision }
  })
}

/**
 * The marking that follows for what says so much; null for what keeps the one it has.
 * @param consent undefined for what is not to be published
 */
function markingFor(
  properties: readonly string[],
  consent: Consent | undefined,
  waiting: Marking,
): Marking | null {
  const names = properties.some((one) => SENDER.includes(one))
  const speaks = properties.includes('text')
  if (!names && !speaks) return null
  if (consent === 'named') return PUBLIC
  if (consent !== 'unnamed') return waiting
  if (names && speaks)
    throw new DemarcheError(
      'value-refused',
      'Nothing was recorded: name and text stand in one statement, so the text cannot be published without the name; put them on record apart. (rule STK-07)',
    )
  return speaks ? PUBLIC : waiting
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
