/**
 * Opens a procedure: one measure of a case on its own track, as the first act of a new entity.
 *
 * Its address ends in random characters, so that it tells nothing of others. What it was opened on goes on record about the
 * case, with the same stroke. Next door: `record-act.ts`, `rights-gate.ts`.
 */
import { DemarcheError, faultOf, type openProcedureSchema, refusalOf } from '@demarche/api'
import {
  type Act,
  dayInBrussels,
  inWords,
  isForPositions,
  isInForce,
  type Statement,
  weighAct,
} from '@demarche/core'
import type { z } from 'zod'
import { notOnRecord } from '../not-on-record.ts'
import type { Office } from '../office.ts'
import { checkMarking } from '../record/check-marking.ts'
import { refuseClassified } from '../record/check-statement.ts'
import { slugOf } from '../record/open-entity.ts'
import { readerOf, type Session } from '../session/session.ts'
import { actorOf } from './actor.ts'
import { draftAct } from './draft-act.ts'
import { faultIn } from './record-act.ts'
import { draftOpening, passRightsGate } from './rights-gate.ts'

/** So often the case is read again when others recorded something about it in between. */
const MOST_TRIES = 5

/** @throws DemarcheError not-found, value-refused, act-refused, stale-write, classified-content; nothing is recorded then */
export async function openProcedure(
  office: Office,
  session: Session,
  ofCase: string,
  input: z.output<typeof openProcedureSchema>,
): Promise<Statement> {
  return office.inTurn(ofCase, () => openNow(office, session, ofCase, input, MOST_TRIES))
}

async function openNow(
  office: Office,
  session: Session,
  ofCase: string,
  input: z.output<typeof openProcedureSchema>,
  tries: number,
): Promise<Statement> {
  const { store, doctrine, clock, newSuffix } = office
  const ledger = store.as(readerOf(session))
  const onRecord = await ledger.statements(ofCase)
  const last = onRecord.at(-1)
  if (!last) {
    throw notOnRecord(ofCase)
  }
  refuseClassified(input)
  if (!isForPositions(input.marking)) {
    const words = inWords('procedure-of-public-marking', { marking: input.marking })
    throw refusalOf('value-refused', faultOf('/marking', words, 'PRC-35'))
  }
  // the case is the parent; the reason for opening is the reason for its marking
  checkMarking(readerOf(session), { marking: input.marking, reason: input.reason }, onRecord)
  const at = clock()
  const day = dayInBrussels(at.toISOString())
  const track = doctrine.tracks.find((one) => one.measures.includes(input.measure) && isInForce(one, day))
  if (!track) {
    const words = inWords('no-way-for-measure', { day })
    throw refusalOf('act-refused', faultOf('/measure', words, 'PRC-06'))
  }
  const { marking, ...given } = input
  const act: Act = {
    verb: 'open',
    case: ofCase,
    track: track.id,
    measure: given.measure,
    path: given.path,
    title: given.title,
    reason: given.reason,
    ...(given.package === undefined ? {} : { package: given.package }),
    ...(given.subjects === undefined ? {} : { subjects: given.subjects }),
  }
  const weighed = weighAct(doctrine, null, act, actorOf(doctrine, session, day), at.toISOString())
  if (!weighed.allowed) {
    throw new DemarcheError('act-refused', `${weighed.reason} Nothing was recorded.`, [
      faultIn(weighed, '/measure'),
    ])
  }
  const passed = await passRightsGate(office, readerOf(session), ofCase, input, onRecord, day)
  const entity = `procedure:${slugOf(input.title, 'measure')}-${newSuffix()}`
  const draft = draftAct({
    entity,
    act,
    party: session.party,
    person: session.person,
    role: session.role,
    at,
    marking,
  })
  try {
    const { statements } = await ledger.append(
      [draft, draftOpening(passed, draft, ofCase, marking, onRecord)],
      { follows: { entity: ofCase, statement: last.id } },
    )
    const [statement] = statements
    if (!statement) throw refusalOf('already-exists', faultOf('/', inWords('same-act-on-record')))
    return statement
  } catch (error) {
    // a signature may have been withdrawn meanwhile: the gate is passed once more
    if (error instanceof DemarcheError && error.code === 'stale-write' && tries > 1)
      return openNow(office, session, ofCase, input, tries - 1)
    throw error
  }
}
