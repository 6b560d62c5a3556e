/**
 * A case reduced to the features by which cases are compared.
 *
 * Takes resolved facts and the profile of the seven dimensions; gives a `CodedCase`, small enough that ten thousand
 * fit in memory. What is unknown or contested stays out: null or an empty list, never a guess.
 *
 * Rests on: Regulation (EU) 2019/796 Art. 1(1), 1(4)–(6) for victims and target categories.
 * Next door: `nearest-precedents.ts` compares, `response-class.ts` says how the case was answered.
 */
import type { Marking } from '../kernel/marking.ts'
import type { DimensionFinding } from '../assessment/profile.ts'
import type { CodedCase } from './precedent.ts'
import { caseName, UNNAMED_CASE } from '../incident/case-name.ts'
import { responseSchema } from '../incident/case-vocabulary.ts'
import type { AttributionClaim, Response } from '../incident/case-vocabulary.ts'
import { claimsOf, targetsOf } from '../incident/derive-facts.ts'
import type { Dimension } from '../kernel/doctrine.ts'
import { type Alternative, type Facts, knownValue } from '../kernel/fact.ts'
import { type CalendarDate, isPartialDate, latestDay } from '../kernel/partial-date.ts'
import { responseClassOf } from './response-class.ts'

/** What an import writes where a claim names no perpetrator; two such claims do not name the same one. */
const NOBODY_NAMED = 'not named'

/** Target categories of Art. 1(4), by the fact that shows each. */
const TARGET_FACTS: readonly (readonly [property: string, category: string])[] = [
  ['criticalInfrastructureAffected', 'critical-infrastructure'],
  ['essentialServiceSectors', 'essential-services'],
  ['criticalStateFunctionsAffected', 'state-functions'],
  ['classifiedInformationSystemsAffected', 'classified-systems'],
  ['governmentEmergencyTeamsAffected', 'emergency-teams'],
]

/**
 * Codes one case for comparison.
 * @param facts   resolved and derived facts of the case (`deriveFacts`)
 * @param profile the seven dimensions as found for the same facts
 * @param marking the highest marking of the statements behind the facts
 * @param name    what the case is called, where its statements are at hand (`caseName`)
 */
export function codeCase(
  entity: string,
  facts: Facts,
  profile: readonly DimensionFinding[],
  marking: Marking,
  name: string = caseName(facts, new Map()) ?? UNNAMED_CASE,
): CodedCase {
  const claims = claimsOf(facts).map(({ it }) => it)
  const responses = responsesOf(facts)
  return {
    entity,
    name,
    marking,
    disclosed: dayOf(facts, 'disclosedDate'),
    levels: levelsOf(profile),
    effects: textsOf(facts, 'effects'),
    targetCategories: TARGET_FACTS.filter(([property]) => isPresent(facts, property)).map(
      ([, category]) => category,
    ),
    victim: victimOf(facts),
    attempted: booleanOf(facts, 'attempted'),
    sponsorStates: distinct(claims.flatMap(({ accusedState }) => accusedState ?? [])),
    stateDirected: directedBy(claims),
    accused: distinct(claims.map(({ accused }) => accused).filter((accused) => accused !== NOBODY_NAMED)),
    responses,
    responseClass: responseClassOf(responses),
  }
}

/** Every response on record, oldest first. */
function responsesOf(facts: Facts): readonly Response[] {
  return parsed(facts.many('response'), (value) => responseSchema.safeParse(value).data).toSorted((a, b) =>
    latestDay(a.date) < latestDay(b.date) ? -1 : latestDay(a.date) > latestDay(b.date) ? 1 : 0,
  )
}

/** The level that stands for a dimension in comparisons: the midpoint where it lies between two. */
function comparableLevel({ level }: DimensionFinding): number | null {
  if (level.state === 'known') return level.level
  return level.state === 'between' ? (level.lower + level.upper) / 2 : null
}

function levelsOf(profile: readonly DimensionFinding[]): Readonly<Record<Dimension, number | null>> {
  const find = (dimension: Dimension): number | null => {
    const finding = profile.find((candidate) => candidate.dimension === dimension)
    return finding ? comparableLevel(finding) : null
  }
  return {
    scope: find('scope'),
    scale: find('scale'),
    duration: find('duration'),
    intensity: find('intensity'),
    complexity: find('complexity'),
    sophistication: find('sophistication'),
    impact: find('impact'),
  }
}

function victimOf(facts: Facts): CodedCase['victim'] {
  if (isPresent(facts, 'memberStateHit')) return 'member-state'
  if (isPresent(facts, 'unionBodyTargeted')) return 'union-body'
  // `EU` among the victims stands for Union bodies or unnamed Member States
  if (targetsOf(facts).some(({ it }) => it.country === 'EU')) return 'member-state'
  if (isPresent(facts, 'thirdStateTargeted')) return 'third-state'
  return isPresent(facts, 'internationalOrganisationTargeted') ? 'international-organisation' : null
}

/** True only when every claim that speaks of it agrees; claims that differ leave it open. */
function directedBy(claims: readonly AttributionClaim[]): boolean | null {
  const said = new Set(claims.flatMap(({ stateDirected }) => stateDirected ?? []))
  const [only] = said
  return said.size === 1 && only !== undefined ? only : null
}

function isPresent(facts: Facts, property: string): boolean {
  const value = knownValue(facts.one(property))
  return (
    value === true || (typeof value === 'number' && value > 0) || (Array.isArray(value) && value.length > 0)
  )
}

function booleanOf(facts: Facts, property: string): boolean | null {
  const value = knownValue(facts.one(property))
  return typeof value === 'boolean' ? value : null
}

function textsOf(facts: Facts, property: string): readonly string[] {
  const value = knownValue(facts.one(property))
  return Array.isArray(value) ? distinct(value.filter((item) => typeof item === 'string')) : []
}

function dayOf(facts: Facts, property: string): CalendarDate | null {
  const value = knownValue(facts.one(property))
  return typeof value === 'string' && isPartialDate(value) ? latestDay(value) : null
}

function parsed<T>(values: readonly Alternative[], read: (value: unknown) => T | undefined): readonly T[] {
  return values.flatMap(({ value }) => read(value) ?? [])
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted()
}
