/**
 * What the address of a list asks, part by part. What cannot be read is not asked: each answer is then undefined.
 *
 * Rests on: the contract, `api/src/portfolio.ts`, for what a code and a kind look like. Next door: `address.ts`.
 */
import { isCalendarDate } from '@demarche/core/kernel/partial-date.ts'

const CODE = /^[A-Za-z][A-Za-z0-9-]{1,40}$/
const KIND = /^[a-z][a-z-]{1,59}$/

/** Whether a text looks like such a code. */
export function isCode(text: string): boolean {
  return CODE.test(text)
}

/** Words without blanks around them; undefined where there are none. */
export function askedText(search: URLSearchParams, name: string): string | undefined {
  return search.get(name)?.trim() || undefined
}

/** A day as `YYYY-MM-DD`. */
export function askedDay(search: URLSearchParams, name: string): string | undefined {
  const text = askedText(search, name)
  return text !== undefined && isCalendarDate(text) ? text : undefined
}

/** The code of a country, organisation or region, e.g. `GE`; one of a set of measures is written alike. */
export function askedCode(search: URLSearchParams, name: string): string | undefined {
  const text = askedText(search, name)
  return text !== undefined && isCode(text) ? text : undefined
}

/** The word for a kind of record, e.g. `project`. */
export function askedKind(search: URLSearchParams): string | undefined {
  const text = askedText(search, 'kind')
  return text !== undefined && KIND.test(text) ? text : undefined
}

/** How many rows stand before the page; 0 for the first one. */
export function askedOffset(search: URLSearchParams): number {
  return Math.max(0, Number.parseInt(search.get('offset') ?? '0', 10) || 0)
}
