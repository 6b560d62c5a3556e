/**
 * The legal tests, in section "summary of assessment": each with its finding, what it turns on, and its provision.
 *
 * Where the law leaves a test to weighing, a suggestion is all that is given. Next door: `annex-proofs.ts` says how a
 * finding follows, `legal-remarks.ts` what the law leaves open.
 */
import { isSettled, type LegalFinding, type LegalTest } from '@demarche/core'
import type { Words } from '../paper-writer.ts'
import { opening, sentence } from '../wording.ts'
import { citationInShort, openPoint, testLabel } from './labels.ts'
import { isSetOut, isWeighed, testOf, type Paper } from './paper.ts'

export function writeTests(paper: Paper): void {
  const {
    dossier,
    writer,
    wording: { say, onRecord },
  } = paper
  writer.heading(say('test.title'))
  writer.numbered(say('test.lead'))
  const told = dossier.tests.filter(
    (finding) => !finding.inForce || isWeighed(paper, finding) || isSetOut(paper, finding),
  )
  writer.table(
    say('test.caption'),
    [
      [say('test.column.test'), 25],
      [say('test.column.finding'), 32],
      [say('test.column.article'), 29],
      [say('test.column.kind'), 14],
    ],
    told.map((finding): Words[] => {
      const test = testOf(paper, finding.test)
      return [
        testLabel(paper, finding.test),
        sayFinding(paper, finding),
        test
          ? [onRecord(citationInShort(test.source)), ...writer.law(test.source, test.verified)]
          : say('test.notInDoctrine'),
        test ? opening(kindInShort(paper, test)) : '',
      ]
    }),
  )
  writeRest(paper, told)
}

/** Tests that decide nothing here are named, so that nobody takes silence for a finding. */
function writeRest(paper: Paper, told: readonly LegalFinding[]): void {
  const { say, list, count } = paper.wording
  const rest = paper.dossier.tests.filter((finding) => !told.includes(finding))
  if (rest.length === 0) return
  const tests = list(rest.map(({ test }) => say('paper.quoted', { text: testLabel(paper, test) })))
  const number = opening(count(rest.length))
  paper.writer.numbered(say('test.rest', { count: rest.length, number, tests }))
}

/** The kind of authority without its particulars, which stand in Annex A. */
function kindInShort({ wording }: Paper, { nature, authority }: LegalTest): string {
  if (nature === undefined) return wording.say(`authority.${authority}`)
  const kind = kindOf(nature)
  return wording.word(`test.nature.${kind}`, kind)
}

/** What doctrine says of the nature of a test, before its particulars. */
export function kindOf(nature: string): string {
  return nature.split(/[,:;]| \(/)[0] ?? nature
}

/** The finding on one test in words; never "met" where the law leaves it to weighing. */
function sayFinding(paper: Paper, finding: LegalFinding): string {
  const { say, list, ofDoctrine } = paper.wording
  if (!finding.inForce) return say('test.notInForce')
  const { verdict } = finding
  const judged = finding.restsOnJudgement.length > 0
  const points = list(finding.openFacts.map((property) => openPoint(paper, property)))
  const turnsOn = finding.openFacts.length > 0 ? [say('test.turnsOn', { points })] : []
  const without = sayWithout(paper, finding)
  // facts may rule a weighed test out before anything is weighed; they never meet it
  const ruledOut = verdict === 'false' && !judged
  if (isWeighed(paper, finding) && !ruledOut) {
    if (isSettled(verdict) && judged) {
      return say(verdict === 'true' ? 'test.found.true' : 'test.found.false', { without })
    }
    const suggestion = finding.suggestion ? say(`suggestion.${finding.suggestion}`) : say('paper.none')
    return [say('test.suggested', { suggestion }), ...turnsOn].join(' ')
  }
  const rests = judged ? [say('test.rests', { without })] : []
  switch (verdict) {
    case 'true':
    case 'false': {
      const own = testOf(paper, finding.test)?.wording?.[verdict]
      const said =
        own === undefined
          ? judged
            ? say(`verdict.${verdict}`)
            : say(`test.met.${verdict}`)
          : ofDoctrine(own)
      return [sentence(said), ...rests].join(' ')
    }
    case 'contested':
      return [say('test.contested'), ...turnsOn, ...rests].join(' ')
    case 'unknown':
      return [say('test.unknown'), ...turnsOn, ...rests].join(' ')
  }
}

/** What the verdict would be had nobody found anything. */
export function sayWithout({ wording }: Paper, { withoutJudgement }: LegalFinding): string {
  return wording.say(`test.without.${withoutJudgement}`)
}
