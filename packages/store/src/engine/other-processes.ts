/**
 * Words between the server processes on one database, which are kept nowhere: who is here now.
 *
 * On the embedded store there is one process, and nobody to say them to. Any login of the database can say and hear them: they
 * must open nothing, and whoever hears them decides anew what follows.
 *
 * Rests on: PostgreSQL documentation, NOTIFY (not in the log of the server; a payload is shorter than 8000 bytes).
 */
import type { Ear } from './ear.ts'

export const LONGEST_WORD = 7999
const CHANNEL = 'demarche_presence'

export interface WordListener {
  heard(word: string): void
  /** Words are heard from now on; what was said before was not. */
  opened(): void
}

export interface OtherProcesses {
  /** Says it to all others that listen now, in order; at most `LONGEST_WORD` bytes. Unsaid while the server is away. */
  say(word: string): void
  /** Calls the listener from now on; gives how to stop. */
  listen(listener: WordListener): () => void
}

/** @param ear not open yet */
export function otherProcessesBy(ear: Ear): OtherProcesses {
  const listeners = new Set<WordListener>()
  ear.hear({
    channel: CHANNEL,
    heard(word, isOwn) {
      if (!isOwn) for (const listener of listeners) listener.heard(word)
    },
    opened() {
      for (const listener of listeners) listener.opened()
    },
  })
  return {
    say: (word) => ear.say(CHANNEL, word),
    listen(listener) {
      listeners.add(listener)
      if (ear.isOpen) listener.opened()
      else ear.open()
      return () => listeners.delete(listener)
    },
  }
}
