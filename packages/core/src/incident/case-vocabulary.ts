/**
 * The vocabulary of a case: every property that a statement about a malicious cyber activity may carry.
 *
 * Long because it is a table: one row a property, in the order in which forms and pages show them. The inputs of the
 * legal tests keep the names of the doctrine pack, so that a rule and a form speak of the same thing.
 *
 * Rests on: Regulation (EU) 2019/796 Arts 1–3 for the legal inputs; the Toolbox's seven dimensions; ISO 3166-1.
 */
import { z } from 'zod'
import { DIMENSIONS } from '../kernel/doctrine.ts'
import { partialDateSchema } from '../kernel/partial-date.ts'
import type { Value } from '../kernel/value.ts'
import { STATES_THAT_WERE_MEMBERS } from './member-states.ts'
import { countrySchema, defineVocabulary, type Property, type PropertyType } from '../kernel/vocabulary.ts'
import { rightsAnswerSchema, rightsOpeningSchema, rightsSignatureSchema } from './rights-statements.ts'

export const EFFECTS = [
  'access',
  'disruption',
  'destruction',
  'data-theft',
  'data-made-unavailable',
  'data-leak',
  'defacement',
  'extortion',
  'influence',
  'hijacking',
  'staging',
] as const

export const ESSENTIAL_SERVICE_SECTORS = [
  'energy',
  'transport',
  'banking',
  'financial-market',
  'health',
  'drinking-water',
  'digital-infrastructure',
  'other-essential',
] as const

export const STATE_FUNCTIONS = [
  'defence',
  'governance',
  'elections',
  'economic-civil-infrastructure',
  'internal-security',
  'external-relations',
] as const

/** Who invokes a norm when it is only the coder's reading: nobody has claimed it. */
export const OWN_READING = 'our own reading'

export const ATTRIBUTION_KINDS = ['technical', 'political', 'legal'] as const
export const RESPONDERS = ['EU', 'EU-institution', 'MS', 'partners', 'victim', 'adversary', 'other'] as const
export const SIGNIFICANT_EFFECT_FACTORS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const

export const targetSchema = z.strictObject({
  country: countrySchema,
  sector: z.string().min(1),
  entity: z.string().min(1).optional(),
})
/** One victim or group of victims; `sector` in the source's own words. */
export type Target = z.infer<typeof targetSchema>

export const attributionClaimSchema = z.strictObject({
  claimant: z.string().min(1),
  /** ISO code of the State that speaks, `EU` for the Union, absent for companies and others */
  claimantState: countrySchema.optional(),
  kind: z.enum(ATTRIBUTION_KINDS),
  /** the named perpetrator: a group, a unit, a person */
  accused: z.string().min(1),
  /** the State said to stand behind it; absent when none is named */
  accusedState: countrySchema.optional(),
  /** true: State-directed; false: harboured or tolerated only; absent: not said */
  stateDirected: z.boolean().optional(),
  date: partialDateSchema.optional(),
  /** in the claimant's own words */
  confidenceAsStated: z.string().min(1).optional(),
})
/** Who says that who did it, how, when, how surely. Never merged with another claim. */
export type AttributionClaim = z.infer<typeof attributionClaimSchema>

export const responseSchema = z.strictObject({
  date: partialDateSchema,
  by: z.string().min(1),
  bySide: z.enum(RESPONDERS),
  instrument: z.string().min(1),
  category: z
    .enum(['preventive', 'cooperative', 'stability', 'restrictive', 'lawful-response-support'])
    .optional(),
  description: z.string().min(1).optional(),
})
export type Response = z.infer<typeof responseSchema>

export const ratingSchema = z.strictObject({ level: z.int().min(0).max(5), reason: z.string().min(1) })
/** A person's rating of one dimension. */
export type Rating = z.infer<typeof ratingSchema>

/** A person's finding on a question that the law leaves to weighing. */
export const findingSchema = z.strictObject({ holds: z.boolean(), grounds: z.string().min(1) })

export const ACH_READINGS = ['consistent', 'inconsistent', 'neutral'] as const

type Row = readonly [
  name: string,
  label: string,
  type: PropertyType,
  description: string,
  cardinality?: 'many',
]

