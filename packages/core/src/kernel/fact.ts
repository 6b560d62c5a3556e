/**
 * Facts: what the statements that a reader may see add up to, property by property.
 *
 * Takes statements; gives, per property, a value that is known, contested (credible sources disagree; both sides are
 * kept) or unknown. Nothing is averaged and an unknown never becomes a false.
 *
 * Rules (docs/rules/facts.md): FACT-01 superseded and retracted assertions are left out; FACT-02 a source that says
 * the same passage again at a later date replaces its earlier self; FACT-03 sources graded E or 5 do not contest better ones; FACT-04
 * different credible values are contested; FACT-05 no statement, no value: unknown; FACT-06 of what changes with time,
 * what held on the day asked for; FACT-07 a source has spoken at the latest on the day of its record in Brussels.
 *
 * Next door: `statement.ts`, `vocabulary.ts`, `held-on.ts`; `../incident/derive-facts.ts` adds what follows from other facts.
 */
import { dayInBrussels } from './brussels-day.ts'
import { heldOn } from './held-on.ts'
import { type CalendarDate, type Instant, latestDay } from './partial-date.ts'
import {
  type Assertion,
  canonicalJson,
  sha256Hex,
  type Statement,
  type StatementId,
  type StatementReference,
} from './statement.ts'
import type { Value } from './value.ts'
import { claimKey, type Property, type Vocabulary } from './vocabulary.ts'

/** Where a value stands: one property of one statement. */
export interface Support {
  readonly statement: StatementId
  readonly property: string
}

export interface Alternative<V extends Value = Value> {
  readonly value: V
  readonly support: readonly Support[]
}

export type Fact<V extends Value = Value> =
  | {
      readonly state: 'known'
      readonly value: V
      readonly support: readonly Support[]
      readonly derivedBy?: string
    }
  | {
      readonly state: 'contested'
      readonly alternatives: readonly Alternative<V>[]
      readonly derivedBy?: string
    }
  | { readonly state: 'unknown' }

export const UNKNOWN: Fact = { state: 'unknown' }

/** All facts of one entity. Properties without a statement are absent, which reads as unknown. */
export interface Facts {
  /** the resolved fact of a property of cardinality `one` */
  one(property: string): Fact
  /** every value of a property of cardinality `many`, in order of record */
  many(property: string): readonly Alternative[]
  /** names of the properties that have at least one value */
  readonly properties: readonly string[]
}

/** One assertion with the statement it comes from, still standing. */
export interface StandingAssertion {
  readonly statement: Statement
  readonly assertion: Assertion
}

/** The two clocks that "as of" can ask for; both may be given. */
export interface KnowledgeDate {
  /** only what sources had said by the end of that day (what could be known) */
  readonly saidBy?: CalendarDate | undefined
  /** only what this desk had recorded by that instant (what we knew) */
  readonly recordedBy?: Instant | undefined
}

/**
 * The statements known on a date. A source dated "2016" counts from 31 December 2016: only then is it certain that it
 * had spoken. At the latest a statement counts from the day, in Brussels, on which it was recorded.
 */
export function knownBy(statements: readonly Statement[], date: KnowledgeDate): readonly Statement[] {
  const { saidBy, recordedBy } = date
  if (saidBy === undefined && recordedBy === undefined) return statements
  return statements.filter(
    (statement) =>
      (saidBy === undefined || spokenOn(statement) <= saidBy) &&
      (recordedBy === undefined || statement.assertedAt <= recordedBy),
  )
}

/** What still stands: FACT-01 applied, oldest record first. Order of input does not matter. */
export function standingAssertions(statements: readonly Statement[]): readonly StandingAssertion[] {
  const withdrawn = new Set<string>()
  for (const statement of statements) {
    for (const reference of [...(statement.supersedes ?? []), ...(statement.retracts ?? [])]) {
      withdrawn.add(keyOf(reference))
    }
  }
  const byHash = statements.some(({ erased }) => erased !== undefined)
  const ordered = statements.toSorted((a, b) =>
    a.assertedAt === b.assertedAt ? compareText(a.id, b.id) : compareText(a.assertedAt, b.assertedAt),
  )
  return ordered.flatMap((statement) =>
    withdrawn.has(withdrawalKey(statement.id))
      ? []
      : statement.assertions
          .filter(
            ({ property, value }) =>
              !withdrawn.has(withdrawalKey(statement.id, property)) &&
              (withdrawn.size === 0 || !withdrawn.has(withdrawalKey(statement.id, property, value))) &&
              !(byHash && withdrawn.has(hashedKey(statement.id, property, valueHashOf(value)))),
          )
          .map((assertion) => ({ statement, assertion })),
  )
}

/** The SHA-256 by which a value that was erased from a reference is still told from others. */
export function valueHashOf(value: Value): string {
  return sha256Hex(canonicalJson(value))
}

/**
 * Resolves statements about one entity into facts.
 * Pure; the order of the statements does not matter. Assertions that the vocabulary does not know are left out.
 * @param when.heldOn of properties that change with time, only what held on that day (FACT-06); all of it when absent
 */
