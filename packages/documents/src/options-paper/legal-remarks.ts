/**
 * Sections "legal remarks" and "what would decide it".
 *
 * Says what the law leaves open, which conclusions rest on findings by people and what they would be without them,
 * and which open facts would settle how much.
 */
import { isSettled, supportOf, type FactorFinding, type LegalFinding } from '@demarche/core'
import { strong, type Words } from '../paper-writer.ts'
import { opening, sayCount, sayFact, sayList, sentence, VERDICT_WORDS } from '../wording.ts'
import { sayWithout } from './assessment.ts'
import { dimensionLabel, propertyLabel, testLabel } from './labels.ts'
import { testOf, type Paper } from './paper.ts'

export function writeLegalRemarks(paper: Paper): void {
  const { dossier, writer } = paper
  const leftOpen = dossier.tests.flatMap((finding) => {
    const test = testOf(paper, finding.test)
    const undecided = !isSettled(finding.verdict) || finding.restsOnJudgement.length > 0
    return test && undecided && finding.inForce && test.lawLeavesOpen.length > 0 ? [test] : []
  })
  if (leftOpen.length > 0) {
    writer.numbered(
      'On tests that are still open or rest on findings by people, the law leaves the following open, and this paper ' +
        'does not close it. Annex A says what it leaves open on the others.',
    )
    writer.list(
      leftOpen.map((test) => [
        strong(test.label.endsWith('?') ? test.label : `${test.label}:`),
        ` ${test.lawLeavesOpen.map(sentence).join(' ')}`,
        ...writer.law(test.source, test.verified),
      ]),
    )
  }
  const judged = dossier.tests.filter(({ restsOnJudgement }) => restsOnJudgement.length > 0)
  if (judged.length === 0) {
    writer.numbered('No conclusion in this paper rests on a finding by people: none is on record.')
  } else {
    writer.numbered(
      `These conclusions rest on findings by people: ${judged.map((finding) => sayJudged(paper, finding)).join('; ')}.`,
    )
  }
  writeFactors(paper)
  const past = dossier.tests.filter(({ inForce }) => !inForce)
  if (past.length > 0) {
    writer.numbered(
      `Not in force on the date of this paper, and so not applied: ${sayList(past.map(({ test }) => testLabel(paper, test)))}.`,
    )
  }
  writer.numbered(
    "Throughout, binding law, agreed guidance and this desk's judgement are kept apart. Entries of the doctrine that " +
      'nobody has yet read in the source are listed in Annex D.',
  )
}

function sayJudged(paper: Paper, finding: LegalFinding): string {
  const { verdict, restsOnJudgement } = finding
  const found =
    verdict === 'true' || verdict === 'false' ? VERDICT_WORDS[verdict] : `is ${VERDICT_WORDS[verdict]}`
  const keys = restsOnJudgement.map((key) => key.replace(/^finding\./, '').split(':')[0] ?? key)
  const others = keys.filter((key) => key !== finding.test)
  const on =
    others.length > 0 ? `, through ${sayList(others.map((key) => `“${testLabel(paper, key)}”`))}` : ''
  return `“${testLabel(paper, finding.test)}” ${found}${on} (without the finding: ${sayWithout(finding)})`
}

const STRENGTH = {
  unknown: 'Unknown',
  contested: 'Contested',
  none: 'None',
  notable: 'Notable',
  strong: 'Strong',
  'very-strong': 'Very strong',
} as const

function writeFactors(paper: Paper): void {
  const { dossier, writer } = paper
  for (const finding of dossier.tests) {
    if (finding.factors.length === 0) continue
    const label = testLabel(paper, finding.test)
    const known = finding.factors.filter(
      ({ strength, codedByPerson }) => strength !== 'unknown' || codedByPerson,
    )
    const silent = finding.factors.length - known.length
    writer.numbered(
      `“${label}” is weighed on ${sayCount(finding.factors.length)} factors. The law sets no order and no number among ` +
        "them; the strengths are this desk's judgement." +
        (silent > 0
          ? ` On ${silent === finding.factors.length ? 'none of them is anything' : `${sayCount(silent)} of them nothing is`} on record.`
          : ''),
    )
    writer.table(
      `Factors of “${label}”`,
      [
        ['Factor', 40],
        ['Strength', 18],
        ['Evidence', 42],
      ],
      known.map((factor): Words[] => {
        const evidence = factor.facts.filter(({ fact }) => fact.state !== 'unknown')
        return [
          [opening(factor.label), ...writer.law(factor.citation, undefined)],
          sayStrength(factor),
          evidence.length === 0
            ? 'Nothing on record'
            : evidence.flatMap(({ property, fact }, index) => [
                `${index > 0 ? '; ' : ''}${propertyLabel(paper, property)}: ${sayFact(property, fact)}`,
                ...writer.support(supportOf(fact)),
              ]),
        ]
      }),
    )
  }
}

function sayStrength({ strength, codedByPerson }: FactorFinding): string {
  if (strength === 'unknown') return 'Coded as present by a person'
  return `${STRENGTH[strength]}${codedByPerson ? '; coded as present by a person' : ''}`
}

/** More rows than this are not read in a meeting. */
const MOST_POINTS = 6

export function writeDecisive(paper: Paper): void {
  const { dossier, writer } = paper
  if (dossier.decisive.length === 0) {
    writer.numbered('No open fact stands in the way of a conclusion.')
    return
  }
  const more = dossier.decisive.length - MOST_POINTS
  writer.numbered(
    'These open points would settle most, the one that settles most first' +
      (more > 0
        ? `. ${opening(sayCount(more))} more stand in Annex A with the tests that turn on them.`
        : ':'),
  )
  writer.table(
    'Open points and the conclusions that an answer could settle',
    [
      ['Open point', 38],
      ['State', 18],
      ['Would help to settle', 44],
    ],
    dossier.decisive
      .slice(0, MOST_POINTS)
      .map(({ property, state, askedOfPeople, settles }): Words[] => [
        propertyLabel(paper, property),
        askedOfPeople ? 'For people to find' : state === 'contested' ? 'Contested' : 'Unknown',
        settles
          .map((id) => (testOf(paper, id) ? testLabel(paper, id) : dimensionLabel(paper, id)))
          .join('; '),
      ]),
  )
}