/** Also the one that was a member: a case may be older than its withdrawal. */
const memberStates: PropertyType = {
  type: 'countries',
  among: STATES_THAT_WERE_MEMBERS,
}
const boolean: PropertyType = { type: 'boolean' }
const text: PropertyType = { type: 'text' }
const date: PropertyType = { type: 'date' }
const count = (unit: string, max?: number): PropertyType => ({
  type: 'integer',
  unit,
  min: 0,
  ...(max === undefined ? {} : { max }),
})
/** The parts of a record that hold the code of a country, in whatever record they stand. */
const COUNTRY_PARTS = ['country', 'claimantState', 'accusedState']
const record = (shape: z.ZodType<Value>, key?: (value: Value) => string): PropertyType => ({
  type: 'record',
  shape,
  countries: COUNTRY_PARTS,
  ...(key ? { key } : {}),
})

// one row a property: the formatter would make a page of each
// prettier-ignore
const GROUPS: Readonly<Record<string, readonly Row[]>> = {
  identity: [
    ['name', 'Name', text, 'short name by which the case is known'],
    ['aliases', 'Other names', { type: 'set' }, 'other names in use'],
    ['summary', 'Summary', text, 'what happened, in two or three sentences'],
    ['sourceReference', 'Reference', text, 'identifier of the case in the source', 'many'],
  ],
  time: [
    ['startDate', 'Start', date, 'when the activity began'],
    ['endDate', 'End', date, 'when the activity or its effects ended'],
    ['discoveredDate', 'Discovered', date, 'when the victim or a third party noticed'],
    ['disclosedDate', 'Disclosed', date, 'when it became public'],
    ['durationText', 'Duration as stated', text, 'duration in the words of the source'],
  ],
  victims: [
    ['target', 'Target', record(targetSchema), 'a victim or group of victims, by country and sector', 'many'],
    ['memberStates', 'Member States hit', memberStates, 'Member States in which systems, persons or interests were hit, at the time'],
    ['memberStatesAffected', 'Number of Member States hit', count('Member States', 28), 'count, where only the number is known or as it follows from the list'],
    ['memberStatesSignificantlyAffected', 'Member States significantly hit', count('Member States', 28), 'Member States where the impact is significant, by their own assessment'],
    ['unionBodyTargeted', 'Union body targeted', boolean, 'institution, body, office, agency, delegation, CSDP mission or special representative (Art. 1(5))'],
    ['thirdStateTargeted', 'Third State targeted', boolean, 'a State outside the Union was targeted'],
    ['internationalOrganisationTargeted', 'International organisation targeted', boolean, 'an international organisation was targeted'],
    ['criticalInfrastructureAffected', 'Critical infrastructure', boolean, 'submarine cables and objects in outer space included (Art. 1(4)(a))'],
    ['essentialServiceSectors', 'Essential services hit', { type: 'set', values: ESSENTIAL_SERVICE_SECTORS }, 'services needed for essential social or economic activity; the list is open (Art. 1(4)(b))'],
    ['criticalStateFunctionsAffected', 'Critical State functions hit', { type: 'set', values: STATE_FUNCTIONS }, 'functions of the State; the areas are examples (Art. 1(4)(c))'],
    ['classifiedInformationSystemsAffected', 'Classified information systems', boolean, 'systems that store or process classified information (Art. 1(4)(d))'],
    ['governmentEmergencyTeamsAffected', 'Government emergency response teams', boolean, 'government emergency response teams (Art. 1(4)(e))'],
    ['humanRightsAffected', 'Human rights affected', { type: 'set', values: ['privacy', 'expression', 'assembly', 'life', 'vote', 'other'] }, 'rights touched by the act'],
  ],
  act: [
    ['effects', 'Effects', { type: 'set', values: EFFECTS }, 'what the activity did to systems, data and people'],
    ['actAccessToSystem', 'Access to an information system', boolean, 'someone accessed a system; for an attempt: tried to (not defined in the Regulation)'],
    ['actSystemInterference', 'System interference', boolean, 'the functioning of a system was hindered or interrupted by acting on data (Art. 1(7)(b))'],
    ['actDataInterference', 'Data interference', boolean, 'data deleted, damaged, altered, suppressed, made inaccessible or stolen (Art. 1(7)(c))'],
    ['actDataInterception', 'Data interception', boolean, 'non-public transmissions captured by technical means (Art. 1(7)(d)); copying stored data is theft, not interception'],
    ['authorisedByRightHolder', 'Authorised by the right holder', boolean, 'the owner or another right holder duly authorised the act'],
    ['permittedByUnionOrMemberStateLaw', 'Permitted by law', boolean, 'Union law or the law of the Member State concerned allows the act'],
    ['attempted', 'Attempt only', boolean, 'tried and did not, or not fully, succeed'],
    ['intendedEffectEvidence', 'Evidence of the intended effect', { type: 'enum', values: ['none', 'weak', 'moderate', 'strong'] }, 'for attempts: evidence of what it was meant to achieve'],
    ['accessDepth', 'Depth of access', { type: 'enum', values: ['none', 'perimeter', 'user', 'admin', 'ot-control'] }, 'how far the intrusion got'],
    ['techniques', 'Techniques', { type: 'set' }, 'MITRE ATT&CK technique ids or names'],
    ['phases', 'Stages', count('stages'), 'distinct stages of the operation'],
    ['actors', 'Actors', count('actors'), 'distinct actors or proxies'],
    ['vectors', 'Vectors', count('vectors'), 'distinct attack vectors'],
    ['supplyChainStep', 'Supply-chain step', boolean, 'a supplier or its software was the way in'],
    ['zeroDayUsed', 'Unknown vulnerabilities used', count('vulnerabilities'), 'previously unknown vulnerabilities used'],
    ['customTooling', 'Own tools', boolean, 'tools made for the operation'],
    ['opsec', 'Operational security', { type: 'integer', unit: '0–3', min: 0, max: 3 }, 'care taken to hide'],
  ],
  origin: [
    ['originOutsideUnion', 'Origin outside the Union', boolean, 'the act originates or is carried out from outside the Union (Art. 1(2)(a)); says nothing about who did it'],
    ['infrastructureOutsideUnion', 'Infrastructure outside the Union', boolean, 'uses infrastructure outside the Union (Art. 1(2)(b)); never attribution'],
    ['perpetratorEstablishedOrOperatingOutsideUnion', 'Perpetrator established or operating outside', boolean, 'a person or body that carries it out is established or operates outside the Union (Art. 1(2)(c))'],
    ['supportDirectionControlFromOutsideUnion', 'Support, direction or control from outside', boolean, 'supported, directed or controlled from outside the Union (Art. 1(2)(d))'],
  ],
  effect: [
    ['disruptionSeverity', 'Severity of disruption', { type: 'integer', unit: '0–5', min: 0, max: 5 }, 'severity for economic and societal activity, essential services, State functions, public order or safety'],
    ['disruptionDurationHours', 'Duration of disruption', { type: 'number', unit: 'hours', min: 0 }, 'time until service was back to an acceptable level'],
    ['disruptionClass', 'Disruption, by duration class', { type: 'enum', values: ['none', 'under-24h', 'over-24h'] }, 'disruption as coded by class, where no number of hours is known'],
    ['dwellTimeDays', 'Access kept', { type: 'number', unit: 'days', min: 0 }, 'how long access was kept or the campaign ran'],
    ['personsAffected', 'Persons affected', count('persons'), 'natural persons affected'],
    ['legalPersonsAffected', 'Organisations affected', count('organisations'), 'legal persons, entities, bodies affected'],
    ['systemsAffected', 'Systems affected', count('systems'), 'computers, servers, devices or sites affected'],
    ['economicLossEur', 'Economic loss', { type: 'number', unit: 'EUR', min: 0 }, 'economic loss caused, in euro of the year of the act'],
    ['perpetratorBenefitEur', 'Benefit to the perpetrator', { type: 'number', unit: 'EUR', min: 0 }, 'economic benefit gained by the perpetrator'],
    ['recordsStolen', 'Records stolen', count('records'), 'records or accounts stolen or exposed'],
    ['dataStolenNature', 'Nature of stolen data', { type: 'set', values: ['personal', 'special-category', 'classified', 'diplomatic', 'health', 'financial', 'ip', 'other'] }, 'nature of the stolen data'],
    ['dataTheftClass', 'Data theft, by class', { type: 'enum', values: ['none', 'non-sensitive', 'sensitive'] }, 'data theft as coded by class, where amount and nature are not known'],
    ['hijackingClass', 'Hijacking, by class', { type: 'enum', values: ['none', 'without-misuse', 'with-misuse'] }, 'control over systems as coded by class: gained only, or used'],
    ['commerciallySensitiveDataAccessed', 'Commercially sensitive data', boolean, 'trade secrets, intellectual property or similar were accessed'],
    ['physicalDamage', 'Physical damage', { type: 'enum', values: ['none', 'minor', 'significant', 'widespread'] }, 'physical damage'],
    ['deaths', 'Deaths', count('persons'), 'deaths caused'],
    ['injured', 'Injured', count('persons'), 'injuries caused'],
    ['significantEffectFactorsCoded', 'Factors of significant effect, as coded', { type: 'set', values: SIGNIFICANT_EFFECT_FACTORS }, 'letters of Art. 2 that a person coded as present'],
  ],
  attribution: [
    ['attributionClaim', 'Attribution claim', record(attributionClaimSchema), 'who says that who did it; claims stand side by side', 'many'],
    ['stateAttributable', 'Attributable to a State', { type: 'enum', values: ['no', 'unknown', 'probable', 'yes'] }, 'legal attribution of the operation to a State: a finding of people'],
    ['attributionConfidence', 'Confidence of attribution', { type: 'enum', values: ['low', 'moderate', 'high'] }, 'confidence word of the analysts'],
    ['personRole', 'Role of a candidate for listing', { type: 'enum', values: ['responsible', 'support-financial', 'support-technical', 'support-material', 'otherwise-involved', 'associated', 'none'] }, 'role of the person or entity considered for listing'],
    ['evidenceReleasable', 'Evidence can be released', boolean, 'enough evidence can be shown to the person and to the Court'],
    ['identifiersSufficient', 'Identifiers sufficient', boolean, 'name plus at least one distinguishing identifier'],
    ['hypothesis', 'Hypothesis', record(z.strictObject({ id: z.string().min(1), text: z.string().min(1) })), 'one explanation that competes with the others', 'many'],
    ['evidence', 'Evidence item', record(z.strictObject({ id: z.string().min(1), text: z.string().min(1) })), 'one item that hypotheses are read against', 'many'],
    ['evidenceReading', 'Reading of evidence', record(z.strictObject({ hypothesis: z.string().min(1), evidence: z.string().min(1), reading: z.enum(ACH_READINGS) })), 'how an item reads under a hypothesis', 'many'],
  ],
  conduct: [
    ['territorialEffects', 'Effects on territory', boolean, 'physical damage, injury or loss of functionality on the territory of another State'],
    ['inherentlyGovernmentalFunctionAffected', 'Inherently governmental function', boolean, 'elections, tax, diplomacy, law enforcement, defence and similar'],
    ['coercive', 'Coercive', boolean, 'meant to deprive the State of free choice'],
    ['affectsDomaineReserve', 'Domaine réservé', boolean, 'touches matters that a State may decide freely'],
    ['territorialStateKnew', 'Territorial State knew', { type: 'enum', values: ['no', 'should-have-known', 'yes'] }, 'knowledge of the State from whose territory the act came'],
    ['territorialStateActed', 'Territorial State acted', boolean, 'it took feasible, reasonable measures'],
    ['graveImminentPeril', 'Grave and imminent peril', boolean, 'grave and imminent peril to an essential interest'],
    ['onlyMeans', 'Only means', boolean, 'no other lawful way to safeguard the interest'],
    ['normClaim', 'Norm invoked', record(z.strictObject({ letter: z.string().regex(/^[a-k]$/), claimedBy: z.string().min(1) })), 'a UN norm said to be breached, and by whom', 'many'],
  ],
  context: [
    ['armedConflictExists', 'Armed conflict', boolean, 'an armed conflict exists and the act has a nexus with it'],
    ['hybridCampaign', 'Part of a hybrid campaign', boolean, 'combined with information manipulation, other hybrid or military action'],
    ['actsBySameActorIn24Months', 'Acts by the same actor in 24 months', count('acts'), 'proven acts by the same actor in the last 24 months, this one included'],
    ['cfspObjectiveNeed', 'Need for CFSP objectives', boolean, 'the Council judges action necessary for objectives of TEU Art. 21: a political finding'],
    ['memberStateRequested', 'Member State asked for help', boolean, 'an affected Member State asked for assistance'],
    ['victimRequestsResponse', 'Victim asks for a joint response', boolean, 'the victim asked for a joint diplomatic response'],
    ['partnersActing', 'Partners are acting', boolean, 'like-minded partners act or are about to act'],
    ['ownCapacityOverwhelmed', 'Own capacity overwhelmed', boolean, 'a Member State considers its response capacity overwhelmed'],
    ['disasterOrTerroristAttack', 'Disaster or terrorist attack', { type: 'enum', values: ['none', 'terrorist-attack', 'natural-disaster', 'man-made-disaster'] }, 'qualification by the Member State'],
  ],
  response: [
    ['response', 'Response', record(responseSchema), 'what was done about it, by whom', 'many'],
    ['noJointResponse', 'No joint response', record(z.strictObject({ reason: z.string().min(1) })), 'considered and not answered jointly, with the reason on record'],
    ['divergenceReason', 'Reason for differing from like cases', record(z.strictObject({ precedent: z.string().min(1), reason: z.string().min(1) })), 'why this case is answered otherwise than a like one', 'many'],
  ],
}

