/**
 * Section "summary of assessment": the seven dimensions, the legal tests, the norms, and who is said to have done it.
 *
 * Two tables carry it. Levels and suggestions are this desk's judgement and are labelled so; unknown and contested
 * stay in words; attribution claims stand side by side and are not merged. Next door: `legal-tests.ts`.
 */
import {
  euCountryCode,
  type AttributionClaim,
  type DimensionFinding,
  type MemberStateStance,
} from '@demarche/core'
import type { Inline } from '../document-tree.ts'
import { sayFact, sayLevel } from '../language/case-wording.ts'
import { reasonIn, reasonsOfLevel } from '../language/say-reason.ts'
import { wordingIn, type Wording } from '../language/wording.ts'
import type { Words } from '../paper-writer.ts'
import { opening, sentence } from '../wording.ts'
import { dimensionLabel, inRow, normOnRecord, propertyLabel } from './labels.ts'
import { writeTests } from './legal-tests.ts'
import type { Paper } from './paper.ts'

export function writeAssessment(paper: Paper): void {
  writeProfile(paper)
  writeContested(paper)
  writeTests(paper)
  writeNorms(paper)
  writeAttribution(paper)
}

function writeProfile(paper: Paper): void {
  const { dossier, writer, wording } = paper
  const { say } = wording
  writer.heading(say('profile.title'))
  writer.numbered(say('profile.lead'))
  writer.table(
    say('profile.caption'),
    [
      [say('paper.column.dimension'), 14],
      [say('profile.column.level'), 11],
      [say('profile.column.reason'), 42],
      [say('profile.column.basis'), 33],
    ],
    dossier.profile.map((finding): Words[] => [
      dimensionLabel(paper, finding.dimension),
      opening(sayLevel(wording, finding.level)),
      [
        [
          ...(finding.anchor ? [sentence(paper.wording.ofDoctrine(finding.anchor))] : []),
          ...reasonsOfLevel(wording, finding).map(sentence),
        ].join(' ') || say('profile.noFact'),
        ...writer.support(finding.support),
      ],
      inRow(paper, [say(`profile.basis.${finding.basis}`), ...sayDoubts(paper, finding)]),
    ]),
  )
  writer.numbered(sayBand(paper))
}

function sayBand({ dossier, wording }: Paper): string {
  const { say } = wording
  const { band, usualCeiling, confidence, steps, stepWords } = dossier.band
  if (band === null) return say('profile.noBand')
  const said = { band, confidence: say(`confidence.${confidence}`) }
  return [
    usualCeiling === null
      ? say('profile.band', said)
      : say('profile.bandWithCeiling', { ...said, ceiling: usualCeiling }),
    ...stepWords.map((words, index) => sentence(reasonIn(wording, words, steps[index] ?? ''))),
  ].join(' ')
}

function sayDoubts(
  { wording: { say } }: Paper,
  { level, confidence, scaleSuggests }: DimensionFinding,
): readonly string[] {
  const doubts = [say(`confidence.${confidence}`)]
  if (level.state === 'between' && level.lower !== level.upper) doubts.push(say('profile.doubt.open'))
  if (level.state === 'contested') doubts.push(say('profile.doubt.contested'))
  if (level.state === 'unknown') doubts.push(say('profile.doubt.unknown'))
  if (scaleSuggests) {
    const { lower, upper } = scaleSuggests
    doubts.push(
      lower === upper
        ? say('profile.doubt.scaleSays', { level: lower })
        : say('profile.doubt.scaleSaysBetween', { lower, upper }),
    )
  }
  return doubts
}

function writeContested(paper: Paper): void {
  const { dossier, writer, wording } = paper
  const { say, saying } = wording
  const contested = dossier.facts.flatMap(({ property, fact }) =>
    fact?.state === 'contested' ? [{ property, fact }] : [],
  )
  if (contested.length === 0) return
  writer.numbered(say('assessment.contested'))
  writer.list(
    contested.map(({ property, fact }) => {
      const values = fact.alternatives
        .map(({ value, support }): readonly (string | Inline)[] => [
          sayFact(wording, property, { state: 'known', value, support: [] }),
          ...writer.support(support),
        ])
        .reduce((said, value) => saying('assessment.orValue', { said, value }))
      return saying('assessment.contestedFact', { values }, { fact: propertyLabel(paper, property) })
    }),
  )
}

