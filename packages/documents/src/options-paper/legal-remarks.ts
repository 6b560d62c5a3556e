/**
 * Sections "legal remarks" and "what would decide it".
 *
 * Says what the law leaves open, which conclusions rest on findings by people and what they would be without them,
 * and which open facts would settle how much.
 */
import type { Words } from '../paper-writer.ts'
import { opening, sayCount, sayFact, sayList, sayProperty, sentence, VERDICT_WORDS } from '../wording.ts'
import { sayWithout } from './assessment.ts'
import { openPoint, testLabel, testOf, type Paper } from './paper.ts'

export function writeLegalRemarks(paper: Paper): void {
  const { dossier, writer } = paper
  const leftOpen = dossier.tests.flatMap((finding) => {
    const test = testOf(paper, finding.test)
    return test && test.lawLeavesOpen.length > 0 ? [test] : []
  })
  if (leftOpen.length > 0) {
    writer.numbered('The law leaves the following open, and this paper does not close it:')
    writer.list(
      leftOpen.map((test) => [
        `${test.label}: ${test.lawLeavesOpen.map(sentence).join(' ')}`,
        ...writer.law(test.source, test.verified),
      ]),
    )
  }
  const judged = dossier.tests.filter(({ restsOnJudgement }) => restsOnJudgement.length > 0)
  if (judged.length === 0) {
    writer.numbered('No conclusion in this paper rests on a finding by people: none is on record.')
  } else {
    writer.numbered('These conclusions rest on findings by people:')
    writer.list(
      judged.map(
        (finding) =>
          `${testLabel(paper, finding.test)}: it ${
            finding.verdict === 'true' || finding.verdict === 'false'
              ? VERDICT_WORDS[finding.verdict]
              : `is ${VERDICT_WORDS[finding.verdict]}`
          }, given ${sayList(finding.restsOnJudgement.map((key) => openPoint(paper, key.startsWith('finding.') ? key : `finding.${key}`)))}. Without that, it would be ${sayWithout(finding)}.`,
      ),
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
      'nobody has yet read in the source are listed in Annex C.',
  )
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
    writer.numbered(
      `“${label}” is weighed on ${sayCount(finding.factors.length)} factors. The law sets no order and no number among them; the ` +
        "strengths below are this desk's judgement.",
    )
    writer.table(
      `${label}: factors`,
      [
        ['Factor', 40],
        ['Strength', 18],
        ['Evidence', 42],
      ],
      finding.factors.map((factor): Words[] => {
        const evidence = factor.facts.filter(({ fact }) => fact.state !== 'unknown')
        return [
          [opening(factor.label), ...writer.law(factor.citation, undefined)],
          STRENGTH[factor.strength] + (factor.codedByPerson ? ' (a person coded it as present)' : ''),
          evidence.length === 0
            ? 'Nothing on record'
            : evidence.flatMap(({ property, fact }, index) => [
                `${index > 0 ? '; ' : ''}${sayProperty(property)}: ${sayFact(property, fact)}`,
                ...writer.support(
                  fact.state === 'known'
                    ? fact.support
                    : fact.state === 'contested'
                      ? fact.alternatives.flatMap(({ support }) => support)
                      : [],
                ),
              ]),
        ]
      }),
    )
  }
}

export function writeDecisive(paper: Paper): void {
  const { dossier, writer } = paper
  if (dossier.decisive.length === 0) {
    writer.numbered('No open fact stands in the way of a conclusion.')
    return
  }
  writer.numbered('These open points would settle most, the one that settles most first:')
  writer.table(
    'Open points and the conclusions that an answer could settle',
    [
      ['Open point', 34],
      ['State', 26],
      ['Would help to settle', 40],
    ],
    dossier.decisive.map(({ property, label, state, askedOfPeople, settles }): Words[] => [
      opening(property.startsWith('finding.') ? openPoint(paper, property) : label),
      askedOfPeople
        ? 'For people to find'
        : state === 'contested'
          ? 'Contested: sources disagree'
          : 'Unknown: nobody has stated it',
      settles
        .map((id) => dossier.profile.find(({ dimension }) => dimension === id)?.label ?? testLabel(paper, id))
        .join('; '),
    ]),
  )
}
