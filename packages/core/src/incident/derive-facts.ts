/**
 * Facts that follow from others: how many Member States were hit, whether a State is named, how long it went on.
 *
 * Takes resolved facts and the date asked for; gives the same facts with the derived ones added, each with the number
 * of its rule and the support of what it follows from. A stated fact is never overridden; contested inputs give a
 * contested result, unknown inputs leave it unknown, and silence is never read as "no".
 *
 * Rests on: docs/rules/facts.md, DER-01 to DER-17. Next door: `derived-properties.ts`, `combine-facts.ts`.
 */
import { UNKNOWN, type Alternative, type Fact, type Facts } from '../kernel/fact.ts'
import {
  type CalendarDate,
  daysBetween,
  earliestDay,
  isPartialDate,
  latestDay,
} from '../kernel/partial-date.ts'
import type { Value } from '../kernel/value.ts'
import {
  type AttributionClaim,
  attributionClaimSchema,
  type Target,
  targetSchema,
} from './case-vocabulary.ts'
import { follow, holdsFor, known, settle, type Supported } from './combine-facts.ts'
import { DERIVATIONS } from './derived-properties.ts'
import { isMemberState } from './member-states.ts'

/** Our judgement: a claim of worldwide victims counts as this many countries (DER-15). */
const WORLDWIDE_COUNT = 50

/**
 * Adds what follows from the facts of a case.
 *
 * @param onDate used as the day of membership where the start of the activity is not known
 * @returns facts that read as before for everything stated; derived ones carry `derivedBy`
 */
export function deriveFacts(facts: Facts, onDate: CalendarDate): Facts {
  const derived = new Map<string, Fact>()
  const one = (property: string): Fact => {
    const stated = facts.one(property)
    return stated.state === 'unknown' ? (derived.get(property) ?? UNKNOWN) : stated
  }
  const add = (property: string, fact: Fact): void => {
    if (fact.state === 'unknown' || facts.one(property).state !== 'unknown') return
    derived.set(property, { ...fact, derivedBy: DERIVATIONS[property]?.rule ?? '' })
  }

  const targets = targetsOf(facts)
  const claims = claimsOf(facts)
  const days = possibleDays(facts.one('startDate'), onDate)
  const memberOn = (code: string) => days.every((day) => isMemberState(code, day))
  const couldBeMember = (code: string) => days.some((day) => isMemberState(code, day))
  const outsideOn = (code: string) => isCountry(code) && !couldBeMember(code)

  add(
    'memberStatesAffected',
    follow([facts.one('memberStates')], ([codes]) => countOfStates(codes, couldBeMember)),
  )
  add(
    'memberStateHit',
    memberStateHit(
      one,
      targets.filter(({ it }) => memberOn(it.country)),
      targets.filter(({ it }) => it.country === 'EU'),
      couldBeMember,
    ),
  )
  add('thirdStateTargeted', holdsFor(targets.filter(({ it }) => outsideOn(it.country))))
  add(
    'partnerHit',
    follow([one('thirdStateTargeted'), one('internationalOrganisationTargeted')], ([state, organisation]) =>
      state === true || organisation === true
        ? true
        : state === false && organisation === false
          ? false
          : undefined,
    ),
  )

  // a listing or an indictment that names no State attributes nothing to one (Decision (CFSP) 2019/797, recital 9)
  const bySpokenFor = claims.filter(
    ({ it }) =>
      it.claimantState !== undefined &&
      (it.kind === 'political' || (it.kind === 'legal' && it.accusedState !== undefined)),
  )
  const hitStates = new Set([
    ...targets.map(({ it }) => it.country),
    ...knownCodes(facts.one('memberStates')),
  ])
  const naming = claims.filter(({ it }) => it.accusedState !== undefined)
  add('technicalAttributionMade', holdsFor(claims.filter(({ it }) => it.kind === 'technical')))
  add('politicalAttributionMade', holdsFor(bySpokenFor))
  add(
    'memberStateAttributed',
    holdsFor(bySpokenFor.filter(({ it }) => isMemberState(it.claimantState ?? '', dayOf(it, onDate)))),
  )
  add('victimAttributed', holdsFor(bySpokenFor.filter(({ it }) => isHit(it.claimantState, hitStates))))
  add('unionAttributed', holdsFor(bySpokenFor.filter(({ it }) => it.claimantState === 'EU')))
  add('stateNamed', holdsFor(naming))
  if (naming.length > 0) {
    add(
      'accusedStates',
      known([...new Set(naming.map(({ it }) => it.accusedState ?? ''))].toSorted(), naming),
    )
  }
  const directed = bySpokenFor.filter(({ it }) => it.stateDirected === true)
  if (directed.length > 0) add('stateAttributable', known('probable', directed))

  add('activityDays', activityDays(facts.one('startDate'), facts.one('endDate')))
  add('sectorCount', sectorCount(targets, facts.one('essentialServiceSectors')))
  add('victimCountryCount', countryCount(targets, facts.one('memberStates')))
  add(
    'effectCount',
    follow([facts.one('effects')], ([effects]) => sizeOf(effects)),
  )
  add(
    'techniqueCount',
    follow([facts.one('techniques')], ([techniques]) => sizeOf(techniques)),
  )

  return {
    one,
    many: (property) => facts.many(property),
    properties: [...facts.properties, ...derived.keys()],
  }
}

/** The victims on record, each with its support. */
export function targetsOf(facts: Facts): readonly Supported<Target>[] {
  return facts.many('target').flatMap(({ value, support }) => {
    const parsed = targetSchema.safeParse(value)
    return parsed.success ? [{ it: parsed.data, support }] : []
  })
}

