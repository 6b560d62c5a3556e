/**
 * Presence: who has a procedure, case or record of the portfolio open now, told to those who may see it, of those who may see it too.
 *
 * Kept in the memory of this process for as long as the browser keeps saying so. Where several processes serve one desk,
 * each knows of its own people alone. Whether somebody may see the entity is asked of the ledger each time, for both.
 *
 * Rests on: NOT-15. Next door: `live-desk.ts`, `../routes/live/presence.ts`.
 */
import { type PresenceAnswer } from '@demarche/api'
import type { Store } from '@demarche/store'
import { notOnRecord } from '../not-on-record.ts'
import { readerOf, type Session } from '../session/session.ts'

/** A browser says that it still has it open every 20 seconds. */
const PRESENT_FOR = 45_000

export interface PresenceDesk {
  /**
   * Notes that the session has the entity open; answers who else has.
   * @throws DemarcheError not-found when the person may see nothing of it
   */
  open(session: Session, entity: string): Promise<PresenceAnswer>
  /** Notes that it was closed. */
  leave(session: Session, entity: string): void
}

interface Present {
  readonly session: Session
  readonly until: number
}

interface Dependencies {
  readonly store: () => Store
  readonly clock: () => Date
  /** told of the sessions that have the entity open when somebody comes or goes */
  readonly changed: (sessions: readonly string[], entity: string) => void
}

export function openPresenceDesk({ store, clock, changed }: Dependencies): PresenceDesk {
  const open = new Map<string, Map<string, Present>>()
  const maySee = async (session: Session, entity: string): Promise<boolean> =>
    (await store().as(readerOf(session)).statements(entity)).length > 0
  const presentIn = (entity: string): readonly Present[] => {
    const now = clock().getTime()
    const here = open.get(entity) ?? new Map<string, Present>()
    for (const [id, { until }] of here) if (until <= now) here.delete(id)
    if (here.size === 0) open.delete(entity)
    return [...here.values()]
  }
  const forgetLongGone = (): void => {
    for (const entity of open.keys()) presentIn(entity)
  }
  const tell = (session: Session, entity: string): void =>
    changed(
      presentIn(entity).flatMap((one) => (one.session.id === session.id ? [] : one.session.id)),
      entity,
    )

  return {
    async open(session, entity) {
      if (!(await maySee(session, entity))) {
        throw notOnRecord(entity)
      }
      forgetLongGone()
      const here = open.get(entity) ?? new Map<string, Present>()
      const isNew = !here.has(session.id)
      open.set(entity, here.set(session.id, { session, until: clock().getTime() + PRESENT_FOR }))
      if (isNew) tell(session, entity)
      const persons = new Map<string, Session>()
      for (const one of presentIn(entity)) {
        if (one.session.person !== session.person) persons.set(one.session.person, one.session)
      }
      const others = await Promise.all(
        [...persons.values()].map(async (one) => ((await maySee(one, entity)) ? [one] : [])),
      )
      return {
        others: others
          .flat()
          .map(({ name, party }) => ({ name, party }))
          .toSorted((a, b) => (a.party + a.name < b.party + b.name ? -1 : 1)),
      }
    },
    leave(session, entity) {
      if (open.get(entity)?.delete(session.id)) tell(session, entity)
    },
  }
}
