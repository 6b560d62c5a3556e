/**
 * Sections "legal remarks" and "what would decide it".
 *
 * Says what the law leaves open, which conclusions rest on findings by people and what they would be without them,
 * and which open facts would settle how much.
 */
import { isSettled, supportOf, type FactorFinding, type LegalFinding } from '@demarche/core'
import { sayFact } from '../language/case-wording.ts'
import { strong, type Words } from '../paper-writer.ts'
import { opening, sentence } from '../wording.ts'
import { dimensionLabel, inRow, propertyLabel, testLabel } from './labels.ts'
import { sayWithout } from './legal-tests.ts'
import { testOf, type Paper } from './paper.ts'

export function writeLegalRemarks(paper: Paper): void {
  const {
    dossier,
    writer,
    wording: { say, list, ofDoctrine },
  } = paper
  const leftOpen = dossier.tests.flatMap((finding) => {
    const test = testOf(paper, finding.test)
    const undecided = !isSettled(finding.verdict) || finding.restsOnJudgement.length > 0
    return test && undecided && finding.inForce && test.lawLeavesOpen.length > 0 ? [test] : []
  })
  if (leftOpen.length > 0) {
    writer.numbered(say('legal.leftOpen'))
    writer.list(
      leftOpen.map((test) => {
        const label = testLabel(paper, test.id)
        return [
          strong(label.endsWith('?') ? label : say('legal.test', { test: label })),
          ` ${test.lawLeavesOpen.map((line) => sentence(ofDoctrine(line))).join(' ')}`,
          ...writer.law(test.source, test.verified),
        ]
      }),
    )
  }
  const judged = dossier.tests.filter(({ restsOnJudgement }) => restsOnJudgement.length > 0)
  writer.numbered(
    judged.length === 0
      ? say('legal.noFinding')
      : say('legal.findings', {
          conclusions: inRow(
            paper,
            judged.map((finding) => sayJudged(paper, finding)),
          ),
        }),
  )
  writeFactors(paper)
  const past = dossier.tests.filter(({ inForce }) => !inForce)
  if (past.length > 0) {
    writer.numbered(say('legal.notInForce', { tests: list(past.map(({ test }) => testLabel(paper, test))) }))
  }
  writer.numbered(say('legal.keptApart'))
}

function sayJudged(paper: Paper, finding: LegalFinding): string {
  const { say, list } = paper.wording
  const { verdict, restsOnJudgement } = finding
  const keys = restsOnJudgement.map((key) => key.replace(/^finding\./, '').split(':')[0] ?? key)
  const others = keys.filter((key) => key !== finding.test)
  const said = {
    test: testLabel(paper, finding.test),
    without: sayWithout(paper, finding),
    through: list(others.map((key) => say('paper.quoted', { text: testLabel(paper, key) }))),
  }
  return say(others.length > 0 ? `legal.judgedThrough.${verdict}` : `legal.judged.${verdict}`, said)
}

function writeFactors(paper: Paper): void {
  const {
    dossier,
    writer,
    wording: { say, count },
  } = paper
  for (const finding of dossier.tests) {
    const all = finding.factors.length
    if (all === 0) continue
    const test = testLabel(paper, finding.test)
    const known = finding.factors.filter(
      ({ strength, codedByPerson }) => strength !== 'unknown' || codedByPerson,
    )
    const silent = all - known.length
    writer.numbered(
      [
        say('legal.weighed', { test, count: all, number: count(all) }),
        ...(silent === 0
          ? []
          : [
              silent === all
                ? say('legal.allSilent')
                : say('legal.silent', { count: silent, number: count(silent) }),
            ]),
      ].join(' '),
    )
    writer.table(
      say('legal.factorsCaption', { test }),
      [
        [say('paper.column.factor'), 40],
        [say('legal.column.strength'), 18],
        [say('legal.column.evidence'), 42],
      ],
      known.map((factor): Words[] => [
        [opening(factor.label), ...writer.law(factor.citation, undefined)],
        sayStrength(paper, factor),
        sayEvidence(paper, factor),
      ]),
    )
  }
}

function sayStrength(paper: Paper, { strength, codedByPerson }: FactorFinding): string {
  const { say } = paper.wording
  if (strength === 'unknown') return opening(say('legal.coded'))
  return inRow(paper, [say(`factor.strength.${strength}`), ...(codedByPerson ? [say('legal.coded')] : [])])
}

function sayEvidence(paper: Paper, { facts }: FactorFinding): Words {
  const { writer, wording } = paper
  const evidence = facts.filter(({ fact }) => fact.state !== 'unknown')
  if (evidence.length === 0) return wording.say('legal.noEvidence')
  return evidence.flatMap(({ property, fact }, index) => [
    ...(index > 0 ? [wording.semicolon] : []),
    wording.say('paper.labelled', {
      label: propertyLabel(paper, property),
      text: sayFact(wording, property, fact),
    }),
    ...writer.support(supportOf(fact)),
  ])
}

/** More rows than this are not read in a meeting. */
const MOST_POINTS = 6

export function writeDecisive(paper: Paper): void {
  const {
    dossier,
    writer,
    wording: { say, count },
  } = paper
  if (dossier.decisive.length === 0) {
    writer.numbered(say('decisive.none'))
    return
  }
  const more = dossier.decisive.length - MOST_POINTS
  writer.numbered(
    more > 0 ? say('decisive.leadMore', { count: more, number: opening(count(more)) }) : say('decisive.lead'),
  )
  writer.table(
    say('decisive.caption'),
    [
      [say('decisive.column.point'), 38],
      [say('decisive.column.state'), 18],
      [say('decisive.column.settles'), 44],
    ],
    dossier.decisive.slice(0, MOST_POINTS).map(({ property, state, askedOfPeople, settles }): Words[] => [
      propertyLabel(paper, property),
      askedOfPeople ? say('decisive.forPeople') : opening(say(`verdict.${state}`)),
      inRow(
        paper,
        settles.map((id) => (testOf(paper, id) ? testLabel(paper, id) : dimensionLabel(paper, id))),
      ),
    ]),
  )
}
