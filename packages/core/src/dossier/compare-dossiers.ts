/**
 * What changed between two dates: two dossiers of one case, part by part.
 *
 * Each difference names its part, its subject, and how it read before and after; equal dossiers give none. What is
 * compared is what they say, not what they rest on: another source for the same value is no change.
 *
 * Next door: `compile-dossier.ts`, `turning-points.ts`.
 */
import type { DimensionFinding } from '../assessment/profile.ts'
import { derivedProperty } from '../incident/derived-properties.ts'
import { phraseFact, phraseValue } from '../incident/phrase-value.ts'
import type { Value } from '../kernel/value.ts'
import type { Vocabulary } from '../kernel/vocabulary.ts'
import type { FactRow } from '../kernel/fact-row.ts'
import type { Dossier } from './dossier.ts'

export const CHANGE_PARTS = [
  'facts',
  'profile',
  'tests',
  'norms',
  'attribution',
  'measures',
  'packages',
  'responses',
] as const

/** What was known of a property: a value, or several where sources differ. */
export interface ChangedFact {
  readonly values: readonly Value[]
  /** the same in English */
  readonly text: string
}

/** What stood there: what was known, a level of a dimension, or a word such as a verdict or a day. */
export type ChangedValue = string | DimensionFinding['level'] | ChangedFact

export interface DossierChange {
  readonly part: (typeof CHANGE_PARTS)[number]
  /** the name of a property, the id of a test, or what it is called */
  readonly subject: string
  /** none: nothing was on record */
  readonly before: readonly ChangedValue[]
  readonly after: readonly ChangedValue[]
}

/** What a test that the law of the date does not have reads as, besides its verdicts. */
export const NOT_IN_FORCE = 'not-in-force'

/**
 * Every difference from one dossier to another, in the order of `CHANGE_PARTS`, then of the dossiers.
 * @param vocabulary gives values their words and units
 */
export function compareDossiers(
  before: Dossier,
  after: Dossier,
  vocabulary: Vocabulary,
): readonly DossierChange[] {
  const factValues = (row: FactRow): readonly ChangedFact[] => {
    const property = vocabulary.find(row.property) ?? derivedProperty(row.property)
    if (!property) return []
    const { fact } = row
    if (fact) {
      if (fact.state === 'unknown') return []
      const values = fact.state === 'known' ? [fact.value] : fact.alternatives.map(({ value }) => value)
      return [{ values, text: phraseFact(property, fact) }]
    }
    return (row.values ?? [])
      .map(({ value }) => ({ values: [value], text: phraseValue(property, value) }))
      .toSorted((a, b) => (a.text === b.text ? 0 : a.text < b.text ? -1 : 1))
  }
  const both = <T>(
    part: DossierChange['part'],
    select: (dossier: Dossier) => readonly T[],
    subjectOf: (item: T) => string,
    valuesOf: (item: T) => readonly ChangedValue[],
  ): readonly DossierChange[] =>
    differences(
      part,
      valuesBySubject(select(before), subjectOf, valuesOf),
      valuesBySubject(select(after), subjectOf, valuesOf),
    )
  return [
    ...both(
      'facts',
      ({ facts }) => facts,
      ({ property }) => property,
      factValues,
    ),
    ...both(
      'profile',
      ({ profile }) => profile,
      ({ label }) => label,
      ({ level }) => [level],
    ),
    ...both(
      'tests',
      ({ tests }) => tests,
      ({ test }) => test,
      ({ inForce, verdict }) => [inForce ? verdict : NOT_IN_FORCE],
    ),
    ...both(
      'norms',
      ({ norms }) => norms,
      ({ label }) => label,
      ({ status }) => [status],
    ),
    ...both(
      'attribution',
      ({ attribution }) => attribution.claims,
      ({ claim }) => `${claim.claimant}: ${claim.accused}`,
      ({ claim }) => [
        [claim.kind, claim.accusedState, claim.date].filter((part) => part !== undefined).join(', '),
      ],
    ),
    ...both(
      'measures',
      ({ measures }) => measures,
      ({ label }) => label,
      ({ availability }) => [availability],
    ),
    ...both(
      'packages',
      ({ packages }) => packages,
      ({ label }) => label,
      ({ lawful, proportionality }) => [lawful, proportionality.verdict],
    ).map(whereItDiffers),
    ...both(
      'responses',
      ({ responses }) => responses,
      ({ by, instrument }) => `${by}: ${instrument}`,
      ({ date }) => [date],
    ),
  ]
}

/** Of several values that stand for one thing, those alone that read otherwise. */
function whereItDiffers({ before, after, ...change }: DossierChange): DossierChange {
  if (before.length !== after.length) return { ...change, before, after }
  const differs = (_: ChangedValue, index: number) => before[index] !== after[index]
  return { ...change, before: before.filter(differs), after: after.filter(differs) }
}

function valuesBySubject<T>(
  items: readonly T[],
  subjectOf: (item: T) => string,
  valuesOf: (item: T) => readonly ChangedValue[],
): ReadonlyMap<string, readonly ChangedValue[]> {
  return new Map(
    [...Map.groupBy(items, subjectOf)].map(([subject, group]) => [subject, group.flatMap(valuesOf)]),
  )
}

function differences(
  part: DossierChange['part'],
  before: ReadonlyMap<string, readonly ChangedValue[]>,
  after: ReadonlyMap<string, readonly ChangedValue[]>,
): readonly DossierChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((subject): readonly DossierChange[] => {
    const was = before.get(subject) ?? []
    const is = after.get(subject) ?? []
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ part, subject, before: was, after: is }]
  })
}
