/** Which of the places that are named take a note on status beside them (PLC-05). */
import type { FactRow, Value } from '@demarche/core'
import { PLACES_WITH_NOTE } from '@demarche/core/places/status-notes.ts'
import { valuesOf } from '@demarche/core/portfolio/read-record.ts'

interface Named {
  readonly facts: readonly FactRow[]
}

/** The places with a note that the facts of these records name, each once. */
export function notedPlacesIn(records: readonly Named[]): readonly string[] {
  const words = new Set(
    records.flatMap((record) =>
      record.facts.flatMap(({ property }) => valuesOf(record, property).flatMap(wordsOf)),
    ),
  )
  return PLACES_WITH_NOTE.filter((code) => words.has(code))
}

function wordsOf(value: Value | undefined): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' ? Object.values(value).flatMap(wordsOf) : []
}
