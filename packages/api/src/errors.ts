/**
 * Every refusal the desk can give, with its HTTP status. Texts say what was seen, what is expected and the rule.
 *
 * Rests on: RFC 9457 (problem details for HTTP APIs).
 */
import { placed, type Place, type PlacePart } from '@demarche/core/refusal/place.ts'
import type { RefusalWords } from '@demarche/core/refusal/refusal-words.ts'
import { sayRefusal } from '@demarche/core/refusal/say-refusal.ts'

export const ERROR_STATUS = {
  'malformed-request': 400,
  'not-signed-in': 401,
  'sign-in-refused': 401,
  'not-allowed': 403,
  'second-factor-needed': 403,
  'not-found': 404,
  'already-exists': 409,
  'stale-write': 409,
  'import-refused': 422,
  'value-refused': 422,
  'act-refused': 422,
  'classified-content': 422,
  'too-large': 413,
  'too-many-requests': 429,
  'not-ready': 503,
} as const
export type ErrorCode = keyof typeof ERROR_STATUS

/** One fault: where, what, which rule; with the words of it for other languages than English. */
export interface Fault {
  /** JSON pointer, `file:line`, or the name of a form field */
  readonly place: string
  /** the parts of a place in a file, for other languages than English */
  readonly at?: readonly PlacePart[]
  readonly message: string
  readonly rule?: string
  /** absent where only a program can bring it about */
  readonly words?: RefusalWords
}

/** A fault that breaks a rule with a number. */
export type RuledFault = Fault & { readonly rule: string }

type SaidFault = Fault & { readonly words: RefusalWords }

/** A fault that can be said in every language; its message is the English sentence. */
export function faultOf(place: Place, words: RefusalWords, rule: string): RuledFault & SaidFault
export function faultOf(place: Place, words: RefusalWords, rule?: string): SaidFault
export function faultOf(place: Place, words: RefusalWords, rule?: string): SaidFault {
  return { ...placed(place), message: sayRefusal(words), ...(rule === undefined ? {} : { rule }), words }
}

/** A refusal that says its faults and nothing else, so that it is whole in every language. */
export function refusalOf(code: ErrorCode, ...faults: readonly Fault[]): DemarcheError {
  const said = faults.map(({ message, rule }) => (rule === undefined ? message : `${message} (rule ${rule})`))
  return new DemarcheError(code, said.join('; '), faults)
}

/** A refusal: expected, explained, and harmless; nothing has been changed. */
export class DemarcheError extends Error {
  readonly code: ErrorCode
  readonly faults: readonly Fault[]
  constructor(code: ErrorCode, message: string, faults: readonly Fault[] = []) {
    super(message)
    this.name = 'DemarcheError'
    this.code = code
    this.faults = faults
  }
}

/** Problem details as sent outward. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: ErrorCode | 'defect'
  readonly detail: string
  readonly faults: readonly Fault[]
}
