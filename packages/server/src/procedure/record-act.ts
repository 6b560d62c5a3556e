/**
 * Puts one act of a procedure on record, if the rules of the procedure let it happen now.
 *
 * Everything is checked before anything is written; a refusal leaves the ledger as it was. What rests on the whole of the
 * procedure (an adoption, a decision on the text) is refused when something was recorded since the person looked;
 * positions, comments and amendments stand on their own and are taken, but each once: the same words of the same person,
 * resting on what that person saw before the first of them, are the same act (PRC-32).
 *
 * Rules: docs/rules/procedure.md; EVI-04 before a listing. Next door: `draft-act.ts`, `procedure-desk.ts`.
 */
import { DemarcheError, type Fault, faultOf, refusalOf } from '@demarche/api'
import {
  type Act,
  type ActVerb,
  canonicalJson,
  dayInBrussels,
  inWords,
  readProcedure,
  type RecordedAct,
  recordedActs,
  type Refusal,
  type Statement,
  weighAct,
} from '@demarche/core'
import { checkListingEvidence } from '../evidence/listing-gate.ts'
import { notOnRecord } from '../not-on-record.ts'
import type { Office } from '../office.ts'
import { refuseClassified } from '../record/check-statement.ts'
import { readerOf, type Session } from '../session/session.ts'
import { actorOf } from './actor.ts'
import { draftAct } from './draft-act.ts'

/** Verbs that stand on their own whatever others did meanwhile; all others rest on what the person saw. */
const STAND_ALONE: readonly ActVerb[] = [
  'state-position',
  'lift-position',
  'invoke-brake',
  'withdraw-brake',
  'break-silence',
  'comment-on-silence',
  'amend',
  'circulate',
]

/** How often an act is weighed anew because another process recorded one in between. */
const MOST_TRIES = 8

/**
 * @param follows id of the last act that the person saw
 * @throws DemarcheError not-found, already-exists, stale-write, act-refused, classified-content; nothing is recorded then
 */
export async function recordAct(
  office: Office,
  session: Session,
  entity: string,
  act: Act,
  follows: string,
): Promise<Statement> {
  return office.inTurn(entity, () => recordNow(office, session, entity, act, follows, MOST_TRIES))
}

async function recordNow(
  office: Office,
  session: Session,
  entity: string,
  act: Act,
  follows: string,
  tries: number,
): Promise<Statement> {
  const { doctrine, clock, store } = office
  const ledger = store.as(readerOf(session))
  const onRecord = await ledger.statements(entity)
  const acts = recordedActs(onRecord)
  const [first] = onRecord
  const head = acts.at(-1)
  const at = after(clock(), head?.at)
  const procedure = readProcedure(doctrine, acts, at.toISOString())
  if (!first || !procedure || !head) {
    throw notOnRecord(entity)
  }
  refuseClassified(act)
  refuseAgain(act, session.person, acts, follows)
  refuseStale(act.verb, acts, follows)
  const actor = actorOf(doctrine, session, dayInBrussels(at.toISOString()))
  const weighed = weighAct(doctrine, procedure, act, actor, at.toISOString())
  if (!weighed.allowed) {
    throw new DemarcheError('act-refused', `${weighed.reason} Nothing was recorded.`, [
      faultIn(weighed, weighed.field === undefined ? '/act' : `/act/${weighed.field}`),
    ])
  }
  if (act.verb === 'propose' && act.listed)
    await checkListingEvidence(office.evidence, readerOf(session), {
      entity: procedure.case,
      measure: procedure.measure,
    })
  const draft = draftAct({
    entity,
    act,
    party: session.party,
    person: session.person,
    role: session.role,
    at,
    marking: first.marking,
    follows: head.statement,
  })
  try {
    const { statements } = await ledger.append([draft], { follows: { entity, statement: head.statement } })
    const [statement] = statements
    if (!statement) throw refusalOf('already-exists', faultOf('/', inWords('same-act-on-record')))
    return statement
  } catch (error) {
    // another server process was faster: what it recorded is weighed first
    if (error instanceof DemarcheError && error.code === 'stale-write' && tries > 1)
      return recordNow(office, session, entity, act, follows, tries - 1)
    throw error
  }
}

function actsSince(acts: readonly RecordedAct[], follows: string): readonly RecordedAct[] {
  return acts.slice(acts.findIndex(({ statement }) => statement === follows) + 1)
}

/** What the rules of the procedure say against an act, with its place. */
export function faultIn({ reason, rule, words }: Refusal, place: string): Fault {
  return { place, message: reason, rule, ...(words && { words }) }
}

/** PRC-32: a form that is sent twice records one act. */
function refuseAgain(act: Act, person: string, acts: readonly RecordedAct[], follows: string): void {
  const words = canonicalJson(act)
  const twin = actsSince(acts, follows).find(
    (one) => one.person === person && canonicalJson(one.act) === words,
  )
  if (!twin) return
  throw refusalOf('already-exists', faultOf(twin.statement, inWords('act-recorded-already'), 'PRC-32'))
}

function refuseStale(verb: ActVerb, acts: readonly RecordedAct[], follows: string): void {
  const seen = acts.some(({ statement }) => statement === follows)
  const since = actsSince(acts, follows)
  if (since.length === 0 || (seen && STAND_ALONE.includes(verb))) return
  throw new DemarcheError(
    'stale-write',
    `The procedure went on since you looked (${since.length} ${since.length === 1 ? 'act' : 'acts'}). Look at what was recorded, then decide again. Nothing of yours was recorded.`,
    since.map(({ statement, act, party, at }) => ({
      place: statement,
      message: `${act.verb} by ${party} at ${at}`,
      rule: 'LED-19',
      words: inWords('act-since', { party, now: at }),
    })),
  )
}

/** The instant, but later than the last act: the clocks of two server processes may differ, the order of acts may not. */
function after(now: Date, last: string | undefined): Date {
  return last === undefined ? now : new Date(Math.max(now.getTime(), Date.parse(last) + 1))
}
