/**
 * What a schema found wrong with one value, in the words of every language.
 *
 * In: an issue of zod. Out: the words of its kind, with its bounds; nothing for a rule of our own, whose message says it in
 * English. Next door: `english/form.ts`.
 */
import { inWords, type RefusalWords } from './refusal-words.ts'

/** The parts of an issue that say what kind of fault it is. */
export interface FormIssue {
  readonly code: string
  readonly message: string
  readonly [part: string]: unknown
}

const FORMATS = {
  date: 'form-no-date',
  datetime: 'form-no-instant',
  email: 'form-no-email',
  url: 'form-no-link',
  // our own
  'partial-date': 'form-no-partial-date',
  country: 'form-no-country',
  place: 'form-no-place',
  currency: 'form-no-currency',
  address: 'form-no-address',
  record: 'form-no-record',
} as const

/** A form of a text, or of a value that is written as one, by its name. */
export type FormName = keyof typeof FORMATS

/** @returns undefined where no kind of fault is known */
export function wordsOfIssue(issue: FormIssue): RefusalWords | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.message.endsWith('received undefined')) return inWords('form-missing')
      if (issue['expected'] === 'int') return inWords('form-no-whole-number')
      return issue['expected'] === 'number'
        ? inWords('form-no-number')
        : issue['expected'] === 'string'
          ? inWords('form-no-text')
          : inWords('form-wrong-kind')
    case 'too_small':
      return belowLeast(issue['origin'], Number(issue['minimum']))
    case 'too_big':
      return aboveMost(issue['origin'], Number(issue['maximum']))
    case 'invalid_format':
      return wordsOfFormat(issue['format']) ?? inWords('form-wrong-shape')
    case 'custom':
      return wordsOfFormat(formatIn(issue['params']))
    case 'invalid_value':
      return Array.isArray(issue['values'])
        ? inWords('form-not-among', { choices: issue['values'].map(String) })
        : undefined
    case 'unrecognized_keys':
      return inWords('form-not-known-here')
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return inWords('form-wrong-kind')
    default:
      return undefined
  }
}

function wordsOfFormat(format: unknown): RefusalWords | undefined {
  return isFormat(format) ? inWords(FORMATS[format]) : undefined
}

/** The form that a check of ours names, where it is no form of a text for zod. */
function formatIn(params: unknown): unknown {
  return typeof params === 'object' && params !== null && 'format' in params ? params.format : undefined
}

function isFormat(format: unknown): format is FormName {
  return typeof format === 'string' && Object.hasOwn(FORMATS, format)
}

function belowLeast(origin: unknown, least: number): RefusalWords {
  if (origin === 'string') return least <= 1 ? inWords('form-empty') : inWords('form-too-short', { least })
  return inWords(isCounted(origin) ? 'form-too-few' : 'form-too-small', { least })
}

function aboveMost(origin: unknown, most: number): RefusalWords {
  if (origin === 'string') return inWords('form-too-long', { most })
  return inWords(isCounted(origin) ? 'form-too-many' : 'form-too-large', { most })
}

function isCounted(origin: unknown): boolean {
  return origin === 'array' || origin === 'set' || origin === 'map'
}
