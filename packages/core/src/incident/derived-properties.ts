/**
 * The facts that nobody needs to state because they follow from others: their names, types, and what each rests on.
 *
 * Rules of the doctrine may ask for them like for any stated fact; questions to people are asked about what they rest
 * on. Four of them (`memberStatesAffected`, `thirdStateTargeted`, `stateAttributable` and, through them, others) may
 * also be stated, and a statement always wins.
 *
 * Rules DER-01 to DER-17 are in docs/rules/facts.md. Next door: `derive-facts.ts` computes them.
 */
import type { Property, PropertyType } from '../kernel/vocabulary.ts'

/** What follows from what: the number of the rule and the properties it reads, the first to be asked first. */
export interface Derivation {
  readonly rule: string
  readonly from: readonly string[]
}

/** Every property that may be derived, the stated ones included. */
export const DERIVATIONS: Readonly<Record<string, Derivation>> = {
  memberStatesAffected: { rule: 'DER-01', from: ['memberStates'] },
  memberStateHit: {
    rule: 'DER-02',
    from: ['memberStates', 'memberStatesAffected', 'target', 'unionBodyTargeted'],
  },
  thirdStateTargeted: { rule: 'DER-03', from: ['target'] },
  partnerHit: { rule: 'DER-04', from: ['thirdStateTargeted', 'internationalOrganisationTargeted'] },
  technicalAttributionMade: { rule: 'DER-05', from: ['attributionClaim'] },
  politicalAttributionMade: { rule: 'DER-06', from: ['attributionClaim'] },
  memberStateAttributed: { rule: 'DER-07', from: ['attributionClaim'] },
  victimAttributed: { rule: 'DER-08', from: ['attributionClaim', 'target'] },
  unionAttributed: { rule: 'DER-09', from: ['attributionClaim'] },
  stateNamed: { rule: 'DER-10', from: ['attributionClaim'] },
  accusedStates: { rule: 'DER-11', from: ['attributionClaim'] },
  stateAttributable: { rule: 'DER-12', from: ['attributionClaim'] },
  activityDays: { rule: 'DER-13', from: ['startDate', 'endDate'] },
  sectorCount: { rule: 'DER-14', from: ['target', 'essentialServiceSectors'] },
  victimCountryCount: { rule: 'DER-15', from: ['target', 'memberStates'] },
  effectCount: { rule: 'DER-16', from: ['effects'] },
  techniqueCount: { rule: 'DER-17', from: ['techniques'] },
}

const boolean: PropertyType = { type: 'boolean' }
const count = (unit: string): PropertyType => ({ type: 'integer', unit, min: 0 })

const ROWS: readonly (readonly [name: string, label: string, type: PropertyType, description: string])[] = [
  ['memberStateHit', 'A Member State was hit', boolean, 'at least one Member State is among those hit'],
  [
    'partnerHit',
    'A partner was hit',
    boolean,
    'a third State or an international organisation was targeted; who is a partner is for people to say',
  ],
  [
    'technicalAttributionMade',
    'Technical attribution made',
    boolean,
    'somebody says on technical grounds who did it',
  ],
  ['politicalAttributionMade', 'Political attribution made', boolean, 'a State or the Union says who did it'],
  [
    'memberStateAttributed',
    'A Member State attributed',
    boolean,
    'at least one Member State says who did it',
  ],
  ['victimAttributed', 'A victim attributed', boolean, 'a State that was hit says who did it'],
  ['unionAttributed', 'The Union attributed', boolean, 'the Union says who did it'],
  ['stateNamed', 'A State is named', boolean, 'some claim names a State behind the activity'],
  ['accusedStates', 'States named', { type: 'set' }, 'the States that claims name'],
  [
    'activityDays',
    'Days of activity',
    count('days'),
    'from start to end; where a date is imprecise, its shortest and longest reading stand side by side',
  ],
  ['sectorCount', 'Sectors hit', count('sectors'), 'distinct sectors among the victims on record'],
  [
    'victimCountryCount',
    'Countries hit',
    count('countries'),
    'distinct countries among the victims on record; worldwide counts as 50',
  ],
  ['effectCount', 'Kinds of effect', count('kinds'), 'number of different effects'],
  ['techniqueCount', 'Techniques used', count('techniques'), 'number of different techniques on record'],
]

/** The derived properties that no statement carries; group `derived`. */
export const DERIVED_PROPERTIES: readonly Property[] = ROWS.map(([name, label, type, description]) => ({
  name,
  label,
  type,
  description,
  group: 'derived',
  cardinality: 'one',
}))

/** Names of every property that `deriveFacts` may add. */
export const DERIVED_NAMES: readonly string[] = Object.keys(DERIVATIONS)

const byName = new Map(DERIVED_PROPERTIES.map((property) => [property.name, property]))

/** The derived property of that name, or undefined: stated properties are in the vocabulary. */
export function derivedProperty(name: string): Property | undefined {
  return byName.get(name)
}
