/**
 * The annexes: A the proofs, B the facts and the statements under them, C the doctrine entries that nobody has yet
 * read in the source.
 */
import {
  formatMarking,
  formatPartialDate,
  type Alternative,
  type DoctrineEntry,
  type Proof,
  type Statement,
} from '@demarche/core'
import { address, code, shortId, type Words } from '../paper-writer.ts'
import { phraseProof } from '../phrase-proof.ts'
import {
  AUTHORITY_WORDS,
  opening,
  sayCitation,
  sayFact,
  sayGrading,
  sayProperty,
  sayValue,
  sentence,
} from '../wording.ts'
import { entryOf, measureOf, testLabel, testOf, type Paper } from './paper.ts'

export function writeProofs(paper: Paper): void {
  const { dossier, writer } = paper
  writer.paragraph(
    'Each conclusion stands first, with the conditions under it down to the facts on record. The footnotes lead to the ' +
      'statements and to the provisions.',
  )
  writer.heading('Legal tests')
  for (const finding of dossier.tests) {
    writer.heading(testLabel(paper, finding.test), 3)
    if (finding.inForce) writeProof(paper, finding.proof)
    else writer.paragraph('Not in force on the date of this paper, and so not applied.')
  }
  writer.heading('Dimensions')
  for (const finding of dossier.profile) {
    writer.heading(finding.label, 3)
    writer.paragraph(sentence(finding.question))
    writeProof(paper, finding.proof)
  }
}

function writeProof({ writer }: Paper, proof: Proof): void {
  writer.nested(
    phraseProof(proof).map(({ level, text, support, citation, verified }) => ({
      level,
      words: [text, ...writer.support(support), ...writer.law(citation, verified)],
    })),
  )
}

export function writeStatements(paper: Paper): void {
  const { dossier, writer } = paper
  writer.heading('Facts on record')
  writer.table(
    'Facts on record on the date of this paper',
    [
      ['Fact', 32],
      ['On record', 68],
    ],
    dossier.facts.flatMap((row): (readonly Words[])[] => {
      if (row.fact && row.fact.state !== 'unknown') {
        const { fact } = row
        const supported: readonly Alternative[] = fact.state === 'known' ? [fact] : fact.alternatives
        return [
          [
            row.label,
            [
              opening(sayFact(row.property, fact)),
              ...writer.support(supported.flatMap(({ support }) => support)),
              ...(fact.derivedBy ? [' (follows from other facts)'] : []),
            ],
          ],
        ]
      }
      if (!row.values || row.values.length === 0) return []
      return [
        [
          row.label,
          row.values.flatMap(({ value, support }, index) => [
            `${index > 0 ? ' — ' : ''}${sayValue(row.property, value)}`,
            ...writer.support(support),
          ]),
        ],
      ]
    }),
  )
  writer.heading('Statements')
  writer.table(
    'Statements with source, grading and marking',
    [
      ['Statement', 17],
      ['Source', 41],
      ['Says something of', 22],
      ['Grading and marking', 20],
    ],
    Object.values(dossier.statements)
      .toSorted(byRecord)
      .map((statement): Words[] => [
        [
          code(shortId(statement.id)),
          ` recorded ${formatPartialDate(statement.assertedAt.slice(0, 10))} by ${statement.assertedBy}`,
        ],
        saySource(statement),
        statement.assertions.map(({ property }) => sayProperty(property)).join(', ') ||
          'Withdraws an earlier statement',
        `${sayGrading(statement.grading)}; ${formatMarking(statement.marking)}`,
      ]),
  )
}

function saySource({ source, reason }: Statement): Words {
  return [
    [
      source.party && source.party !== source.document
        ? `${source.party}: ${source.document}`
        : source.document,
      source.date ? formatPartialDate(source.date) : 'undated',
      ...(source.locator ? [source.locator] : []),
    ].join(', '),
    ...(source.address ? [', ', address(source.address)] : []),
    '.',
    ...(source.verified ? [] : [' Unverified: not read in the source.']),
    ...(source.note ? [` Doubt: ${sentence(source.note)}`] : []),
    ...(reason ? [` Correction: ${sentence(reason)}`] : []),
  ]
}

function byRecord(a: Statement, b: Statement): number {
  return a.assertedAt === b.assertedAt ? (a.id < b.id ? -1 : 1) : a.assertedAt < b.assertedAt ? -1 : 1
}

export function writeUnverified(paper: Paper): void {
  const { writer } = paper
  const doubtful = citedEntries(paper).filter(
    (entry) => !entry.verified || (entry.unverifiedParts?.length ?? 0) > 0,
  )
  if (doubtful.length === 0) {
    writer.paragraph('Every doctrine entry that this paper uses has been read in its source.')
    return
  }
  writer.paragraph(
    'The paper uses these entries of the doctrine although they, or parts of them, have not been read in the source.',
  )
  writer.table(
    'Doctrine entries that are not verified',
    [
      ['Entry', 28],
      ['Authority', 16],
      ['Source', 30],
      ['What is not verified', 26],
    ],
    doubtful.map((entry): Words[] => [
      entry.label,
      opening(AUTHORITY_WORDS[entry.authority]),
      sayCitation(entry.source),
      entry.unverifiedParts && entry.unverifiedParts.length > 0
        ? entry.unverifiedParts.map(sentence).join(' ')
        : entry.verifiedParts && entry.verifiedParts.length > 0
          ? `All but: ${entry.verifiedParts.join('; ')}.`
          : 'The whole entry.',
    ]),
  )
}

/** The doctrine entries on which a line of the paper rests, in the order in which the paper uses them. */
function citedEntries(paper: Paper): readonly DoctrineEntry[] {
  const { dossier, doctrine } = paper
  const measures = dossier.measures.filter(({ role }) => role === 'measure').map(({ measure }) => measure)
  const rules = measures.map((id) => measureOf(paper, id)?.votingRule)
  return [
    ...new Set([
      ...entriesOf(dossier.profile, ({ dimension }) => entryOf(paper, doctrine.scales, dimension)),
      doctrine.proportionality,
      ...entriesOf(dossier.tests, ({ test }) => testOf(paper, test)),
      ...entriesOf(dossier.norms, ({ norm }) => entryOf(paper, doctrine.norms, norm)),
      ...entriesOf(measures, (id) => measureOf(paper, id)),
      ...entriesOf(rules, (id) => (id === undefined ? undefined : entryOf(paper, doctrine.votingRules, id))),
      ...entriesOf(dossier.packages, ({ id }) => entryOf(paper, doctrine.packages, id)),
    ]),
  ]
}

function entriesOf<T>(
  items: readonly T[],
  find: (item: T) => DoctrineEntry | undefined,
): readonly DoctrineEntry[] {
  return items.flatMap((item) => find(item) ?? [])
}
