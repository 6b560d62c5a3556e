/**
 * The record of a case that is closed, as the back-test reads it, and the same case before anybody had answered it.
 *
 * Takes a file of coded cases; gives the part that the back-test itself needs (who answered what when, what is set side
 * by side) and, per case, the record without its answers. How a record becomes statements is the importer's business.
 *
 * Rules (docs/rules/review.md): REV-01 to REV-04. Next door: `backtest-cases.ts`.
 */
import { z } from 'zod'
import { latestDay, type CalendarDate, partialDateSchema } from '../kernel/partial-date.ts'

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
    .toSorted((a, b) => (latestDay(a.date) < latestDay(b.date) ? -1 : 1))
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
  return /^EU\b.*listing/i.test(claimant)
}
