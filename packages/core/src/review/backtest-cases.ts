/**
 * The back-test over closed cases: would the desk have had on the table what was done, and nothing that was not open?
 *
 * Takes a file of coded cases, a compiled pack and the importer; rebuilds each usable case as it stood at its first joint
 * act, without its answers, and compares. Four questions: were the instruments that were used among those found open;
 * was a listing proposed where the legal test was false; which contrasts of the file does the consistency check flag, and
 * how many pairs in all; what should have been, beside what was.
 *
 * Rules (docs/rules/review.md): REV-01 to REV-09. Pure: the same file and pack give the same report.
 */
import { PUBLIC } from '../kernel/marking.ts'
import type { CompiledDoctrine } from '../assessment/compile-doctrine.ts'
import { attributionClaimSchema } from '../incident/case-vocabulary.ts'
import { deriveFacts } from '../incident/derive-facts.ts'
import { resolveFacts } from '../kernel/fact.ts'
import { type CalendarDate, isPartialDate, latestDay, type PartialDate } from '../kernel/partial-date.ts'
import type { Assertion, Statement } from '../kernel/statement.ts'
import type { Value } from '../kernel/value.ts'
import { checkPairs, type FlaggedPair } from '../toolbox/check-consistency.ts'
import { codeCase } from '../toolbox/code-case.ts'
import { measuresOn, weighAvailability } from '../toolbox/weigh-availability.ts'
import type { Package } from '../toolbox/option.ts'
import { byId, weighCase, type WeighedCase } from '../toolbox/weigh-case.ts'
import {
  asItStood,
  backtestDay,
  type ClosedCase,
  type ClosedCaseFile,
  contrastPairs,
  jointActs,
  type RecordedResponse,
  withoutEnd,
} from './case-record.ts'
import { LISTING, measuresFor } from './instruments.ts'
import { supposingPeopleAgree } from './supposing-people.ts'

export interface BacktestTotals {
  readonly cases: number
  readonly scored: number
  readonly instrumentsUsed: number
  readonly instrumentsFoundAvailable: number
  readonly listingsProposedWhereTestFalse: number
  readonly contrasts: number
  readonly contrastsFlagged: number
  readonly pairsFlagged: number
}

export interface BacktestRow {
  readonly id: string
  readonly asOf: CalendarDate
  /** packages not above the usual ceiling on that day, mildest first: id, gravest step, what is open about it */
  readonly should: readonly string[]
  /** the joint acts, oldest first */
  readonly did: readonly string[]
  /** joint acts that were not found open on the day of their use, and why */
  readonly missed: readonly string[]
}

/** What `--json` prints. */
export interface BacktestReport {
  readonly totals: BacktestTotals
  readonly cases: readonly BacktestRow[]
}

/** What the report in words adds. */
export interface BacktestResult {
  readonly report: BacktestReport
  /** instruments found open without supposing any answer of people */
  readonly availableOutright: number
  /** pairs of cases that could be flagged: all of them */
  readonly pairs: number
  readonly flagged: readonly FlaggedPair[]
  /** joint acts that stand for no measure of the pack, with their case */
  readonly notMatched: readonly { readonly id: string; readonly act: string }[]
  readonly contrastsMissed: readonly (readonly [string, string])[]
}

export interface BacktestInput {
  readonly file: ClosedCaseFile
  readonly compiled: CompiledDoctrine
  /** the importer: one record to the statements of one case. Given with and without answers. */
  readonly toStatements: (record: Readonly<Record<string, unknown>>) => readonly Statement[]
}

