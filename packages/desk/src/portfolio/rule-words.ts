/**
 * What counts for a goal, named as people name it: the kind of record, its property and the word by what they are called.
 *
 * Next door: `kind-wording.ts`.
 */
import { propertyOf, sayWord } from '@demarche/core/portfolio/record-kind.ts'
import type { RecordKind, Value } from '@demarche/core'
import type { PlaceName } from './places.ts'

/** The value with names for its ids; what no kind knows, and what is no such rule, stands as it is. */
export function nameRule(value: Value, kinds: readonly RecordKind[], placeName: PlaceName): Value {
  if (typeof value !== 'object' || Array.isArray(value)) return value
  const given: Readonly<Record<string, Value | undefined>> = Object.fromEntries(Object.entries(value))
  const kind = kinds.find(({ id }) => id === given['kind'])
  if (!kind) return value
  const property = propertyOf(kind, String(given['property']))
  const { word } = given
  return {
    ...value,
    kind: kind.plural,
    ...(property && { property: property.label }),
    ...(property &&
      word !== undefined && {
        word: property.type === 'places' ? placeName(String(word)) : sayWord(property, String(word)),
      }),
  }
}
