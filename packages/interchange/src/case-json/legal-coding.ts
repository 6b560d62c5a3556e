/**
 * The legal coding of a case record, as inputs of the tests of Regulation (EU) 2019/796.
 *
 * The coders judged in hindsight from sources of the time; each statement says so. A letter that was not coded is not a
 * denial: only an explicit "no" makes the facts false. Factors called potential belong to an attempt.
 *
 * Rests on: Regulation (EU) 2019/796 Art. 1(2)–(6) and Art. 2. Next door: `responses.ts`, `actors.ts`.
 */
import { DIMENSIONS, inWords, OWN_READING, phraseWord } from '@demarche/core'
import { isThirdStateThroughout } from '../membership.ts'
import { type Claim, partialDate, wording } from '../reading.ts'
import { type CaseContext, codingSource, inCase, stateSection } from './case-context.ts'
import type { CaseLegalFacts } from './schema.ts'

const ORIGIN_FACTS = [
  ['a', 'originOutsideUnion'],
  ['b', 'infrastructureOutsideUnion'],
  ['c', 'perpetratorEstablishedOrOperatingOutsideUnion'],
  ['d', 'supportDirectionControlFromOutsideUnion'],
] as const

const ACTS = [
  ['access', 'actAccessToSystem'],
  ['system interference', 'actSystemInterference'],
  ['data interference', 'actDataInterference'],
  ['data interception', 'actDataInterception'],
] as const

const SECTORS: readonly (readonly [word: RegExp, sector: string])[] = [
  [/\benergy|electricity|power grid|\bgas\b|\boil\b/i, 'energy'],
  [/transport|shipping|\brail|logistics|aviation|\bports?\b/i, 'transport'],
  [/\bbank/i, 'banking'],
  [/\bfinanc/i, 'financial-market'],
  [/\bhealth|hospital/i, 'health'],
  [/\bwater\b/i, 'drinking-water'],
  [/telecom|digital infrastructure|\bIT services|internet/i, 'digital-infrastructure'],
]

const FUNCTIONS: readonly (readonly [word: RegExp, area: string])[] = [
  [/\bgovernment|parliament|ministr|\bcourts?\b|public\b/i, 'governance'],
  [/\belection|political (party|organi[sz]ation)|campaign/i, 'elections'],
  [/\bdefence|military/i, 'defence'],
]

export function stateLegalCoding(context: CaseContext): void {
  const legal = context.record.legalFacts
  if (legal) {
    const source = codingSource(context, legal.codedBy, legal.note)
    const threat = legal.externalThreat
    stateSection(context, '/legalFacts/externalThreat', source, originClaims(threat), {
      confidence: threat?.met === 'likely' ? 'low' : undefined,
    })
    stateSection(context, '/legalFacts', source, [
      ...actClaims(legal),
      ...targetClaims(context, legal),
      ...effectClaims(legal),
    ])
  }
  stateRatings(context)
  stateNorms(context)
}

function originClaims(threat: CaseLegalFacts['externalThreat']): Claim[] {
  const met = threat?.met ?? 'unknown'
  if (met === 'no') return ORIGIN_FACTS.map(([, property]) => [property, false])
  if (met === 'not-established' || met === 'unknown') return []
  const letters = new Set((threat?.basisArt1_2 ?? []).map((basis) => basis.trim().slice(0, 1)))
  return ORIGIN_FACTS.filter(([letter]) => letters.has(letter)).map(([, property]) => [property, true])
}

function actClaims(legal: CaseLegalFacts): Claim[] {
  const coded = (legal.actionTypesArt1_3 ?? []).map((action) => action.toLowerCase())
  const acts: Claim[] = ACTS.filter(([word]) => coded.some((action) => action.startsWith(word))).map(
    ([, property]) => [property, true],
  )
  // an act is only coded under Art. 1(3) when nobody entitled had authorised it
  if (acts.length > 0) acts.push(['authorisedByRightHolder', false])
  return [...acts, ['attempted', legal.attempted ?? undefined]]
}

function targetClaims(context: CaseContext, legal: CaseLegalFacts): Claim[] {
  const { record, collector } = context
  const sectors = (record.targets ?? []).flatMap(({ sector }) => wording(sector) ?? [])
  const entries = (legal.targetCategoriesArt1_4 ?? []).flatMap((entry) => entry.split(';'))
  const letters = new Set<string>()
  for (const entry of entries) {
    const letter = /1\(4\)\(([a-e])\)/.exec(entry)?.[1]
    if (letter && /\bif\b/.test(entry)) {
      collector.remark(
        inCase(record.id, '/legalFacts/targetCategoriesArt1_4'),
        `"${entry.trim()}" is conditional: not recorded as a fact`,
        inWords('remark-conditional', { seen: entry.trim() }),
      )
    } else if (letter) letters.add(letter)
  }
  const third = legal.thirdStateOrInternationalOrganisationArt1_6
  const organisation = sectors.some((sector) => /international organi[sz]ation/i.test(sector))
  return [
    ['criticalInfrastructureAffected', letters.has('a') ? true : undefined],
    ['essentialServiceSectors', letters.has('b') ? matched(SECTORS, sectors, 'other-essential') : undefined],
    [
      'criticalStateFunctionsAffected',
      letters.has('c') ? matched(FUNCTIONS, sectors, 'governance') : undefined,
    ],
    ['classifiedInformationSystemsAffected', letters.has('d') ? true : undefined],
    ['governmentEmergencyTeamsAffected', letters.has('e') ? true : undefined],
    [
      'finding.test-target-member-states:human',
      letters.size > 0
        ? { holds: true, grounds: `targets coded under Art. 1(4)(${[...letters].join('), (')})` }
        : undefined,
    ],
    ['unionBodyTargeted', legal.unionTargetArt1_5 ?? undefined],
    ['internationalOrganisationTargeted', third === false ? false : third && organisation ? true : undefined],
    [
      'thirdStateTargeted',
      third === false ? deniedThirdState(context) : third && !organisation ? true : undefined,
    ],
  ]
}

