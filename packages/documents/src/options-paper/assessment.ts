/**
 * Section "summary of assessment": the seven dimensions, the legal tests, the norms, and who is said to have done it.
 *
 * Two tables carry it. Levels and suggestions are this desk's judgement and are labelled so; unknown and contested
 * stay in words; attribution claims stand side by side and are not merged.
 */
import {
  euCountryCode,
  formatPartialDate,
  isSettled,
  type AttributionClaim,
  type DimensionFinding,
  type LegalFinding,
  type LegalTest,
  type MemberStateStance,
} from '@demarche/core'
import { wordingIn, type Wording } from '../language/wording.ts'
import type { Words } from '../paper-writer.ts'
import {
  AUTHORITY_WORDS,
  opening,
  sayCount,
  sayCountries,
  sayCountry,
  sayFact,
  sayLevel,
  sayList,
  sentence,
  SUGGESTION_WORDS,
} from '../wording.ts'
import { citationInShort, openPoint, testLabel } from './labels.ts'
import { isSetOut, isWeighed, testOf, type Paper } from './paper.ts'

export function writeAssessment(paper: Paper): void {
  writeProfile(paper)
  writeContested(paper)
  writeTests(paper)
  writeNorms(paper)
  writeAttribution(paper)
}

function writeProfile({ dossier, writer }: Paper): void {
  writer.heading('The seven dimensions')
  writer.numbered(
    "The levels run from 0 to 5. Where no person has rated a dimension, the level is this desk's judgement: its own " +
      'scale applied to the facts. The dimensions are not added up, and no single number decides.',
  )
  writer.table(
    'The seven dimensions: level, reason, doubt and basis',
    [
      ['Dimension', 14],
      ['Level', 11],
      ['Reason', 42],
      ['Basis and doubt', 33],
    ],
    dossier.profile.map((finding): Words[] => [
      finding.label,
      opening(sayLevel(finding.level)),
      [
        [...(finding.anchor ? [sentence(finding.anchor)] : []), ...finding.reasons.map(sentence)].join(' ') ||
          'No fact on record bears on it.',
        ...writer.support(finding.support),
      ],
      `${sayBasis(finding)}; ${sayDoubt(finding)}`,
    ]),
  )
  const { band } = dossier
  writer.numbered(
    band.band === null
      ? "This desk's judgement gives no response band: too little is known for one."
      : `As a reading aid, this desk's judgement puts the response in band ${band.band} of 5` +
          (band.usualCeiling === null
            ? ''
            : `, with a usual ceiling of escalation of ${band.usualCeiling} of 5`) +
          ` (${band.confidence} confidence). ${band.steps.map(sentence).join(' ')}`.trimEnd(),
  )
}

function sayDoubt({ level, confidence, scaleSuggests }: DimensionFinding): string {
  const doubts = [`${confidence} confidence`]
  if (level.state === 'between' && level.lower !== level.upper) doubts.push('open facts could raise it')
  if (level.state === 'contested') doubts.push('ratings or sources disagree')
  if (level.state === 'unknown') doubts.push('too little is known')
  if (scaleSuggests) {
    const { lower, upper } = scaleSuggests
    doubts.push(`the scale alone would say ${lower === upper ? lower : `${lower} to ${upper}`}`)
  }
  return doubts.join('; ')
}

function sayBasis({ basis }: DimensionFinding): string {
  if (basis === 'person') return 'Rated by a person'
  return basis === 'scale' ? "This desk's scale" : 'None'
}

function writeContested({ dossier, writer }: Paper): void {
  const contested = dossier.facts.flatMap((row) =>
    row.fact?.state === 'contested' ? [{ row, fact: row.fact }] : [],
  )
  if (contested.length === 0) return
  writer.numbered('Sources of equal standing disagree on the following; this paper takes neither side:')
  writer.list(
    contested.map(({ row, fact }) => [
      `${row.label}: `,
      ...fact.alternatives.flatMap((alternative, index) => [
        ...(index === 0 ? [] : ['; or ']),
        sayFact(row.property, { state: 'known', value: alternative.value, support: [] }),
        ...writer.support(alternative.support),
      ]),
      '.',
    ]),
  )
}