/** The claims of who did it, each with its support. */
export function claimsOf(facts: Facts): readonly Supported<AttributionClaim>[] {
  return facts.many('attributionClaim').flatMap(({ value, support }) => {
    const parsed = attributionClaimSchema.safeParse(value)
    return parsed.success ? [{ it: parsed.data, support }] : []
  })
}

function memberStateHit(
  one: (property: string) => Fact,
  hit: readonly Supported<Target>[],
  ofUnion: readonly Supported<Target>[],
  couldBeMember: (code: string) => boolean,
): Fact {
  const listed = follow([one('memberStates')], ([codes]) => {
    if (!isList(codes)) return undefined
    if (codes.some((code) => code === 'EU' || couldBeMember(String(code)))) return true
    return codes.length === 0 ? false : undefined
  })
  const counted = follow([one('memberStatesAffected')], ([count]) =>
    typeof count === 'number' ? count > 0 : undefined,
  )
  const byTarget = hit.length === 0 ? UNKNOWN : known(true, hit)
  // `EU` among the victims is a body of the Union or unnamed Member States; where it is stated to be no body, the latter
  const unnamed = follow([one('unionBodyTargeted')], ([isBody]) => (isBody === false ? true : undefined))
  const byElimination =
    ofUnion.length === 0 || unnamed.state !== 'known'
      ? UNKNOWN
      : { ...unnamed, support: [...ofUnion.flatMap(({ support }) => support), ...unnamed.support] }
  const sides = [listed, counted, byTarget, byElimination].flatMap((fact) =>
    fact.state === 'known' ? [fact] : fact.state === 'contested' ? fact.alternatives : [],
  )
  return settle(sides.map(({ value, support }) => ({ value, support })))
}

/** DER-01: with `EU` or `*` in the list the number stays open, because unnamed Member States may stand behind it. */
function countOfStates(
  codes: Value | undefined,
  couldBeMember: (code: string) => boolean,
): number | undefined {
  if (!isList(codes)) return undefined
  const distinct = [...new Set(codes.map(String))]
  return distinct.every(isCountry) ? distinct.filter(couldBeMember).length : undefined
}

function activityDays(start: Fact, end: Fact): Fact {
  const readings = follow([start, end], ([from, to]) => {
    if (typeof from !== 'string' || typeof to !== 'string' || !isPartialDate(from) || !isPartialDate(to))
      return undefined
    const longest = daysBetween(earliestDay(from), latestDay(to))
    // an end before the start is an error of the source: nothing follows from it
    return longest < 0 ? undefined : [Math.max(0, daysBetween(latestDay(from), earliestDay(to))), longest]
  })
  if (readings.state === 'unknown') return UNKNOWN
  const ranges: readonly Alternative[] = readings.state === 'known' ? [readings] : readings.alternatives
  return settle(
    ranges.flatMap(({ value, support }) =>
      isList(value) ? value.map((length) => ({ value: length, support })) : [],
    ),
  )
}

function sectorCount(targets: readonly Supported<Target>[], essential: Fact): Fact {
  if (targets.length === 0) return follow([essential], ([sectors]) => sizeOf(sectors))
  const sectors = new Set(
    targets.flatMap(({ it }) => it.sector.toLowerCase().split(/[,;/]/)).flatMap((word) => word.trim() || []),
  )
  return known(sectors.size, targets)
}

function countryCount(targets: readonly Supported<Target>[], memberStates: Fact): Fact {
  if (targets.length === 0)
    return follow([memberStates], ([codes]) => (isList(codes) ? countOf(codes.map(String)) : undefined))
  const named = targets.map(({ it }) => it.country)
  // the list of Member States may name more than the list of victims; without it the victims stand alone
  if (memberStates.state === 'unknown') return known(countOf(named), targets)
  const total = follow([memberStates], ([codes]) =>
    countOf([...named, ...(isList(codes) ? codes.map(String) : [])]),
  )
  const support = targets.flatMap((target) => target.support)
  const sides = total.state === 'contested' ? total.alternatives : total.state === 'known' ? [total] : []
  return settle(sides.map((side) => ({ value: side.value, support: [...support, ...side.support] })))
}

function countOf(codes: readonly string[]): number {
  const distinct = new Set(codes)
  return distinct.delete('*') ? Math.max(WORLDWIDE_COUNT, distinct.size) : distinct.size
}

function possibleDays(start: Fact, onDate: CalendarDate): readonly CalendarDate[] {
  const values =
    start.state === 'known'
      ? [start.value]
      : start.state === 'contested'
        ? start.alternatives.map((a) => a.value)
        : []
  const days = values.flatMap((value) =>
    typeof value === 'string' && isPartialDate(value) ? [earliestDay(value), latestDay(value)] : [],
  )
  return days.length > 0 ? days : [onDate]
}

function dayOf(claim: AttributionClaim, onDate: CalendarDate): CalendarDate {
  return claim.date === undefined ? onDate : latestDay(claim.date)
}

function knownCodes(fact: Fact): readonly string[] {
  return fact.state === 'known' && isList(fact.value) ? fact.value.map(String) : []
}

function isHit(state: string | undefined, hit: ReadonlySet<string>): boolean {
  return state !== undefined && isCountry(state) && hit.has(state)
}

function isCountry(code: string): boolean {
  return code !== 'EU' && code !== '*'
}

function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value)
}

function sizeOf(value: Value | undefined): number | undefined {
  return isList(value) ? new Set(value.map((item) => JSON.stringify(item))).size : undefined
}