function writeNorms(paper: Paper): void {
  const {
    dossier,
    writer,
    wording: { say, ofDoctrine },
  } = paper
  if (dossier.norms.length === 0) return
  writer.heading(say('norm.title'))
  writer.numbered(say('norm.lead'))
  writer.list(
    dossier.norms.map((norm) => {
      const said = sentence(normOnRecord(paper, norm))
      return [
        norm.thenAsk ? `${said} ${say('norm.ask', { question: ofDoctrine(norm.thenAsk) })}` : said,
        ...writer.support(norm.support),
        ...writer.law(norm.citation, norm.verified),
      ]
    }),
  )
}

function writeAttribution(paper: Paper): void {
  const { dossier, writer, wording } = paper
  const { say, date } = wording
  const { claims, memberStates, matrix } = dossier.attribution
  writer.heading(say('attribution.title'))
  if (claims.length === 0) {
    writer.numbered(say('attribution.nobody'))
  } else {
    writer.numbered(say('attribution.lead'))
    writer.table(
      say('attribution.caption'),
      [
        [say('attribution.column.claimant'), 17],
        [say('paper.date'), 12],
        [say('attribution.column.kind'), 9],
        [say('attribution.column.accused'), 40],
        [say('attribution.column.confidence'), 22],
      ],
      claims.map(({ claim, statement, confidence }): Words[] => [
        [sayClaimant(wording, claim), ...writer.statements([statement])],
        claim.date ? date(claim.date) : opening(say('paper.undated')),
        opening(say(`attributionNeed.${claim.kind}`)),
        sayAccused(paper, claim),
        claim.confidenceAsStated
          ? opening(say('claim.asStated', { confidence: claim.confidenceAsStated }))
          : say(`attribution.confidence.${confidence ?? 'none'}`),
      ]),
    )
  }
  if (memberStates.length > 0) writer.numbered(sayStances(paper, memberStates))
  if (matrix.hypotheses.length > 0) {
    writer.numbered(say('attribution.hypotheses'))
    writer.list(
      matrix.hypotheses.map(({ text, inconsistent, support }) => [
        inconsistent === 0
          ? say('attribution.noneAgainst', { hypothesis: text, all: matrix.rows.length })
          : say('attribution.against', { hypothesis: text, all: matrix.rows.length, against: inconsistent }),
        ...writer.support(support),
      ]),
    )
  }
}

function sayStances({ wording }: Paper, states: readonly MemberStateStance[]): string {
  const { say, list, countries, count } = wording
  const spoken = (stance: 'attributed' | 'through-the-union'): string => {
    const codes = states.filter((state) => state.stance === stance).map(({ code }) => code)
    if (codes.length === 0) return say(`stance.${stance}.none`)
    if (codes.length === states.length) return say(`stance.${stance}.all`)
    return say(`stance.${stance}`, { count: codes.length, states: list(countries(codes).split(', ')) })
  }
  const said = { all: states.length, own: spoken('attributed'), union: spoken('through-the-union') }
  const silent = states.filter(({ stance }) => stance === 'not-stated').length
  return silent === 0
    ? say('stance.allStated', said)
    : say('stance.someSilent', {
        ...said,
        silent: say('stance.silent', { count: silent, number: count(silent) }),
      })
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

function sayAccused({ wording }: Paper, { accused, accusedState, stateDirected }: AttributionClaim): string {
  const { say, country } = wording
  if (!accusedState) return say('attribution.noState', { accused })
  const said = { accused, state: country(accusedState) }
  if (stateDirected === undefined) return say('attribution.linked', said)
  return stateDirected ? say('attribution.directed', said) : say('attribution.tolerated', said)
}
