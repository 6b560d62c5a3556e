/**
 * What every statement of one case record shares: entity, place in the file, sources and dates.
 *
 * A locator is `<case id>#<JSON pointer>`, so a file read again replaces its own earlier words passage by passage.
 */
import { inFile, inWords, type PartialDate, type PlacePart, type Source } from '@demarche/core'
import { type Claim, type Collector, partialDate, type StatementParts, wording } from '../reading.ts'
import type { CaseRecord } from './schema.ts'

/** Name of the coding as a source: judgements of the file's authors, made in hindsight. */
export const CODING_DOCUMENT = 'coding of the case'

export interface CaseContext {
  readonly record: CaseRecord
  readonly entity: string
  readonly collector: Collector
  /** when the file was put together */
  readonly compiled: PartialDate | undefined
  /** when the case became public: the date from which its facts could be known */
  readonly disclosed: PartialDate | undefined
}

export interface SectionSource {
  readonly document?: string | undefined
  readonly address?: string | null | undefined
  readonly date?: PartialDate | undefined
  readonly party?: string | undefined
  readonly verified: boolean
  readonly notes?: readonly (string | null | undefined)[] | undefined
}

/** Where in a case something stands, by a JSON pointer within its record. */
export function inCase(id: string, pointer: string): readonly PlacePart[] {
  return [inFile('case', id), pointer]
}

/** States one section of the record. `pointer` is the JSON pointer of the section within the record. */
export function stateSection(
  context: CaseContext,
  pointer: string,
  source: SectionSource,
  claims: readonly Claim[],
  extra: Pick<StatementParts, 'confidence'> = {},
): void {
  const { collector, entity, record } = context
  collector.state({
    entity,
    place: inCase(record.id, pointer),
    source: sourceOf(context, pointer, source),
    claims,
    ...extra,
  })
}

/** The source of the coding: dated to the disclosure, because it codes what sources of the time said. */
export function codingSource(
  context: CaseContext,
  codedBy: string | null | undefined,
  note?: string | null,
): SectionSource {
  const when = context.compiled ? ` on ${context.compiled}` : ''
  return {
    document: CODING_DOCUMENT,
    date: context.disclosed,
    verified: false,
    notes: [
      `coded in hindsight${when} from sources of the time`,
      codedBy ? `coded by: ${codedBy}` : undefined,
      note,
    ],
  }
}

/** True when the record says that this section was checked; anything less is not verified. */
export function isVerified(status: { status?: string | null | undefined } | null | undefined): boolean {
  return status?.status === 'verified'
}

/** A partly verified section says so in its note. */
export function checkNote(
  check: { status?: string | null | undefined; note?: string | null | undefined } | null | undefined,
): string | undefined {
  if (!check || check.status === 'verified') return undefined
  return [check.status, check.note].filter((part) => wording(part)).join(': ')
}

function sourceOf({ record, collector }: CaseContext, pointer: string, source: SectionSource): Source {
  const [first] = record.sources ?? []
  const address = wording(source.document || source.address !== undefined ? source.address : first?.address)
  const named = record.sources?.find((candidate) => candidate.address === address)?.title
  const document = source.document ?? named ?? address ?? first?.title ?? collector.options.filename
  const date = source.date ?? collector.options.sourceDate
  const note = wording(
    (source.notes ?? [])
      .map(wording)
      .filter((part) => part !== undefined)
      .join('; '),
  )
  return {
    document,
    locator: `${record.id}#${pointer}`,
    ...(date ? { date } : {}),
    ...(address ? { address } : {}),
    ...(source.party ? { party: source.party } : {}),
    verified: source.verified,
    ...(note ? { note } : {}),
  }
}

/** The date, or undefined with a remark when the text is no date. */
export function dateOf(
  context: CaseContext,
  pointer: string,
  text: string | null | undefined,
): PartialDate | undefined {
  const stated = wording(text)
  if (stated === undefined) return undefined
  const date = partialDate(stated)
  if (!date) {
    const expected = 'expected YYYY, YYYY-MM or YYYY-MM-DD that exists in the calendar'
    context.collector.reject(
      inCase(context.record.id, pointer),
      `"${stated}" is not a date; ${expected}`,
      'INT-12',
      inWords('line-no-date', { seen: stated }),
    )
  }
  return date
}