function writeTests(paper: Paper): void {
  const { dossier, writer } = paper
  writer.heading('The legal tests')
  writer.numbered(
    'The table gives each test as it stands on the facts known on the date of this paper. Where the law leaves a test ' +
      "to weighing, the paper gives a suggested finding only, which is this desk's judgement: the finding is for people " +
      'to make.',
  )
  const told = dossier.tests.filter(
    (finding) => !finding.inForce || isWeighed(paper, finding) || isSetOut(paper, finding),
  )
  writer.table(
    'Legal tests: finding, what it turns on, article and kind',
    [
      ['Test', 25],
      ['Finding, and what it turns on', 32],
      ['Article', 29],
      ['Kind', 14],
    ],
    told.map((finding): Words[] => {
      const test = testOf(paper, finding.test)
      return [
        testLabel(paper, finding.test),
        sayFinding(paper, finding),
        test
          ? [citationInShort(test.source), ...writer.law(test.source, test.verified)]
          : 'Not in the doctrine used',
        test ? opening(kindInShort(test)) : '',
      ]
    }),
  )
  writeRest(paper, told)
}

/** Tests that decide nothing here are named, so that nobody takes silence for a finding. */
function writeRest(paper: Paper, told: readonly LegalFinding[]): void {
  const rest = paper.dossier.tests.filter((finding) => !told.includes(finding))
  if (rest.length === 0) return
  paper.writer.numbered(
    `${opening(sayCount(rest.length))} further ${rest.length === 1 ? 'test is' : 'tests are'} unknown, and no package turns on ` +
      `${rest.length === 1 ? 'it' : 'them'}: ${sayList(rest.map(({ test }) => `“${testLabel(paper, test)}”`))}. ` +
      'Annex A gives the provision of each and what it would turn on.',
  )
}

