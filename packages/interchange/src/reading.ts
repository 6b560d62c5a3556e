/**
 * The reading of a file: the statements it makes, and everything that did not become one.
 *
 * Readers put statements together here, so that no assertion leaves this package which the vocabulary of a case does
 * not accept (INT-10), and nothing is dropped without a line in the report (INT-11).
 *
 * Next door: `read-document.ts` is the front door, `refusal.ts` the way out for files that cannot be read at all.
 */
import {
  CASE_VOCABULARY,
  checkValue,
  isPartialDate,
  placed,
  sayPlace,
  sayRefusal,
  within,
  withSeen,
  WORKING,
} from '@demarche/core'
import type {
  Assertion,
  Confidence,
  CountryGroup,
  DraftStatement,
  Marking,
  PartialDate,
  Place,
  PlacePart,
  RecordKind,
  RefusalWords,
  Source,
  Value,
  Vocabulary,
} from '@demarche/core'
import type { ImportFault } from './refusal.ts'
import type { TableMapping, TableRead } from './table/mapping.ts'

/** How a long reading is watched and stopped. */
export type Pacing = Pick<ReadOptions, 'onProgress' | 'signal'>

export interface ReadOptions {
  readonly filename: string
  /** the party or person that puts the statements on record */
  readonly assertedBy: string
  /** when the desk records them, `YYYY-MM-DDTHH:mm:ss.sssZ` */
  readonly assertedAt: string
  /** marking of every statement; the working marking (LIMITE, TLP:AMBER) when absent */
  readonly marking?: Marking | undefined
  /** date of the document, for records that carry no date of their own */
  readonly sourceDate?: PartialDate | undefined
  /** told a share from 0 to 1, at intervals */
  readonly onProgress?: ((share: number) => void) | undefined
  /** the kinds of record that the portfolio has; without them nothing is read into it */
  readonly kinds?: readonly RecordKind[] | undefined
  /** of a table: the kind of record of its rows, where no mapping says it */
  readonly kind?: string | undefined
  /** of a table: how it is read; as its header says when absent */
  readonly mapping?: TableMapping | undefined
  /** it is looked at only: a table of which no column is a name yet is read all the same, so that somebody can say which is */
  readonly preview?: boolean | undefined
  /** organisations and regions that places may be */
  readonly groups?: readonly CountryGroup[] | undefined
  /** cancels the reading; the promise is then rejected with the signal's reason */
  readonly signal?: AbortSignal | undefined
  /** EuRepoC only: leave out what is coded in the columns on disruption, theft, hijacking and physical effects */
  readonly withoutEffectColumns?: boolean | undefined
}

export type ImportFormat =
  | 'case-json'
  | 'eurepoc-csv'
  | 'eurepoc-attribution-csv'
  | 'eurepoc-receiver-csv'
  | 'stix-2.1'
  | 'iati-xml'
  | 'table-csv'
  | 'table-xlsx'
  | 'un-roll-calls-csv'
  | 'un-votes-csv'

export interface Remark {
  readonly place: string
  /** the parts of the place, for other languages than English */
  readonly at?: readonly PlacePart[]
  readonly message: string
  readonly words?: RefusalWords
}
export interface NotCarriedOver {
  readonly field: string
  readonly count: number
  readonly why: string
  readonly words: RefusalWords
}

/** What a file says, as statements, and what it says besides. */
export interface Reading {
  readonly format: ImportFormat
  readonly statements: readonly DraftStatement[]
  readonly cases: readonly { readonly entity: string; readonly name: string }[]
  /** records of the portfolio */
  readonly records: readonly { readonly entity: string; readonly name: string }[]
  /** records or values left out, each with its rule */
  readonly rejected: readonly ImportFault[]
  /** fields that were read and not made into facts, how often, and why */
  readonly notCarriedOver: readonly NotCarriedOver[]
  /** oddities that were kept, and how they were read */
  readonly remarks: readonly Remark[]
  /** of a table: how its columns were read */
  readonly table?: TableRead
}

/** A property and its value; `undefined` for what the source does not say. */
export type Claim = readonly [property: string, value: Value | undefined]

export interface StatementParts {
  readonly entity: string
  /** where it stands in the file, for messages */
  readonly place: Place
  readonly source: Source
  readonly claims: readonly Claim[]
  readonly confidence?: Confidence | undefined
  readonly marking?: Marking | undefined
  /** of what the entity is; of a case when absent */
  readonly vocabulary?: Vocabulary | undefined
}

