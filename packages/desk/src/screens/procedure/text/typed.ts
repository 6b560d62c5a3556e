/**
 * What somebody has typed and not yet recorded, kept in this tab until it is: a lost connection or a reload takes nothing.
 *
 * One draft for each person, procedure and place; signing out throws it away, and so does another person in this tab
 * (`frame/frame.tsx`).
 */
import { useCallback, useState } from 'react'
import { useSession } from '../../../api/queries.ts'

export type Typed = Readonly<Record<string, string>>

const PREFIX = 'typed '

/** The parts of a draft that were kept; nothing of what is no draft. */
export function readTyped(kept: string | null): Typed | null {
  if (kept === null) return null
  try {
    const parsed: unknown = JSON.parse(kept)
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null
    return Object.fromEntries(Object.entries(parsed).filter(([, part]) => typeof part === 'string'))
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
 * The draft of a place, `null` while there is none.
 * @returns the draft, and what keeps another one or, with null, forgets it
 */
export function useTyped(
  procedure: string,
  place: string,
): readonly [Typed | null, (typed: Typed | null) => void] {
  const person = useSession().data?.person ?? ''
  const key = `${mineOf(person)}${procedure} ${place}`
  const [last, setLast] = useState<{ readonly key: string; readonly typed: Typed | null }>()
  const typed = last?.key === key ? last.typed : person === '' ? null : readTyped(sessionStorage.getItem(key))
  const keep = useCallback(
    (next: Typed | null) => {
      if (next) sessionStorage.setItem(key, JSON.stringify(next))
      else sessionStorage.removeItem(key)
      setLast({ key, typed: next })
    },
    [key],
  )
  return [typed, keep]
}
