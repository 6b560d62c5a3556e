/**
 * Presence: who has a procedure, case or record of the portfolio open now, told to those who may see it, of those who may see it too.
 *
 * Kept in memory for as long as the browser keeps saying so, and known to all server processes on one database: each says to the
 * others on a fixed beat whom it has, and forgets what it has not heard for three. Whether somebody may see the entity is asked of
 * the ledger each time, for both.
 *
 * Rests on: NOT-15, docs/decisions/0033-presence-of-processes.md. Next door: `live-desk.ts`, `presence-words.ts`, `who-is-here.ts`,
 * `../routes/live/presence.ts`.
 */
import { type PresenceAnswer } from '@demarche/api'
import type { OtherProcesses, Store } from '@demarche/store'
import type { SessionDesk } from '../accounts/session-desk.ts'
import { notOnRecord } from '../not-on-record.ts'
import { readerOf, type Session } from '../session/session.ts'
import { type Opened, type PresenceWord, readWord, wordsOf } from './presence-words.ts'
import { keepWhoIsHere } from './who-is-here.ts'

/** A browser says that it still has it open every 20 seconds. */
const PRESENT_FOR = 45_000
/** Milliseconds between two words to the other processes; whoever is gone with theirs is told of within four. */
const BEAT = 5000
const BEATS_HEARD_FOR = 3
const NOTHING: PresenceWord = ['here', []]

export interface PresenceDesk {
  /**
   * Notes that the session has the entity open; answers who else has.
   * @throws DemarcheError not-found when the person may see nothing of it
   */
  open(session: Session, entity: string): Promise<PresenceAnswer>
  /** Notes that it was closed. */
  leave(session: Session, entity: string): void
  close(): void
}

interface Dependencies {
  readonly store: () => Store
  readonly sessions: Pick<SessionDesk, 'named'>
  readonly clock: () => Date
  /** told of the sessions that have the entity open when somebody comes or goes */
  readonly changed: (sessions: readonly string[], entity: string) => void
  readonly beatMs?: number | undefined
}

export function openPresenceDesk({
  store,
  sessions,
  clock,
  changed,
  beatMs = BEAT,
}: Dependencies): PresenceDesk {
  const here = keepWhoIsHere(() => clock().getTime())
  /** null where there are none; undefined until somebody has something open */
  let others: OtherProcesses | null | undefined
  let stopListening: (() => void) | undefined
  let beat: NodeJS.Timeout | undefined

  const maySee = async (session: Session, entity: string): Promise<boolean> =>
    (await store().as(readerOf(session)).statements(entity)).length > 0
  const say = (kind: PresenceWord[0], opened: readonly Opened[]): void => {
    for (const word of others ? wordsOf(kind, opened) : []) others?.say(word)
  }
  const sayWhoIsHere = (): void => {
    const opened = here.ofThisProcess()
    if (opened.length > 0) say('here', opened)
  }
  /** Tells those who have it open that others came or went, if it was shown to one of these at all. */
  const tell = async (entity: string, moved: readonly string[]): Promise<void> => {
    const told = here.in(entity).filter((id) => !moved.includes(id))
    if (told.length === 0) return
    for (const session of await sessions.named(moved)) {
      if (await maySee(session, entity)) return changed(told, entity)
    }
  }
  /** Nobody waits for it: each screen asks again by itself. */
  const tellOfAll = (moved: readonly Opened[]): void => {
    const byEntity = Map.groupBy(moved, ([entity]) => entity)
    for (const [entity, pairs] of byEntity) {
      tell(
        entity,
        pairs.map(([, session]) => session),
      ).catch(() => undefined)
    }
  }
  const heard = (text: string): void => {
    const [kind, opened] = readWord(text) ?? NOTHING
    if (kind === 'who') sayWhoIsHere()
    else if (kind === 'here') {
      tellOfAll(opened.filter(([entity, id]) => here.heardOf(entity, id, beatMs * BEATS_HEARD_FOR)))
    } else if (kind === 'gone') tellOfAll(opened.filter(([entity, id]) => here.forget(entity, id)))
  }
  const join = (): void => {
    if (others !== undefined) return
    others = store().otherProcesses
    if (!others) return
    stopListening = others.listen({
      heard,
      opened() {
        say('who', [])
        sayWhoIsHere()
      },
    })
    beat = setInterval(() => {
      tellOfAll(here.forgetLongGone())
      sayWhoIsHere()
    }, beatMs)
    beat.unref()
  }

  return {
    async open(session, entity) {
      if (!(await maySee(session, entity))) {
        throw notOnRecord(entity)
      }
      join()
      // with others, the beat does it: when somebody is told of it must not depend on what is opened
      if (!others) here.forgetLongGone()
      const [isNew, isNewHere] = here.note(entity, session.id, PRESENT_FOR)
      if (isNewHere) say('here', [[entity, session.id]])
      if (isNew) {
        changed(
          here.in(entity).filter((id) => id !== session.id),
          entity,
        )
      }
      const persons = new Map<string, Session>()
      // as they may read now, of whichever process
      for (const one of await sessions.named(here.in(entity))) {
        if (one.person !== session.person) persons.set(one.person, one)
      }
      const shown = await Promise.all(
        [...persons.values()].map(async (one) => ((await maySee(one, entity)) ? [one] : [])),
      )
      return {
        others: shown
          .flat()
          .map(({ name, party }) => ({ name, party }))
          .toSorted((a, b) => (a.party + a.name < b.party + b.name ? -1 : 1)),
      }
    },
    leave(session, entity) {
      if (!here.forget(entity, session.id)) return
      say('gone', [[entity, session.id]])
      tellOfAll([[entity, session.id]])
    },
    close() {
      clearInterval(beat)
      stopListening?.()
    },
  }
}
