/**
 * What somebody has typed and not yet recorded, kept in this tab until it is: the end of a session, a lost connection or a
 * reload takes nothing.
 *
 * One draft for each person and form; signing out throws it away, and so does another person in this tab (`frame.tsx`).
 * On the public page, where nobody signs in, a draft is the tab's own until it is sent, or somebody signs in.
 * What cannot be read back, such as a draft of an earlier version of the desk, is none. Rule: docs/rules/accounts.md, ACC-15.
 */
import { useCallback, useState } from 'react'
import { z } from 'zod'
import { useSession } from '../api/queries.ts'

/** A form of nothing but fields of text, by their names. */
export const wordsSchema = z.record(z.string(), z.string()).readonly()
export type Words = z.infer<typeof wordsSchema>

const PREFIX = 'typed '

/** The draft that was kept; null for what is none. */
export function readTyped<Draft>(kept: string | null, schema: z.ZodType<Draft>): Draft | null {
  if (kept === null) return null
  try {
    return schema.safeParse(JSON.parse(kept)).data ?? null
  } catch {
    return null
  }
}

/**
 * Throws away what was typed in this tab and not recorded, but what that person typed: whoever signs out leaves nothing to the
 * next one.
 */
export function forgetTyped(
  storage: Pick<Storage, 'length' | 'key' | 'removeItem'>,
  but: string | null = null,
): void {
  const kept = Array.from({ length: storage.length }, (_, index) => storage.key(index))
  for (const key of kept)
    if (key?.startsWith(PREFIX) && (but === null || !key.startsWith(mineOf(but)))) storage.removeItem(key)
}

const mineOf = (person: string): string => `${PREFIX}${person} `

/**
 * The draft of a form, `null` while nothing was typed.
 * @param about the case or procedure
 * @param form tells the forms about it apart
 * @param schema what such a draft looks like
 * @param isPublic for the public page
 * @returns the draft, and what keeps another one or, with null, forgets it
 */
export function useTyped<Draft>(
  about: string,
  form: string,
  schema: z.ZodType<Draft>,
  isPublic = false,
): readonly [Draft | null, (typed: Draft | null) => void] {
  const session = useSession(!isPublic)
  const person = isPublic ? 'public' : (session.data?.person ?? '')
  const key = `${mineOf(person)}${about} ${form}`
  const [last, setLast] = useState<{ readonly key: string; readonly typed: Draft | null }>()
  const typed =
    last?.key === key ? last.typed : person === '' ? null : readTyped(sessionStorage.getItem(key), schema)
  const keep = useCallback(
    (next: Draft | null) => {
      if (next !== null) sessionStorage.setItem(key, JSON.stringify(next))
      else sessionStorage.removeItem(key)
      setLast({ key, typed: next })
    },
    [key],
  )
  return [typed, keep]
}
