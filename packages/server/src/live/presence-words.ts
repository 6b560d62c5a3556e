/**
 * What server processes say to each other of who has something open: names of sessions, which open nothing, and of entities.
 *
 * No name, party or role: whoever hears it asks the accounts for those, and the ledger what that reader may see.
 *
 * Rests on: NOT-15. Next door: `presence-desk.ts` says and hears it.
 */
import { recordEntitySchema } from '@demarche/api'
import { LONGEST_WORD } from '@demarche/store'
import { z } from 'zod'

/** An entity, and the session that has it open. */
export type Opened = readonly [entity: string, session: string]

const wordSchema = z.tuple([
  /** `who`: say who is with you. `here`: these are with me. `gone`: these have closed it. */
  z.enum(['who', 'here', 'gone']),
  // a session's name alone: the accounts are asked of it, and fail on what is no text for a database
  z.array(z.tuple([recordEntitySchema, z.uuid()])),
])
export type PresenceWord = z.infer<typeof wordSchema>

/** As many words as it takes, each short enough for the server. */
export function wordsOf(kind: PresenceWord[0], opened: readonly Opened[]): readonly string[] {
  const words: string[] = []
  let pairs: Opened[] = []
  let bytes = 0
  const end = (): void => {
    words.push(JSON.stringify([kind, pairs]))
    pairs = []
    bytes = 0
  }
  for (const pair of opened) {
    const length = Buffer.byteLength(JSON.stringify(pair)) + 1
    if (bytes + length > LONGEST_WORD - AROUND) end()
    pairs.push(pair)
    bytes += length
  }
  if (pairs.length > 0 || words.length === 0) end()
  return words
}
/** bytes of `["gone",[]]` */
const AROUND = 11

/** Any login of that database can say one: what cannot be read says nothing. */
export function readWord(word: string): PresenceWord | null {
  try {
    return wordSchema.safeParse(JSON.parse(word)).data ?? null
  } catch {
    return null
  }
}
