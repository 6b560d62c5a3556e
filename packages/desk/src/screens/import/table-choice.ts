/** What somebody chose about tables; mappings are kept in this browser, the last one for each kind of record. */

export interface KeptMapping {
  readonly name: string
  /** the mapping as JSON */
  readonly text: string
}

export interface TableChoice {
  /** empty where the file, or its mapping, says it */
  readonly kind: string
  readonly mapping: KeptMapping | undefined
  readonly preview: boolean
}

const KEY = 'demarche.mapping.'

/** The kind of record that a mapping is for; undefined where it does not say one. The desk itself checks the rest. */
export function kindOfMapping({ text }: KeptMapping): string | undefined {
  try {
    const mapping: unknown = JSON.parse(text)
    if (typeof mapping !== 'object' || mapping === null || !('kind' in mapping)) return undefined
    return typeof mapping.kind === 'string' ? mapping.kind : undefined
  } catch {
    return undefined
  }
}

/** The mapping that was used last for the kind. None where no kind is chosen: a file that says itself how it is read needs none. */
export function keptMapping(kind: string): KeptMapping | undefined {
  if (kind === '') return undefined
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY + kind) ?? 'null')
    if (typeof stored !== 'object' || stored === null || !('name' in stored) || !('text' in stored))
      return undefined
    const { name, text } = stored
    return typeof name === 'string' && typeof text === 'string' ? { name, text } : undefined
  } catch {
    // a browser that keeps nothing, or something else under the name
    return undefined
  }
}

/** Keeps a mapping for the kind, or forgets it. */
export function keepMapping(kind: string, mapping: KeptMapping | undefined): void {
  if (kind === '') return
  try {
    if (mapping) localStorage.setItem(KEY + kind, JSON.stringify(mapping))
    else localStorage.removeItem(KEY + kind)
  } catch {
    // a browser that keeps nothing: it is chosen anew
  }
}
