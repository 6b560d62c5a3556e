/**
 * What entries of doctrine say at length, in the language of the desk: descriptions, notes, what comes first, what the law
 * leaves open. Loaded with the first screen that shows it, and not before.
 *
 * What doctrine has changed since it was translated stays as it is. Provisions, titles of sources and quotations are not translated.
 *
 * Rests on: docs/decisions/0026-papers-in-languages.md; `packages/doctrine/src/labels/at-length`. Next door: `doctrine-labels.ts`.
 */
import type { Language } from '@demarche/core/kernel/language.ts'

type Texts = Readonly<Record<string, string>>

const files = import.meta.glob<Texts>('../../../doctrine/src/labels/at-length/*.json', { import: 'default' })

/** Where an entry keeps what stays as it is on record. */
const AS_ON_RECORD = new Set(['document', 'locator', 'address', 'legalBasis', 'id'])

/** The translated texts under the English ones; none for English. */
export async function textsAtLength(language: Language): Promise<Texts> {
  const load = files[`../../../doctrine/src/labels/at-length/${language}.json`]
  return load ? load() : {}
}

/** The same doctrine, with those texts where the English ones stand, and places by their names in the language. */
export function sayAtLength<Doctrine>(doctrine: Doctrine, texts: Texts, language: Language): Doctrine {
  if (language === 'en') return doctrine
  return JSON.parse(JSON.stringify(doctrine), function (this: object, key, value: unknown) {
    if (typeof value !== 'string' || AS_ON_RECORD.has(key)) return value
    return (key === 'label' && nameIn(this, language)) || (texts[value] ?? value)
  })
}

function nameIn(holder: object, language: Language): string | undefined {
  if (!('names' in holder) || typeof holder.names !== 'object' || holder.names === null) return undefined
  const name: unknown = Object.entries(holder.names).find(([code]) => code === language)?.[1]
  return typeof name === 'string' ? name : undefined
}