/** Collects a reading, record by record. One per file; not shared. */
export class Collector {
  readonly statements: DraftStatement[] = []
  readonly cases: { entity: string; name: string }[] = []
  readonly records: { entity: string; name: string }[] = []
  readonly rejected: ImportFault[] = []
  readonly remarks: Remark[] = []
  readonly options: ReadOptions
  readonly #said = new Set<string>()
  readonly #left = new Map<string, { count: number; words: RefusalWords }>()

  constructor(options: ReadOptions) {
    this.options = options
  }

  /** Adds one statement. Claims that the vocabulary refuses are rejected one by one; without any left, none is added. */
  state(parts: StatementParts): void {
    const { entity, place, source, claims, confidence, marking, vocabulary = CASE_VOCABULARY } = parts
    const assertions: Assertion[] = []
    for (const [property, value] of claims) {
      if (value === undefined) continue
      const refusal = checkValue(vocabulary, property, value)
      if (refusal) {
        const words = withSeen(refusal.words, { found: inShort(value) })
        this.reject(within(place, property), sayRefusal(words), 'INT-10', words)
      } else assertions.push({ property, value })
    }
    if (assertions.length === 0) return
    this.statements.push({
      entity,
      kind: vocabulary.kind,
      assertions,
      source,
      grading: { reliability: 'F', credibility: '6' },
      ...(confidence ? { confidence } : {}),
      marking: marking ?? this.options.marking ?? WORKING,
      assertedBy: this.options.assertedBy,
      assertedAt: this.options.assertedAt,
    })
  }

  /**
   * Rejects a record or a value; the same fault in the same place counts once.
   * @param words of it for other languages than English
   */
  reject(place: Place, message: string, rule: string, words?: RefusalWords): void {
    if (this.#isSaid(place, message)) return
    this.rejected.push({ ...placed(place), message, rule, ...(words && { words }) })
  }

  /** Adds a remark; the same words about the same place count once. @param words of it for other languages than English */
  remark(place: Place, message: string, words?: RefusalWords): void {
    if (this.#isSaid(place, message)) return
    this.remarks.push({ ...placed(place), message, ...(words && { words }) })
  }

  #isSaid(place: Place, message: string): boolean {
    const key = `${sayPlace(place)}|${message}`
    if (this.#said.has(key)) return true
    this.#said.add(key)
    return false
  }

  /** Counts a field that is read and not carried over, as the file calls it; the first reason given stands. */
  leave(field: string, words: RefusalWords, count = 1): void {
    const entry = this.#left.get(field)
    if (entry) entry.count += count
    else this.#left.set(field, { count, words })
  }

  reading(format: ImportFormat): Reading {
    return {
      format,
      statements: this.statements,
      cases: this.cases,
      records: this.records,
      rejected: this.rejected,
      notCarriedOver: [...this.#left].map(([field, { count, words }]) => ({
        field,
        count,
        why: sayRefusal(words),
        words,
      })),
      remarks: this.remarks,
    }
  }
}

/** The text as a partial date, or undefined when it is none. */
export function partialDate(text: string | null | undefined): PartialDate | undefined {
  return text !== null && text !== undefined && isPartialDate(text) ? text : undefined
}

/** A trimmed text, or undefined when nothing is left. */
export function wording(text: string | null | undefined): string | undefined {
  const trimmed = text?.trim()
  return trimmed === undefined || trimmed === '' ? undefined : trimmed
}

const SLUG_LENGTH = 100

/** The entity of a case: `case:` and a slug of at most 100 letters, digits, `_`, `.`, `-`; null when nothing is left. */
export function caseEntity(id: string): string | null {
  return entityOf('case', id)
}

/** The entity of a kind for an id from a file, as `caseEntity`. */
export function entityOf(kind: string, id: string): string | null {
  const slug = id
    .normalize('NFKD')
    .replaceAll(/[^\w.-]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
    .slice(0, SLUG_LENGTH)
  return slug === '' ? null : `${kind}:${slug}`
}

/** Lets other work run; throws the signal's reason when the reading was cancelled. */
export async function breathe(options: Pacing, share: number): Promise<void> {
  options.signal?.throwIfAborted()
  options.onProgress?.(share)
  await new Promise((resolve) => setTimeout(resolve, 0))
  options.signal?.throwIfAborted()
}

/** The entry of a table under a word from a file, which may be any word (`constructor` included). */
export function entryOf<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined
}

const LONGEST_SEEN = 80

/** A value as a report names it: its JSON, cut where it is long. */
function inShort(value: Value): string {
  return shortened(JSON.stringify(value), LONGEST_SEEN)
}

/** A text as a report names it, cut behind so many characters. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text
}
