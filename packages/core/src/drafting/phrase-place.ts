/**
 * Where in a data file a statement stands, as people say it.
 *
 * Takes the locator that an import gave; gives `case file, actors, entry 1` for `some-case#/actors/0`, and `incident
 * object` for a STIX id. A page or an article of a document is said as it stands. The locator itself stays the
 * exact place and is shown in Grounds.
 *
 * Rests on: RFC 6901 (JSON pointers); STIX 2.1, section 2.9 (identifiers).
 */

/** A place in parts: the kind of file or object, then names; a number is the place in a list, counted from 1. */
export interface PlaceInFile {
  readonly kind: 'case-file' | 'stix-object'
  readonly parts: readonly (string | number)[]
}

/** The parts of a locator that points into a data file; undefined where it is a place that people already read. */
export function placeInFile(locator: string): PlaceInFile | undefined {
  const [, pointer] = /^[\w.-]+#((?:\/[^/\s]+)+)$/.exec(locator) ?? []
  if (pointer !== undefined) {
    const parts = pointer
      .slice(1)
      .split('/')
      .map((step) => (/^\d+$/.test(step) ? Number(step) + 1 : spaced(step)))
    return { kind: 'case-file', parts }
  }
  const [, type, rest] =
    /^([a-z][a-z-]*)--[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:, (.+))?$/i.exec(locator) ?? []
  return type === undefined
    ? undefined
    : { kind: 'stix-object', parts: [type.replaceAll('-', ' '), ...(rest === undefined ? [] : [rest])] }
}

/** @example phrasePlace('viasat-kasat-2022#/actors/0') // 'case file, actors, entry 1' */
export function phrasePlace(locator: string): string {
  const place = placeInFile(locator)
  if (!place) return locator
  const said = place.parts.map((part) => (typeof part === 'number' ? `entry ${part}` : part))
  if (place.kind === 'case-file') return ['case file', ...said].join(', ')
  const [type = '', ...rest] = said
  return [`${type} object`, ...rest].join(', ')
}

/** `legalFacts` reads `legal facts`. */
function spaced(name: string): string {
  return name
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replaceAll('-', ' ')
    .toLowerCase()
}
