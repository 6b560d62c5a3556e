/**
 * Who has what open, in memory: sessions that said so to this process, and those of which another one said so.
 *
 * A session that changes from one process to another is with both for a while, and there until neither has it.
 *
 * Rests on: NOT-15. Next door: `presence-desk.ts`.
 */
import type { Opened } from './presence-words.ts'

interface Present {
  /** until when it counts by its own word, and by another process's: milliseconds since 1970 */
  readonly until: number
  readonly heardUntil: number
}

export interface WhoIsHere {
  /** @returns whether nobody knew that it is here, and whether this process did not */
  note(entity: string, id: string, milliseconds: number): readonly [isNew: boolean, isNewHere: boolean]
  /** Another process said so. @returns whether nobody knew */
  heardOf(entity: string, id: string, milliseconds: number): boolean
  /** It was closed. @returns whether anybody knew that it was here */
  forget(entity: string, id: string): boolean
  /** Forgets those who have not been heard of for too long, and gives them. */
  forgetLongGone(): readonly Opened[]
  /** who has the entity open */
  in(entity: string): readonly string[]
  /** who said so to this process */
  ofThisProcess(): readonly Opened[]
}

/** @param now milliseconds since 1970 */
export function keepWhoIsHere(now: () => number): WhoIsHere {
  const open = new Map<string, Map<string, Present>>()
  const isHere = ({ until, heardUntil }: Present, at: number): boolean => until > at || heardUntil > at
  const presentOf = (entity: string, id: string): Present =>
    open.get(entity)?.get(id) ?? { until: 0, heardUntil: 0 }
  const put = (entity: string, id: string, present: Present): void => {
    const here = open.get(entity) ?? new Map<string, Present>()
    open.set(entity, here.set(id, present))
  }
  const all = (): readonly (readonly [string, string, Present])[] =>
    [...open].flatMap(([entity, here]) => [...here].map(([id, present]) => [entity, id, present] as const))
  const drop = (entity: string, id: string): void => {
    const here = open.get(entity)
    here?.delete(id)
    if (here?.size === 0) open.delete(entity)
  }

  return {
    note(entity, id, milliseconds) {
      const at = now()
      const before = presentOf(entity, id)
      put(entity, id, { ...before, until: at + milliseconds })
      return [!isHere(before, at), before.until <= at]
    },
    heardOf(entity, id, milliseconds) {
      const at = now()
      const before = presentOf(entity, id)
      put(entity, id, { ...before, heardUntil: at + milliseconds })
      return !isHere(before, at)
    },
    forget(entity, id) {
      const wasHere = isHere(presentOf(entity, id), now())
      drop(entity, id)
      return wasHere
    },
    forgetLongGone() {
      const at = now()
      const gone = all().flatMap(([entity, id, present]): Opened[] =>
        isHere(present, at) ? [] : [[entity, id]],
      )
      for (const [entity, id] of gone) drop(entity, id)
      return gone
    },
    in(entity) {
      const at = now()
      return [...(open.get(entity) ?? [])].flatMap(([id, present]) => (isHere(present, at) ? [id] : []))
    },
    ofThisProcess() {
      const at = now()
      return all().flatMap(([entity, id, { until }]): Opened[] => (until > at ? [[entity, id]] : []))
    },
  }
}