/** Runs the back-test. Cases marked not usable are counted and compared but not scored; those without any date only counted. */
export function backtestCases(input: BacktestInput): BacktestResult {
  const { file } = input
  const scored = file.cases.flatMap((record) => {
    const asOf = record.backtest?.usable === false ? null : backtestDay(record)
    return asOf === null ? [] : [scoreCase(record, asOf, input)]
  })
  const coded = file.cases.flatMap((record) => codeClosedCase(record, input))
  const flagged = checkPairs(coded)
  const isFlagged = (pair: readonly [string, string]): boolean =>
    flagged.some(({ cases }) => pair.every((id) => cases.includes(id)))
  const contrasts = contrastPairs(knownContrasts(file).contrasts)
  const used = scored.flatMap(({ instruments }) => instruments)
  return {
    report: {
      totals: {
        cases: file.cases.length,
        scored: scored.length,
        instrumentsUsed: used.length,
        instrumentsFoundAvailable: used.filter(({ state }) => state !== 'missed').length,
        listingsProposedWhereTestFalse: scored.filter(({ listedWhereFalse }) => listedWhereFalse).length,
        contrasts: contrasts.length,
        contrastsFlagged: contrasts.filter(isFlagged).length,
        pairsFlagged: flagged.length,
      },
      cases: scored.map(({ row }) => row),
    },
    availableOutright: used.filter(({ state }) => state === 'available').length,
    pairs: (coded.length * (coded.length - 1)) / 2,
    flagged,
    notMatched: scored.flatMap(({ row: { id }, notMatched }) => notMatched.map((act) => ({ id, act }))),
    contrastsMissed: contrasts.filter((pair) => !isFlagged(pair)),
  }
}

/** The contrasts of a file between cases that it holds, and the ids they name besides. */
export function knownContrasts({ cases, contrasts }: ClosedCaseFile): {
  readonly contrasts: readonly { readonly cases: readonly string[] }[]
  readonly unknown: readonly string[]
} {
  const ids = new Set(cases.map(({ id }) => id))
  const named = contrasts ?? []
  return {
    contrasts: named.map((contrast) => ({ cases: contrast.cases.filter((id) => ids.has(id)) })),
    unknown: [...new Set(named.flatMap((contrast) => contrast.cases.filter((id) => !ids.has(id))))],
  }
}

interface Instrument {
  /** `asked`: open if the people who must be asked agree */
  readonly state: 'available' | 'asked' | 'missed'
  readonly why: string
  /** true when it stands for no measure of the pack */
  readonly isMatched: boolean
}

interface ScoredCase {
  readonly row: BacktestRow
  readonly instruments: readonly Instrument[]
  readonly notMatched: readonly string[]
  readonly listedWhereFalse: boolean
}

function scoreCase(record: ClosedCase, asOf: CalendarDate, input: BacktestInput): ScoredCase {
  const { compiled } = input
  const weighed = new Map<CalendarDate, WeighedCase>()
  const weighOn = (day: CalendarDate): WeighedCase => {
    const found = weighed.get(day)
    if (found) return found
    const known = statementsAsOf(record, day, input.toStatements)
    const facts = deriveFacts(resolveFacts(compiled.vocabulary, known), day)
    const fresh = weighCase(compiled, facts, day, byId(known))
    weighed.set(day, fresh)
    return fresh
  }
  const acts = jointActs(record).map((act) => ({ act, found: findInstrument(act, weighOn, compiled) }))
  const instruments = acts.flatMap(({ found }) => found ?? [])
  const notMatched = acts.flatMap(({ act, found }) => (found?.isMatched ? [] : [nameOf(act)]))
  const first = weighOn(asOf)
  return {
    row: {
      id: record.id,
      asOf,
      should: first.packages
        .filter(({ proportionality }) => proportionality.verdict !== 'needs-reason')
        .map(nameOfPackage),
      did: acts.map(({ act }) => nameOf(act)),
      missed: acts.flatMap(({ act, found }) =>
        found?.state === 'missed' ? [`${nameOf(act)}: ${found.why}`] : [],
      ),
    },
    instruments,
    notMatched,
    listedWhereFalse: [...weighed.values()].some(proposesListingWhereFalse),
  }
}

/**
 * What could be stated about a closed case on a day, its answers left out (REV-03). Coding stays, whenever it was made; a
 * claim of who did it counts from the day on which it was certainly made, an end from the day by which it had come.
 */
