/**
 * Where in a file a fault lies, in the language of the desk.
 *
 * In: the parts of the place, as the server sent them. Out: such as "Zeile 5, Ziel"; what is a text of the file stays as it
 * is. Its texts are in `locales/<code>.refusals.json`, the English ones in core's `refusal/english/places.ts`.
 *
 * Next door: `say-refusal.ts` for what is wrong there.
 */
import type { PlacePart } from '@demarche/core'
import { hasText, type Say } from '../texts.ts'

/** The place; null where this desk has no word for a part of it, so that the English one is said. */
export function sayPlace(t: Say, parts: readonly PlacePart[]): string | null {
  const said = parts.map((one) => {
    if (typeof one === 'string') return one
    const key = `inFile.${one.part}` as const
    return hasText(key) ? t(key, { seen: one.seen ?? '' }) : null
  })
  return said.includes(null) ? null : said.join(', ')
}