export function resolveFacts(
  vocabulary: Vocabulary,
  statements: readonly Statement[],
  when: { readonly heldOn?: CalendarDate } = {},
): Facts {
  const byProperty = new Map<string, { property: Property; standing: StandingAssertion[] }>()
  for (const standing of standingAssertions(statements)) {
    const property = vocabulary.find(standing.assertion.property)
    if (!property) continue
    const entry = byProperty.get(property.name)
    if (entry) entry.standing.push(standing)
    else byProperty.set(property.name, { property, standing: [standing] })
  }
  const one = new Map<string, Fact>()
  const many = new Map<string, readonly Alternative[]>()
  for (const [name, { property, standing }] of byProperty) {
    const day = property.changesWithTime ? when.heldOn : undefined
    if (property.cardinality === 'one') {
      const fact = resolveOne(property, standing, day)
      if (fact.state !== 'unknown') one.set(name, fact)
    } else {
      const values = group(property, heldOnDay(standing, day).certain)
      if (values.length > 0) many.set(name, values)
    }
  }
  return factsOf(one, many)
}

/** Facts from ready-made maps; for derivations and tests. */
export function factsOf(
  one: ReadonlyMap<string, Fact>,
  many: ReadonlyMap<string, readonly Alternative[]> = new Map(),
): Facts {
  return {
    one: (property) => one.get(property) ?? UNKNOWN,
    many: (property) => many.get(property) ?? [],
    properties: [...one.keys(), ...many.keys()],
  }
}

/** The value of a known fact, else undefined: unknown and contested have no single value. */
export function knownValue(fact: Fact): Value | undefined {
  return fact.state === 'known' ? fact.value : undefined
}

/** Every statement that a fact rests on. */
export function supportOf(fact: Fact): readonly Support[] {
  if (fact.state === 'known') return fact.support
  return fact.state === 'contested' ? fact.alternatives.flatMap((alternative) => alternative.support) : []
}

/** @param day undefined for what does not change with time: all of it holds */
function heldOnDay(standing: readonly StandingAssertion[], day: CalendarDate | undefined) {
  if (day === undefined) return { certain: standing, possible: [] }
  const answers = Map.groupBy(standing, ({ assertion }) => heldOn(assertion, day))
  return { certain: answers.get('true') ?? [], possible: answers.get('unknown') ?? [] }
}

function resolveOne(
  property: Property,
  standing: readonly StandingAssertion[],
  day: CalendarDate | undefined,
): Fact {
  const credible = standing.filter(({ statement }) => isCredible(statement))
  const doubtful = standing.filter(({ statement }) => !isCredible(statement))
  // a passage is replaced whole, with the days for which it spoke; only then is asked what held on the day
  const better = heldOnDay(latestOfEachPassage(credible), day)
  const worse = heldOnDay(latestOfEachPassage(doubtful), day)
  const held = better.certain.length > 0 ? better : worse
  if (held.certain.length === 0) return UNKNOWN
  // what may have held can contest what did, and is no value of its own
  const alternatives = group(property, [...held.certain, ...better.possible])
  const [first] = alternatives
  if (!first) return UNKNOWN
  return alternatives.length === 1
    ? { state: 'known', value: first.value, support: first.support }
    : { state: 'contested', alternatives }
}

function group(property: Property, standing: readonly StandingAssertion[]): readonly Alternative[] {
  const [only, ...others] = standing
  if (only && others.length === 0) {
    const { statement, assertion } = only
    return [{ value: assertion.value, support: [{ statement: statement.id, property: property.name }] }]
  }
  const groups = new Map<string, { value: Value; support: Support[] }>()
  for (const { statement, assertion } of standing) {
    const key = claimKey(property.type, assertion.value)
    const support = { statement: statement.id, property: property.name }
    const existing = groups.get(key)
    if (existing) existing.support.push(support)
    else groups.set(key, { value: assertion.value, support: [support] })
  }
  return [...groups.values()]
}

/** FACT-03: true unless its source is unreliable (E) or what it says improbable (5). */
export function isCredible({ grading }: Pick<Statement, 'grading'>): boolean {
  return grading.reliability !== 'E' && grading.credibility !== '5'
}

/** FACT-02: of one passage only what it says at its latest date; two readings of one date contest each other. */
function latestOfEachPassage(standing: readonly StandingAssertion[]): readonly StandingAssertion[] {
  if (standing.length < 2) return standing
  const latest = new Map<string, CalendarDate>()
  for (const { statement } of standing) {
    const key = passageKey(statement)
    const day = spokenOn(statement)
    if ((latest.get(key) ?? '') < day) latest.set(key, day)
  }
  return standing.filter(({ statement }) => latest.get(passageKey(statement)) === spokenOn(statement))
}

function passageKey({ id, source }: Statement): string {
  // without a locator nothing says that it is the same passage, so the statement stands for itself
  return source.locator === undefined ? id : `${source.document}|${source.locator}|${source.party ?? ''}`
}

/** The day by which the source had certainly spoken: not later than the day of the record in Brussels (FACT-07). */
function spokenOn({ source, assertedAt }: Statement): CalendarDate {
  const said = source.date && latestDay(source.date)
  // the day in Brussels is never before that in UTC, and takes longer to find
  if (said && said < assertedAt.slice(0, 10)) return said
  const recorded = dayInBrussels(assertedAt)
  return said && said < recorded ? said : recorded
}

function keyOf({ statement, property, value, valueHash }: StatementReference): string {
  return valueHash === undefined
    ? withdrawalKey(statement, property, value)
    : hashedKey(statement, property ?? '*', valueHash)
}

function hashedKey(statement: StatementId, property: string, valueHash: string): string {
  return `${statement}|${property}|sha256:${valueHash}`
}

function withdrawalKey(statement: StatementId, property = '*', value?: Value): string {
  return value === undefined ? `${statement}|${property}` : `${statement}|${property}|${canonicalJson(value)}`
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