/** "Not under Art. 1(6)" denies a victim in a third State where the record names its victims, and none of them is one. */
function deniedThirdState({ record, collector, disclosed }: CaseContext): false | undefined {
  const day = partialDate(record.startDate) ?? disclosed
  const countries = (record.targets ?? []).flatMap(({ country }) => country ?? [])
  const third = countries.filter(
    (country) => country !== 'EU' && country !== '*' && day && isThirdStateThroughout(country, day),
  )
  if (third.length === 0) return countries.length === 0 ? undefined : false
  collector.remark(
    inCase(record.id, '/legalFacts/thirdStateOrInternationalOrganisationArt1_6'),
    `false, while ${third.join(', ')} is among the targets: not recorded as a denial`,
    inWords('remark-no-denial', { choices: third }),
  )
  return undefined
}

function effectClaims(legal: CaseLegalFacts): Claim[] {
  const factors = legal.significantEffectFactorsArt2 ?? []
  const present = factors.filter((factor) => !/potential/i.test(factor)).flatMap((factor) => letterOf(factor))
  const named = factors.flatMap((factor) => letterOf(factor))
  if (named.length === 0) return []
  // an effect that is only potential has not been had, also where nobody coded the act as an attempt
  const isIntended = legal.attempted === true || present.length === 0
  const finding = isIntended ? 'finding.test-attempt:counterfactual' : 'finding.test-significant-effect'
  const grounds = `factors coded as present under Art. 2: ${factors.map(sayFactor).join('; ')}`
  return [
    ['significantEffectFactorsCoded', present.length > 0 ? present : undefined],
    [finding, { holds: true, grounds }],
  ]
}

/** @example sayFactor('2(c)') // '2(c) number of Member States concerned' */
function sayFactor(factor: string): string {
  const [letter] = letterOf(factor)
  if (letter === undefined) return factor
  const said = phraseWord('significantEffectFactorsCoded', letter).replace(`(${letter}) `, '')
  return /^\s*2?\([a-g]\)\s*$/.test(factor) ? `${factor.trim()} ${said}` : `${factor.trim()} (${said})`
}

function letterOf(factor: string): string[] {
  const letter = /^\s*2?\(([a-g])\)/.exec(factor)?.[1]
  return letter ? [letter] : []
}

function stateRatings(context: CaseContext): void {
  const { record, collector } = context
  const values = record.ratings?.values ?? {}
  const claims = Object.entries(values).flatMap(([dimension, rating]): Claim[] => {
    if (!DIMENSIONS.some((known) => known === dimension)) {
      collector.reject(
        inCase(record.id, '/ratings/values'),
        `"${dimension}" is no dimension; expected ${DIMENSIONS.join(', ')}`,
        'INT-13',
        inWords('line-not-among', { seen: dimension, choices: DIMENSIONS }),
      )
      return []
    }
    const reason = wording(rating.reason) ?? 'no reason recorded'
    return rating.value === null ? [] : [[`rating.${dimension}`, { level: rating.value, reason }]]
  })
  stateSection(context, '/ratings', codingSource(context, record.ratings?.codedBy), claims)
}

function stateNorms(context: CaseContext): void {
  const norms = context.record.normsBreached
  const stated = wording(norms?.claimedBy)
  const isOwn = stated === undefined || isOwnReading(stated)
  const claimedBy = isOwn ? OWN_READING : stated
  const claims = (norms?.letters ?? []).map((letter): Claim => ['normClaim', { letter, claimedBy }])
  const coding = codingSource(context, undefined, norms?.note)
  const words =
    stated === undefined ? 'no claimant on record' : `claimed by, in the words of the record: ${stated}`
  const source = {
    ...coding,
    verified: norms?.verified ?? false,
    notes: [...(coding.notes ?? []), isOwn ? words : undefined],
  }
  stateSection(context, '/normsBreached', source, claims)
}

/**
 * True when nobody has claimed the norm: the coders chose the letter themselves ("us (analogy)", "letters by us", "none
 * claimed"). In capitals "US" is the United States.
 */
export function isOwnReading(claimedBy: string): boolean {
  return (
    /^us\b|\b(by|from) us\b|^our own\b/.test(claimedBy.trim()) ||
    /^(none|nobody|no one)\b/i.test(claimedBy.trim())
  )
}

function matched(
  table: readonly (readonly [RegExp, string])[],
  texts: readonly string[],
  otherwise: string,
): string[] {
  const found = table.filter(([word]) => texts.some((text) => word.test(text))).map(([, name]) => name)
  return found.length > 0 ? found : [otherwise]
}