/** What speaks of the day on which a response is weighed, and may be otherwise on another: it takes days of validity. */
const CHANGE_WITH_TIME: ReadonlySet<string> = new Set([
  'evidenceReleasable',
  'identifiersSufficient',
  'graveImminentPeril',
  'onlyMeans',
  'cfspObjectiveNeed',
  'memberStateRequested',
  'victimRequestsResponse',
  'partnersActing',
  'ownCapacityOverwhelmed',
])

const properties: readonly Property[] = Object.entries(GROUPS).flatMap(([group, rows]) =>
  rows.map(([name, label, type, description, cardinality]): Property => ({
    name,
    label,
    type,
    description,
    group,
    cardinality: cardinality ?? 'one',
    ...(CHANGE_WITH_TIME.has(name) ? { changesWithTime: true } : {}),
  })),
)

const levelOf = (value: Value): string => JSON.stringify(ratingSchema.parse(value).level)
const holdsOf = (value: Value): string => JSON.stringify(findingSchema.parse(value).holds)

/** What a rights check is made of; shown as a check and not among the facts. */
export const RIGHTS_GROUP = 'rights'
const RIGHTS: Readonly<Record<string, Pick<Property, 'label' | 'description' | 'type'>>> = {
  'rights.answer': {
    label: 'Rights check: answer',
    description: 'an answer to a question of the rights check of a set of measures, with its grounds',
    type: record(rightsAnswerSchema),
  },
  'rights.signature': {
    label: 'Rights check: signature',
    description: 'somebody stands for the rights check of a set of measures, until a day of review',
    type: record(rightsSignatureSchema),
  },
  'rights.opening': {
    label: 'Rights check: procedure opened on it',
    description: 'a procedure that was opened on a rights check, with the reason where something was open',
    type: record(rightsOpeningSchema),
  },
}