export function statementsAsOf(
  record: ClosedCase,
  day: CalendarDate,
  toStatements: BacktestInput['toStatements'],
): readonly Statement[] {
  const known = asItStood(record, day)
  const stated = toStatements(known)
  const isOver = !stated.some(({ assertions }) => assertions.some((said) => endsAfter(said, day)))
  return (isOver ? stated : toStatements(withoutEnd(known))).filter(({ assertions, source: { date } }) =>
    assertions.every((said) => said.property !== 'attributionClaim' || isSaidBefore(said.value, date, day)),
  )
}

/** On the day on which the Union says who did it, its word is the answer itself; it counts from the day after. */
function isSaidBefore(claim: Value, date: PartialDate | undefined, day: CalendarDate): boolean {
  if (date === undefined) return false
  const isOfUnion = attributionClaimSchema.safeParse(claim).data?.claimantState === 'EU'
  return isOfUnion ? latestDay(date) < day : latestDay(date) <= day
}

/** An end that may lie after the day: it was not certainly known by then. */
function endsAfter({ property, value }: Assertion, day: CalendarDate): boolean {
  return property === 'endDate' && typeof value === 'string' && isPartialDate(value) && latestDay(value) > day
}

/**
 * REV-04: each instrument is judged on the day of its use. Null for an act that nothing on record puts in the Toolbox; one
 * with a category that no measure matches is missed (REV-05).
 */
function findInstrument(
  act: RecordedResponse,
  weighOn: (day: CalendarDate) => WeighedCase,
  compiled: CompiledDoctrine,
): Instrument | null {
  const day = latestDay(act.date)
  const ids = measuresFor(act.instrument, act.toolboxCategory, measuresOn(compiled.doctrine, day))
  if (ids.length === 0) {
    if (!act.toolboxCategory?.trim()) return null
    const why = `no measure stands for "${act.instrument}" in the category "${act.toolboxCategory}"`
    return { state: 'missed', why, isMatched: false }
  }
  const { measures, facts } = weighOn(day)
  const candidates = measures.filter(({ measure }) => ids.includes(measure))
  if (candidates.some(({ availability }) => availability === 'available'))
    return { state: 'available', why: '', isMatched: true }
  const supposed = supposingPeopleAgree(
    facts,
    candidates.flatMap(({ turnsOn }) => turnsOn),
  )
  const asked = weighAvailability(compiled, supposed, day).filter(({ measure }) => ids.includes(measure))
  if (asked.some(({ availability }) => availability === 'available'))
    return { state: 'asked', why: '', isMatched: true }
  const why = asked.flatMap(({ measure, availability, turnsOn, reasons }) =>
    availability === 'turns-on'
      ? [`${measure} turns on ${turnsOn.join(', ')}`]
      : reasons.filter(({ verdict }) => verdict === 'false').map(({ text }) => `${measure}: ${text}`),
  )
  return { state: 'missed', why: why.join('; '), isMatched: true }
}

function proposesListingWhereFalse({ packages, tests }: WeighedCase): boolean {
  const test = tests.find((finding) => finding.test === LISTING.test)
  const isClosed = test !== undefined && (test.verdict === 'false' || !test.inForce)
  const listings: readonly string[] = LISTING.measures
  return isClosed && packages.some(({ steps }) => steps.some(({ measure }) => listings.includes(measure)))
}

function codeClosedCase(record: ClosedCase, { compiled, toStatements }: BacktestInput) {
  const day = backtestDay(record)
  if (day === null) return []
  const statements = toStatements(record)
  const facts = deriveFacts(resolveFacts(compiled.vocabulary, statements), day)
  const { profile } = weighCase(compiled, facts, day, byId(statements))
  return [{ ...codeCase(record.id, facts, profile, PUBLIC), entity: record.id }]
}

function nameOfPackage({ id, proportionality, lawful }: Package): string {
  const doubts = [
    ...(proportionality.verdict === 'undetermined' ? ['ceiling undetermined'] : []),
    ...(lawful === 'true' ? [] : ['turns on open questions']),
  ]
  return `${id} (${[`up to ${proportionality.highestEscalation}`, ...doubts].join(', ')})`
}

function nameOf({ date, instrument }: RecordedResponse): string {
  return `${date} ${instrument}`
}
