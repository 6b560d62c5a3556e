/**
 * Procedures on demand: what a reader may see of them, read from their acts as they stood at an instant.
 *
 * Nothing is kept but what the ledger has: a procedure is its acts. All who may see one see all of it (PRC-01), so the
 * marking of its first act is that of the whole.
 *
 * Rests on: `readProcedure`, `nextActs`, `meetingView` of core. Next door: `record-act.ts` records, `actor.ts` says who acts.
 */
import {
  type MeetingAnswer,
  type MeetingBody,
  type ProcedureAnswer,
  type ProcedureOnRecord,
} from '@demarche/api'
import {
  atAnotherInstant,
  dayInBrussels,
  type Doctrine,
  highestMarking,
  meetingView,
  MEMBER_STATES,
  nextActs,
  nextMeeting,
  populationOn,
  presidencyOn,
  type Procedure,
  readJointText,
  readProcedure,
  type RecordedAct,
  recordedActs,
} from '@demarche/core'
import type { KindSeen, LedgerView, Reader } from '@demarche/store'
import type { StoreView } from '../access/narrowed-ledger.ts'
import { notOnRecord } from '../not-on-record.ts'
import { keepWhatIsMade } from '../dossier/made-of-statements.ts'
import type { SeeEntities } from '../dossier/seen-lately.ts'
import { readerOf, type Session } from '../session/session.ts'
import { actorOf } from './actor.ts'
import { PROCEDURE_KIND } from './draft-act.ts'
import { readOpenings } from './rights-gate.ts'

export interface ProcedureDesk {
  /** Those that the reader may see, in order of opening; of one case when it is named. */
  list(reader: Reader, at: Date, ofCase?: string): Promise<readonly ProcedureOnRecord[]>
  /** @throws DemarcheError not-found when the reader may see nothing of it, or it had not been opened then */
  show(session: Session, entity: string, at: Date, asItStands: boolean): Promise<ProcedureAnswer>
  /** Everything on the table of a body at its next meeting, or at that of the day named. */
  meeting(reader: Reader, body: MeetingBody, at: Date, on?: string): Promise<MeetingAnswer>
}

interface Dependencies {
  readonly store: StoreView
  readonly doctrine: Doctrine
  /** what was just seen of cases */
  readonly seeCases: SeeEntities
  /** the names of cases as the reader may see them */
  readonly caseNames: (
    view: LedgerView,
    cases: KindSeen,
    entities: readonly string[],
  ) => Promise<ReadonlyMap<string, string | null>>
}

export function openProcedureDesk({ store, doctrine, seeCases, caseNames }: Dependencies): ProcedureDesk {
  const records = keepWhatIsMade((_entity, statements) => ({
    acts: recordedActs(statements),
    marking: highestMarking(statements.map(({ marking }) => marking)),
  }))

  const openings = keepWhatIsMade((_case, statements) => readOpenings(doctrine, statements), seeCases)

  /** by its acts, which are the same object until one comes */
  const lately = new WeakMap<readonly RecordedAct[], Procedure>()
  const read = (acts: readonly RecordedAct[], instant: string): Procedure | null => {
    const former = lately.get(acts)
    const carried = former && atAnotherInstant(former, instant)
    if (carried) return carried
    const procedure = readProcedure(doctrine, acts, instant)
    if (procedure) lately.set(acts, procedure)
    return procedure
  }

  /** Those as they stood at that instant, without any that had not been opened then. */
  const onRecord = async (
    view: LedgerView,
    digests: ReadonlyMap<string, string>,
    cases: KindSeen,
    at: Date,
    ofCase?: string,
  ): Promise<readonly ProcedureOnRecord[]> => {
    const instant = at.toISOString()
    const { made } = await records(view, digests)
    const found = [...made].flatMap(([entity, { acts, marking }]) => {
      const before = acts.filter((recorded) => recorded.at <= instant)
      const procedure = read(before.length === acts.length ? acts : before, instant)
      const head = before.at(-1)
      if (!procedure || !head || (ofCase !== undefined && procedure.case !== ofCase)) return []
      return [{ entity, procedure, marking, head: head.statement }]
    })
    const names = await caseNames(view, cases, [...new Set(found.map(({ procedure }) => procedure.case))])
    return found.map(({ head, ...one }) => ({
      ...one,
      caseName: names.get(one.procedure.case) ?? null,
      head,
    }))
  }

  const list: ProcedureDesk['list'] = async (reader, at, ofCase) => {
    const view = store.as(reader)
    const [{ digests }, cases] = await view.kindsSeen(PROCEDURE_KIND, 'case')
    const found = await onRecord(view, digests, cases, at, ofCase)
    return found.toSorted((a, b) => (a.procedure.opened.at < b.procedure.opened.at ? -1 : 1))
  }

  return {
    list,
    async show(session, entity, at, asItStands) {
      const view = store.as(readerOf(session))
      const [{ digests }, cases] = await view.kindsSeen(PROCEDURE_KIND, 'case')
      const digest = digests.get(entity)
      const [found] = await onRecord(view, new Map(digest === undefined ? [] : [[entity, digest]]), cases, at)
      if (!found) {
        throw notOnRecord(entity)
      }
      const day = dayInBrussels(at.toISOString())
      const { procedure } = found
      const ofCase = cases.digests.get(procedure.case)
      const { made: rights } = await openings(
        view,
        new Map(ofCase === undefined ? [] : [[procedure.case, ofCase]]),
      )
      return {
        ...found,
        at: at.toISOString(),
        next: asItStands
          ? nextActs(doctrine, procedure, actorOf(doctrine, session, day), at.toISOString())
          : [],
        text: readJointText(procedure.acts),
        population: populationOn(doctrine, day).table,
        presidency: presidencyOn(doctrine.presidencies, day)?.code ?? null,
        rights: rights.get(procedure.case)?.(entity, procedure.opened.at) ?? null,
      }
    },
    async meeting(reader, body, at, on) {
      const procedures = await list(reader, at)
      const date =
        on ??
        nextMeeting(procedures, body, dayInBrussels(at.toISOString())) ??
        dayInBrussels(at.toISOString())
      const view = meetingView(procedures, body, date, MEMBER_STATES)
      const onTable = procedures.filter(({ entity }) => view.items.some((item) => item.entity === entity))
      return {
        view,
        caseNames: Object.fromEntries(
          onTable.flatMap(({ procedure, caseName: name }) => (name === null ? [] : [[procedure.case, name]])),
        ),
        marking: highestMarking(onTable.map(({ marking }) => marking)),
      }
    },
  }
}
