/**
 * Procedures on demand: what a reader may see of them, read from their acts as they stood at an instant.
 *
 * Nothing is kept but what the ledger has: a procedure is its acts. All who may see one see all of it (PRC-01), so the
 * marking of its first act is that of the whole.
 *
 * Rests on: `readProcedure`, `nextActs`, `meetingView` of core. Next door: `record-act.ts` records, `actor.ts` says who acts.
 */
import {
  DemarcheError,
  type MeetingAnswer,
  type MeetingBody,
  type ProcedureAnswer,
  type ProcedureOnRecord,
} from '@demarche/api'
import {
  type Doctrine,
  highestMarking,
  MEMBER_STATES,
  meetingView,
  nextActs,
  nextMeeting,
  populationOn,
  presidencyOn,
  readJointText,
  readProcedure,
  recordedActs,
  type Statement,
} from '@demarche/core'
import type { Reader } from '@demarche/store'
import type { StoreView } from '../access/narrowed-ledger.ts'
import { dayInBrussels, readerOf } from '../office.ts'
import type { Session } from '../session/session.ts'
import { actorOf } from './actor.ts'
import { PROCEDURE_KIND } from './draft-act.ts'

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
  /** the name of a case as the reader may see it, or null */
  readonly caseName: (reader: Reader, entity: string) => Promise<string | null>
}

export function openProcedureDesk({ store, doctrine, caseName }: Dependencies): ProcedureDesk {
  const onRecord = async (
    reader: Reader,
    entity: string,
    statements: readonly Statement[],
    at: Date,
  ): Promise<ProcedureOnRecord | null> => {
    const instant = at.toISOString()
    const acts = recordedActs(statements).filter((recorded) => recorded.at <= instant)
    const procedure = readProcedure(doctrine, acts, instant)
    const head = acts.at(-1)
    if (!procedure || !head) return null
    return {
      entity,
      procedure,
      marking: highestMarking(statements.map(({ marking }) => marking)),
      caseName: await caseName(reader, procedure.case),
      head: head.statement,
    }
  }

  const list: ProcedureDesk['list'] = async (reader, at, ofCase) => {
    const ledger = store.as(reader)
    const statements = await ledger.statementsOf(await ledger.entities(PROCEDURE_KIND))
    const byEntity = Map.groupBy(statements, ({ entity }) => entity)
    const found = await Promise.all([...byEntity].map(([entity, own]) => onRecord(reader, entity, own, at)))
    return found
      .filter((one) => one !== null)
      .filter(({ procedure }) => ofCase === undefined || procedure.case === ofCase)
      .toSorted((a, b) => (a.procedure.opened.at < b.procedure.opened.at ? -1 : 1))
  }

  return {
    list,
    async show(session, entity, at, asItStands) {
      const reader = readerOf(session)
      const found = await onRecord(reader, entity, await store.as(reader).statements(entity), at)
      if (!found) {
        throw new DemarcheError('not-found', `No procedure ${entity} that you may see is on record here.`)
      }
      const day = dayInBrussels(at)
      const { procedure } = found
      const table = populationOn(doctrine, day)
      return {
        ...found,
        at: at.toISOString(),
        next: asItStands
          ? nextActs(doctrine, procedure, actorOf(doctrine, session, day), at.toISOString())
          : [],
        text: readJointText(procedure.acts),
        population: table.table ? { table: table.table, remark: table.reason } : null,
        presidency: presidencyOn(doctrine.presidencies, day)?.code ?? null,
      }
    },
    async meeting(reader, body, at, on) {
      const procedures = await list(reader, at)
      const date = on ?? nextMeeting(procedures, body, dayInBrussels(at)) ?? dayInBrussels(at)
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
