/**
 * The record of a case that is closed, as the back-test reads it, and the same case before anybody had answered it.
 *
 * Takes a file of coded cases; gives the part that the back-test itself needs (who answered what when, what is set side
 * by side) and, per case, the record without its answers. How a record becomes statements is the importer's business.
 *
 * Rules (docs/rules/review.md): REV-01 to REV-04. Next door: `backtest-cases.ts`.
 */
import { z } from 'zod'
import {
  type CalendarDate,
  daysBetween,
  earliestDay,
  isPartialDate,
  latestDay,
  partialDateSchema,
} from '../kernel/partial-date.ts'

const text = z.string().nullish()

const recordedResponseSchema = z.looseObject({
  date: partialDateSchema,
  by: z.string(),
  bySide: text,
  instrument: z.string(),
  toolboxCategory: text,
})
export type RecordedResponse = z.infer<typeof recordedResponseSchema>

const recordedActorSchema = z.looseObject({
  attributedBy: z.array(z.string()).nullish(),
  attributionDate: text,
})

const ratedSchema = z.looseObject({ values: z.record(z.string(), z.unknown()) })

export const closedCaseSchema = z.looseObject({
  id: z.string().min(1),
  name: z.string().min(1),
  publicDate: partialDateSchema.nullish(),
  startDate: partialDateSchema.nullish(),
  responses: z.array(recordedResponseSchema).nullish(),
  actors: z.array(recordedActorSchema).nullish(),
  /** not usable is what says so; any other word is a remark */
  backtest: z.looseObject({ usable: z.unknown() }).nullish(),
})
/** One case with its answers. */
export type ClosedCase = z.infer<typeof closedCaseSchema>

export const closedCaseFileSchema = z.looseObject({
  cases: z.array(closedCaseSchema),
  contrasts: z.array(z.looseObject({ cases: z.array(z.string()).min(1), kind: text })).nullish(),
})
export type ClosedCaseFile = z.infer<typeof closedCaseFileSchema>

/** Fields that say how it ended, or what others made of it afterwards. Fields whose name starts with `days` too. */
const OUTCOME_FIELDS: ReadonlySet<string> = new Set([
  'responses',
  'backtest',
  'councilReasons',
  'noJointResponse',
  'responseClass',
  'whyNoResponse',
  'laterEuReferences',
  'relatedOtherRegime',
  'process',
])

/** The joint acts of a case, oldest first: acts of the Union as such, which resolutions of Parliament are not (REV-02). */
export function jointActs(record: ClosedCase): readonly RecordedResponse[] {
  return (record.responses ?? [])
    .filter(
      ({ bySide, by, instrument }) => (bySide ?? by) === 'EU' && !/parliament/i.test(`${by} ${instrument}`),
    )
    .toSorted((a, b) => daysBetween(latestDay(b.date), latestDay(a.date)))
}

/**
 * The day as of which a case is rebuilt: that of the first joint act or, where there was none, one year after it became
 * public (after it began, where that is not recorded).
 * @returns null when the record has none of these dates
 */
export function backtestDay(record: ClosedCase): CalendarDate | null {
  const [first] = jointActs(record)
  if (first) return latestDay(first.date)
  const known = record.publicDate ?? record.startDate
  if (!known) return null
  const day = latestDay(known)
  const nextYear = String(Number(day.slice(0, 4)) + 1).padStart(4, '0')
  return `${nextYear}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`
}

/**
 * The record as if nobody had answered: no outcome field, and no claim that is itself a joint answer ("EU (listing,
 * 2020)"). Ratings and legal coding stay: they are the coders' reading of what happened.
 */
export function withoutAnswers(record: ClosedCase): Readonly<Record<string, unknown>> {
  const kept = Object.entries(record).filter(
    ([field]) => !OUTCOME_FIELDS.has(field) && !field.startsWith('days'),
  )
  return { ...Object.fromEntries(kept), responses: [], actors: (record.actors ?? []).map(withoutUnionClaims) }
}

/** Kept whole: what names the case and where it was read; claims and the end have rules of their own. */
const UNDATED_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'name',
  'sources',
  'verified',
  'actors',
  'endDate',
])
/** Words about the coding, not about what happened. */
const CODING_WORDS: ReadonlySet<string> = new Set(['source', 'address', 'note', 'codedBy', 'articlesChecked'])

/**
 * The record without its answers and without what its own words date to after a day (REV-03): a date, an entry of a list
 * ("d (since 2025)"), a figure or a rating whose words name a later day. A number that reads like a later year counts as
 * one: what may be hindsight is left out.
 */
export function asItStood(record: ClosedCase, day: CalendarDate): Readonly<Record<string, unknown>> {
  const kept = Object.entries(withoutAnswers(record)).map(
    ([field, value]) => [field, UNDATED_FIELDS.has(field) ? value : upTo(day, value)] as const,
  )
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined))
}

/** The record of what is not over yet: no end, and nothing that says how long it lasted. */
export function withoutEnd(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { data } = ratedSchema.safeParse(record['ratings'])
  const rated = data && { ...data, values: without(data.values, ['duration']) }
  return { ...without(record, ['endDate', 'duration', 'ratings']), ...(rated ? { ratings: rated } : {}) }
}

function without(
  record: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)))
}

/** A value without what its words date to after the day; undefined when nothing of it is left. */
function upTo(day: CalendarDate, value: unknown): unknown {
  if (typeof value === 'string') return namesLaterDay(value, day) ? undefined : value
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    return items.map((item) => upTo(day, item)).filter((item) => item !== undefined)
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const isLater = entries.some(
    ([key, part]) => !CODING_WORDS.has(key) && typeof part === 'string' && namesLaterDay(part, day),
  )
  if (isLater) return undefined
  const kept = entries.map(([key, part]) => [key, CODING_WORDS.has(key) ? part : upTo(day, part)] as const)
  return Object.fromEntries(kept.filter(([, part]) => part !== undefined))
}

/** True for words that name a day, month or year which begins after that day. */
function namesLaterDay(words: string, day: CalendarDate): boolean {
  const dates = words.match(/\b(?:19|20)\d{2}(?:-\d{2}){0,2}\b/g) ?? []
  return dates.some((date) => isPartialDate(date) && earliestDay(date) > day)
}

function withoutUnionClaims(actor: z.infer<typeof recordedActorSchema>): z.infer<typeof recordedActorSchema> {
  const [first] = actor.attributedBy ?? []
  return {
    ...actor,
    attributedBy: (actor.attributedBy ?? []).filter((claimant) => !isListing(claimant)),
    // the coded date is that of the first claimant, and goes with it
    attributionDate: first !== undefined && isListing(first) ? null : actor.attributionDate,
  }
}

/** The pairs that contrasts set side by side: of more than two members each with each; every pair once (REV-09). */
export function contrastPairs(
  contrasts: readonly { readonly cases: readonly string[] }[],
): readonly (readonly [string, string])[] {
  const pairs = contrasts.flatMap(({ cases }) =>
    [...new Set(cases)].flatMap((one, index, all) =>
      all.slice(index + 1).map((other) => [one, other] as const),
    ),
  )
  const byKey = new Map(pairs.map((pair) => [pair.toSorted().join('|'), pair]))
  return [...byKey.values()]
}

function isListing(claimant: string): boolean {
  return /^EU\b.*(listing|sanction|restrictive measure|designation)/i.test(claimant)
}
