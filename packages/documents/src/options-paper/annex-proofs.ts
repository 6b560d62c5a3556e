/**
 * Annex A: how the conclusions on the legal tests follow, down to the facts on record.
 *
 * Set out are the tests that decide something here: settled or contested ones, and open ones on which a package turns.
 * Of the rest one line says what they would turn on. A test that stands in the proof of another is not set out twice.
 *
 * Rests on: core's `phraseProof` for the words. Next door: `legal-remarks.ts`.
 */
import { phraseProof, type LegalFinding } from '@demarche/core'
import { voiceOf } from '../language/say-reason.ts'
import { opening, sentence } from '../wording.ts'
import { openPoint, testLabel } from './labels.ts'
import { isSetOut, isWeighed, testOf, type Paper } from './paper.ts'

export function writeProofs(paper: Paper): void {
  const {
    dossier,
    writer,
    wording: { say, list },
  } = paper
  const inForce = dossier.tests.filter((finding) => finding.inForce)
  const decisive = inForce.filter((finding) => isSetOut(paper, finding))
  if (decisive.length > 0) writer.paragraph(say('proof.lead'))
  const headed = new Set(decisive.map(({ test }) => test))
  const written = new Set<string>()
  for (const finding of decisive) writeTest(paper, finding, headed, written)
  const rest = inForce.filter((finding) => !headed.has(finding.test))
  if (rest.length > 0) {
    writer.heading(say('proof.notSetOut'))
    writer.paragraph(say('proof.notSetOutLead'))
    writer.list(
      rest.map((finding) => {
        const test = testOf(paper, finding.test)
        return [
          [sentence(testLabel(paper, finding.test)), ...sayRest(paper, finding)].join(' '),
          ...(test ? writer.law(test.source, test.verified) : []),
        ]
      }),
    )
  }
  const past = dossier.tests.filter((finding) => !finding.inForce)
  if (past.length > 0) {
    writer.paragraph(say('legal.notInForce', { tests: list(past.map(({ test }) => testLabel(paper, test))) }))
  }
}

function sayRest(paper: Paper, finding: LegalFinding): readonly string[] {
  const { say, list } = paper.wording
  const points = list(finding.openFacts.map((property) => openPoint(paper, property)))
  return [
    say(isWeighed(paper, finding) ? 'proof.leftToWeighing' : 'test.unknown'),
    ...(finding.openFacts.length > 0 ? [say('proof.wouldTurnOn', { points })] : []),
  ]
}

/** @param written tests already set out inside another; added to */
function writeTest(
  paper: Paper,
  finding: LegalFinding,
  headed: ReadonlySet<string>,
  written: Set<string>,
): void {
  const {
    writer,
    wording: { say, ofDoctrine },
  } = paper
  const test = testOf(paper, finding.test)
  writer.heading(testLabel(paper, finding.test))
  if (test) {
    const open = test.lawLeavesOpen.map((line) => sentence(ofDoctrine(line))).join(' ')
    writer.paragraph(
      [
        sentence(opening(test.nature ? ofDoctrine(test.nature) : say(`authority.${test.authority}`))),
        ...(open === '' ? [] : [say('proof.lawLeavesOpen', { open })]),
      ].join(' '),
    )
  }
  const lines = phraseProof(finding.proof, voiceOf(paper.wording), (id) => testOf(paper, id)?.wording)
  let hiddenBelow = Infinity
  writer.nested(
    lines.flatMap(({ depth, said, support, citation, verified, test: concluded }) => {
      if (depth > hiddenBelow) return []
      const nested = depth > 0 ? concluded : undefined
      const above = nested !== undefined && written.has(nested)
      const elsewhere = nested !== undefined && (headed.has(nested) || above)
      if (nested !== undefined) written.add(nested)
      hiddenBelow = elsewhere ? depth : Infinity
      return [
        {
          level: depth,
          words: [
            elsewhere
              ? say(headed.has(nested) ? 'proof.ownHeading' : 'proof.above', { conclusion: said })
              : `${said}.`,
            ...writer.support(support),
            ...writer.law(citation, verified),
          ],
        },
      ]
    }),
  )
}
