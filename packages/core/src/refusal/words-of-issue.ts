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
} as const

/** @returns undefined where no kind of fault is known */
export function wordsOfIssue(issue: FormIssue): RefusalWords | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.message.endsWith('received undefined')) return inWords('form-missing')
      return issue['expected'] === 'number' || issue['expected'] === 'int'
        ? inWords('form-no-number')
        : issue['expected'] === 'string'
          ? inWords('form-no-text')
          : inWords('form-wrong-kind')
    case 'too_small':
      return belowLeast(issue['origin'], Number(issue['minimum']))
    case 'too_big':
      return aboveMost(issue['origin'], Number(issue['maximum']))
    case 'invalid_format': {
      const format = issue['format']
      return isFormat(format) ? inWords(FORMATS[format]) : inWords('form-wrong-shape')
    }
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

function isFormat(format: unknown): format is keyof typeof FORMATS {
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