/** The kind of authority without its particulars, which stand in Annex A. */
function kindInShort({ nature, authority }: LegalTest): string {
  return nature?.split(/[,:;]| \(/)[0] ?? AUTHORITY_WORDS[authority]
}

/** The finding on one test in words; never "met" where the law leaves it to weighing. */
export function sayFinding(paper: Paper, finding: LegalFinding): string {
  if (!finding.inForce) return 'Not in force on the date of this paper.'
  const { verdict } = finding
  const wording = testOf(paper, finding.test)?.wording
  const open = [...new Set(finding.openFacts.map((property) => openPoint(paper, property)))]
  const turnsOn = open.length > 0 ? ` It turns on ${sayList(open)}.` : ''
  // facts may rule a weighed test out before anything is weighed; they never meet it
  const ruledOut = verdict === 'false' && finding.restsOnJudgement.length === 0
  if (isWeighed(paper, finding) && !ruledOut) {
    if (isSettled(verdict) && finding.restsOnJudgement.length > 0) {
      return `People have found that it ${verdict === 'true' ? 'holds' : 'does not hold'}. Without that finding it would be ${sayWithout(finding)}.`
    }
    const suggestion = finding.suggestion ? SUGGESTION_WORDS[finding.suggestion] : 'none'
    return `Suggested finding: ${suggestion}. No finding of people decides it yet.${turnsOn}`
  }
  const judged =
    finding.restsOnJudgement.length > 0
      ? ` This rests on a finding of people; without it: ${sayWithout(finding)}.`
      : ''
  switch (verdict) {
    case 'true':
      return `${sentence(wording?.true ?? (judged ? 'Holds' : 'Met'))}${judged}`
    case 'false':
      return `${sentence(wording?.false ?? (judged ? 'Does not hold' : 'Not met'))}${judged}`
    case 'contested':
      return `Contested: sources disagree.${turnsOn}${judged}`
    case 'unknown':
      return `Unknown.${turnsOn}${judged}`
  }
}

/** What the verdict would be had nobody found anything. */
export function sayWithout({ withoutJudgement }: LegalFinding): string {
  return {
    true: 'the same, on the facts alone',
    false: 'negative',
    unknown: 'unknown',
    contested: 'contested',
  }[withoutJudgement]
}

function writeNorms({ dossier, writer }: Paper): void {
  if (dossier.norms.length === 0) return
  writer.heading('Norms of responsible State behaviour')
  writer.numbered('The norms are voluntary and not binding. The activity touches the following:')
  writer.list(
    dossier.norms.map((norm) => [
      `Norm (${norm.letter}), ${norm.label}: `,
      norm.status === 'claimed'
        ? `invoked by ${sayList(norm.claimedBy)}.`
        : "to be considered, in this desk's judgement.",
      ...(norm.thenAsk ? [` To ask: ${norm.thenAsk}`] : []),
      ...writer.support(norm.support),
      ...writer.law(norm.citation, norm.verified),
    ]),
  )
}

function writeAttribution({ dossier, writer, wording }: Paper): void {
  const { claims, memberStates, matrix } = dossier.attribution
  writer.heading('Attribution')
  if (claims.length === 0) {
    writer.numbered('Nobody is on record as having said who is behind the activity.')
  } else {
    writer.numbered(
      'The following have said who is behind the activity. The claims stand side by side; this paper merges none of ' +
        'them and makes none of its own. Attribution is a sovereign decision of each Member State.',
    )
    writer.table(
      'Claims of attribution: claimant, date, kind, accused and confidence',
      [
        ['Claimant', 17],
        ['Date', 12],
        ['Kind', 9],
        ['Accused', 40],
        ['Confidence', 22],
      ],
      claims.map(({ claim, statement, confidence }): Words[] => [
        [sayClaimant(wording, claim), ...writer.statements([statement])],
        claim.date ? formatPartialDate(claim.date) : 'Undated',
        opening(claim.kind),
        claim.accused + sayState(claim.accusedState, claim.stateDirected),
        claim.confidenceAsStated
          ? `As stated: “${claim.confidenceAsStated}”`
          : confidence
            ? opening(confidence)
            : 'Not stated',
      ]),
    )
  }
  if (memberStates.length > 0) {
    const own = sayStates(memberStates, 'attributed')
    const union = sayStates(memberStates, 'through-the-union')
    const silent = memberStates.filter(({ stance }) => stance === 'not-stated').length
    writer.numbered(
      `Of the ${memberStates.length} Member States, ` +
        `${own ? `${own} spoken in national capacity` : 'none has spoken for itself'}; ` +
        `${union ? `${union} spoken through the Union` : 'none through the Union'}` +
        `${silent > 0 ? `; ${sayCount(silent)} ${silent === 1 ? 'has' : 'have'} not stated a position, which says nothing about the position held` : ''}.`,
    )
  }
  if (matrix.hypotheses.length > 0) {
    writer.numbered(
      'The competing explanations on record, with the number of items of evidence that tell against each:',
    )
    writer.list(
      matrix.hypotheses.map((hypothesis) => [
        `${hypothesis.text}: ${hypothesis.inconsistent === 0 ? 'none' : hypothesis.inconsistent} of ${matrix.rows.length}`,
        ...writer.support(hypothesis.support),
      ]),
    )
  }
}

function sayStates(states: readonly MemberStateStance[], stance: MemberStateStance['stance']): string {
  const codes = states.filter((state) => state.stance === stance).map(({ code }) => code)
  if (codes.length === 0) return ''
  return codes.length === states.length
    ? 'all have'
    : `${sayList(sayCountries(codes).split(', '))} ${codes.length === 1 ? 'has' : 'have'}`
}

/** The claimant with its State, each named once; the name of a State may be on record in English. */
export function sayClaimant({ country }: Wording, { claimant, claimantState }: AttributionClaim): string {
  if (!claimantState) return claimant
  const names = [wordingIn('en').country(claimantState), country(claimantState)]
  const isState =
    [claimantState, euCountryCode(claimantState), 'UK'].includes(claimant) ||
    names.some((name) => name.startsWith(claimant))
  if (isState) return country(claimantState)
  return claimantState === 'EU' ? claimant : `${claimant}, ${country(claimantState)}`
}

function sayState(state: string | undefined, directed: boolean | undefined): string {
  if (!state) return '; no State named'
  if (directed === true) return `; said to be directed by ${sayCountry(state)}`
  return directed === false
    ? `; said to be harboured or tolerated by ${sayCountry(state)}`
    : `; linked to ${sayCountry(state)}, without saying how`
}
