/**
 * Where in a file a fault lies: its parts from the outside in, from which a screen says the place in its own language.
 *
 * A part is a word (`row`) with what is seen there (`5`), or a text of the file itself, which is said as it is: the name of a
 * column, the path of an element, a JSON pointer.
 *
 * Rests on: docs/decisions/0029-refusals.md. Next door: `english/places.ts` for the English words; the other languages are in
 * `locales/<code>.refusals.json` of the desk.
 */
import { PLACES } from './english/places.ts'

export interface PlaceWords {
  readonly part: keyof typeof PLACES
  readonly seen?: string | number
}
export type PlacePart = string | PlaceWords
/** One part, or several from the outside in. */
export type Place = PlacePart | readonly PlacePart[]

/** A part of a place. @example inFile('row', 5) */
export function inFile(part: PlaceWords['part'], seen?: string | number): PlaceWords {
  return seen === undefined ? { part } : { part, seen }
}

/** The parts of a place, from the outside in. */
export function partsOf(place: Place): readonly PlacePart[] {
  return typeof place === 'string' || 'part' in place ? [place] : place
}

/** A place within another. @example within(inFile('row', 5), 'name') // row 5, name */
export function within(place: Place, ...more: readonly PlacePart[]): readonly PlacePart[] {
  return [...partsOf(place), ...more]
}

/** The place in English. @example sayPlace([inFile('line', 12), inFile('column', 3)]) // 'line 12, column 3' */
export function sayPlace(place: Place): string {
  return partsOf(place)
    .map((one) =>
      typeof one === 'string' ? one : PLACES[one.part].replace('{{seen}}', () => String(one.seen ?? '')),
    )
    .join(', ')
}

/** A place as a fault carries it: in English, and in its parts where a word of it has other languages. */
export function placed(place: Place): { readonly place: string; readonly at?: readonly PlacePart[] } {
  const parts = partsOf(place)
  return {
    place: sayPlace(parts),
    ...(parts.some((one) => typeof one !== 'string') && { at: parts }),
  }
}
