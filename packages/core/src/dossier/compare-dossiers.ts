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
import type { Vocabulary } from '../kernel/vocabulary.ts'
import type { Dossier, FactRow } from './dossier.ts'

export const CHANGE_PARTS = [
  'facts',
  'profile',
  'tests',
  'norms',
  'attribution',
  'measures',
  'responses',
] as const

export interface DossierChange {
  readonly part: (typeof CHANGE_PARTS)[number]
  readonly subject: string
  readonly before: string
  readonly after: string
}

const NOTHING = 'nothing on record'

/**
 * Every difference from one dossier to another, in the order of `CHANGE_PARTS`, then of the dossiers.
 * @param vocabulary gives values their words and units
 */
export function compareDossiers(
  before: Dossier,
  after: Dossier,
  vocabulary: Vocabulary,
): readonly DossierChange[] {
  const factText = (row: FactRow): string => {
    const property = vocabulary.find(row.property) ?? derivedProperty(row.property)
    if (!property) return NOTHING
    if (row.fact) return row.fact.state === 'unknown' ? NOTHING : phraseFact(property, row.fact)
    const values = (row.values ?? []).map(({ value }) => phraseValue(property, value))
    return values.length === 0 ? NOTHING : values.toSorted().join('; ')
  }
  const both = <T>(
    part: DossierChange['part'],
    select: (dossier: Dossier) => readonly T[],
    subjectOf: (item: T) => string,
    textOf: (item: T) => string,
  ): readonly DossierChange[] =>
    differences(part, texts(select(before), subjectOf, textOf), texts(select(after), subjectOf, textOf))
  return [
    ...both(
      'facts',
      ({ facts }) => facts,
      ({ label }) => label,
      factText,
    ),
    ...both(
      'profile',
      ({ profile }) => profile,
      ({ label }) => label,
      levelText,
    ),
    ...both(
      'tests',
      ({ tests }) => tests,
      ({ test }) => test,
      ({ inForce, verdict }) => (inForce ? verdict : 'not in force'),
    ),
    ...both(
      'norms',
      ({ norms }) => norms,
      ({ label }) => label,
      ({ status }) => status,
    ),
    ...both(
      'attribution',
      ({ attribution }) => attribution.claims,
      ({ claim }) => `${claim.claimant}: ${claim.accused}`,
      ({ claim }) =>
        [claim.kind, claim.accusedState, claim.date].filter((part) => part !== undefined).join(', '),
    ),
    ...both(
      'measures',
      ({ measures }) => measures,
      ({ label }) => label,
      ({ availability }) => availability,
    ),
    ...both(
      'responses',
      ({ responses }) => responses,
      ({ by, instrument }) => `${by}: ${instrument}`,
      ({ date }) => date,
    ),
  ]
}

function texts<T>(
  items: readonly T[],
  subjectOf: (item: T) => string,
  textOf: (item: T) => string,
): ReadonlyMap<string, string> {
  const bySubject = Map.groupBy(items, subjectOf)
  return new Map([...bySubject].map(([subject, group]) => [subject, group.map(textOf).join('; ')]))
}

function differences(
  part: DossierChange['part'],
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly DossierChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((subject): readonly DossierChange[] => {
    const was = before.get(subject) ?? NOTHING
    const is = after.get(subject) ?? NOTHING
    return was === is ? [] : [{ part, subject, before: was, after: is }]
  })
}

function levelText({ level }: DimensionFinding): string {
  switch (level.state) {
    case 'known':
      return String(level.level)
    case 'between':
      return `${level.lower} to ${level.upper}`
    case 'contested':
      return `contested: ${level.levels.join(' or ')}`
    case 'unknown':
      return 'unknown'
  }
}
