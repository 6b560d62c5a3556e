/**
 * Annex A: how the conclusions on the legal tests follow, down to the facts on record.
 *
 * Set out are the tests that decide something here: settled or contested ones, and open ones on which a package turns.
 * Of the rest one line says what they would turn on. A test that stands in the proof of another is not set out twice.
 *
 * Rests on: core's `phraseProof` for the words. Next door: `legal-remarks.ts`.
 */
import { phraseProof, type LegalFinding } from '@demarche/core'
import { AUTHORITY_WORDS, findProperty, opening, sayList, sentence } from '../wording.ts'
import { openPoint, testLabel } from './labels.ts'
import { isSetOut, isWeighed, testOf, type Paper } from './paper.ts'

export function writeProofs(paper: Paper): void {
  const { dossier, writer } = paper
  const inForce = dossier.tests.filter((finding) => finding.inForce)
  const decisive = inForce.filter((finding) => isSetOut(paper, finding))
  if (decisive.length > 0) {
    writer.paragraph(
      'Each conclusion stands first, with the conditions under it down to the facts on record. The footnotes lead to the ' +
        'statements and to the provisions.',
    )
  }
  const headed = new Set(decisive.map(({ test }) => test))
  const written = new Set<string>()
  for (const finding of decisive) writeTest(paper, finding, headed, written)
  const rest = inForce.filter((finding) => !headed.has(finding.test))
  if (rest.length > 0) {
    writer.heading('Tests that are not set out')
    writer.paragraph('Too little is on record for these tests, and no package turns on them.')
    writer.list(
      rest.map((finding) => {
        const test = testOf(paper, finding.test)
        return [
          `${sentence(testLabel(paper, finding.test))} ${sayRest(paper, finding)}`,
          ...(test ? writer.law(test.source, test.verified) : []),
        ]
      }),
    )
  }
  const past = dossier.tests.filter((finding) => !finding.inForce)
  if (past.length > 0) {
    writer.paragraph(
      `Not in force on the date of this paper, and so not applied: ${sayList(past.map(({ test }) => testLabel(paper, test)))}.`,
    )
  }
}

function sayRest(paper: Paper, finding: LegalFinding): string {
  const open = [...new Set(finding.openFacts.map((property) => openPoint(paper, property)))]
  const kind = isWeighed(paper, finding) ? 'Left to weighing, with no finding of people yet.' : 'Unknown.'
  return open.length > 0 ? `${kind} It would turn on ${sayList(open)}.` : kind
}

/** @param written tests already set out inside another; added to */
function writeTest(
  paper: Paper,
  finding: LegalFinding,
  headed: ReadonlySet<string>,
  written: Set<string>,
): void {
  const { writer } = paper
  const test = testOf(paper, finding.test)
  writer.heading(testLabel(paper, finding.test))
  if (test) {
    const open =
      test.lawLeavesOpen.length > 0
        ? ` The law leaves open: ${test.lawLeavesOpen.map(sentence).join(' ')}`
        : ''
    writer.paragraph(`${sentence(opening(test.nature ?? AUTHORITY_WORDS[test.authority]))}${open}`)
  }
  const lines = phraseProof(finding.proof, {
    property: findProperty,
    wording: (id) => testOf(paper, id)?.wording,
  })
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
            `${said}${elsewhere ? (headed.has(nested) ? ' (set out under its own heading)' : ' (set out above)') : ''}.`,
            ...writer.support(support),
            ...writer.law(citation, verified),
          ],
        },
      ]
    }),
  )
}
