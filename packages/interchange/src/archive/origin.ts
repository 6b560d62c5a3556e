/**
 * Where an imported statement came from, as it stands in the note on its source: desk, id there, party, instant.
 *
 * The note is how a second import finds what the first one recorded, and how a statement that comes home is known again.
 */
import type { Source, Statement } from '@demarche/core'

export interface Origin {
  /** fingerprint of the desk's key */
  readonly desk: string
  /** id of the statement there */
  readonly statement: string
}

const ORIGIN = /\[from desk ([0-9a-f]{64}), statement ([0-9a-f]{64})[^\]]*\]/g

/** The source with a line on where the statement was on record before. */
export function withOrigin(
  source: Source,
  { desk, statement }: Origin,
  { assertedBy, assertedAt }: Pick<Statement, 'assertedBy' | 'assertedAt'>,
): Source {
  const origin = `[from desk ${desk}, statement ${statement}, recorded there ${assertedAt} by ${assertedBy}]`
  return { ...source, note: source.note === undefined ? origin : `${source.note} ${origin}` }
}

/** Every place where it was on record before, the first one first. */
export function originsIn({ note = '' }: Pick<Source, 'note'>): readonly Origin[] {
  return [...note.matchAll(ORIGIN)].flatMap(([, desk, statement]) =>
    desk === undefined || statement === undefined ? [] : [{ desk, statement }],
  )
}

/** The source without what imports added to it. */
export function withoutOrigins(source: Source): Source {
  const { note, ...rest } = source
  const said = note?.replaceAll(ORIGIN, '').trim()
  return said === undefined || said === '' ? rest : { ...rest, note: said }
}
