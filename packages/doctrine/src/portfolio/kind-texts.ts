/**
 * The kinds of record in another language than English: `portfolio/texts/<language>.yaml` has every text of every kind and
 * list under its place, and it is put where the English one stands.
 *
 * A text that is not translated stays English; `portfolio.test.ts` lists it. Norms and their items come from the doctrine
 * pack and stay in its words.
 *
 * Rests on: docs/decisions/0015-languages.md. Next door: `load-kinds.ts`.
 */
import { parse } from 'yaml'
import type { PackFile, Place } from '../pack-file.ts'
import type { WordLists } from './load-kinds.ts'

/** Text by place, such as `project.properties.start.label` or `lists.themes.legislation`. */
export type KindTexts = ReadonlyMap<string, string>

const NONE: KindTexts = new Map()

/** @param text `lists: { <list>: { <word>: … } }` and `kinds: { <kind>: { label, plural, …, properties: { <name>: … } } }` */
export function readKindTexts(text: string): KindTexts {
  const { kinds, lists }: { kinds?: unknown; lists?: unknown } = parse(text)
  return new Map([...leaves(kinds, []), ...leaves(lists, ['lists'])])
}

/** The kind as its file has it, with the texts of the language in it. */
export function kindIn(kind: unknown, texts: KindTexts = NONE): unknown {
  return mapTexts(kind, [idOf(kind)], (place, text) => texts.get(place) ?? text)
}

/** The lists with the words of the language in them. */
export function listsIn(lists: WordLists, texts: KindTexts = NONE): WordLists {
  return Object.fromEntries(
    Object.entries(lists).map(([list, words]) => [
      list,
      Object.fromEntries(
        Object.entries(words).map(([word, said]) => [word, texts.get(`lists.${list}.${word}`) ?? said]),
      ),
    ]),
  )
}

/** Every place in the files of kinds and of lists that has a text. */
export function placesOfTexts(kinds: readonly PackFile[], lists: string): ReadonlySet<string> {
  const places = new Set([...leaves(parse(lists), ['lists'])].map(([place]) => place))
  for (const { text } of kinds) {
    const kind: unknown = parse(text)
    mapTexts(kind, [idOf(kind)], (place, said) => {
      places.add(place)
      return said
    })
  }
  return places
}

function leaves(value: unknown, place: readonly string[]): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) return [[place.join('.'), String(value)]]
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => leaves(inner, [...place, name]))
}

const SAID = new Set(['label', 'plural', 'description', 'obtain', 'unit', 'tie', 'back', 'says'])

/** What people read, and not a name, a type or the name of a list. */
function isText(place: Place): boolean {
  const [last, parent, above] = place.toReversed()
  if (SAID.has(String(last))) return true
  return (parent === 'groups' && place.length === 3) || (parent === 'values' && above !== 'parts')
}

function mapTexts(value: unknown, place: Place, say: (place: string, text: string) => string): unknown {
  if (typeof value === 'string') return isText(place) ? say(place.join('.'), value) : value
  if (Array.isArray(value))
    return value.map((one: unknown, index) => mapTexts(one, [...place, nameOf(one) ?? index], say))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [
      key,
      mapTexts(inner, [...place, key], say),
    ]),
  )
}

/** Properties stand under their names, whatever their order. */
function nameOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : undefined
}

function idOf(kind: unknown): string {
  return typeof kind === 'object' && kind !== null && 'id' in kind ? String(kind.id) : ''
}