/** The names of what a rights check is made of. */
export const RIGHTS_PROPERTIES: readonly string[] = Object.keys(RIGHTS)

/**
 * The vocabulary of the kind `case`. Three families: `rating.<dimension>` for ratings by people, `finding.<key>` for
 * their findings on questions of weighing, `rights.<part>` for rights checks. Ratings contest each other by level,
 * findings by what they hold, not by the words of their reasons; what is said in a rights check stands side by side.
 */
export const CASE_VOCABULARY = defineVocabulary('case', 'case', properties, {
  rating: (name) => ({
    name,
    label: `Rating: ${name.slice('rating.'.length)}`,
    description: `a person's level 0–5 with the reason (${DIMENSIONS.join(', ')})`,
    group: 'judgement',
    type: record(ratingSchema, levelOf),
    cardinality: 'one',
  }),
  finding: (name) => ({
    name,
    label: `Finding: ${name.slice('finding.'.length)}`,
    description: 'a person’s finding on a question that the law leaves to weighing, with its grounds',
    group: 'judgement',
    type: record(findingSchema, holdsOf),
    cardinality: 'one',
  }),
  rights: (name) => {
    const own = RIGHTS[name]
    return own && { name, ...own, group: RIGHTS_GROUP, cardinality: 'many' }
  },
})
