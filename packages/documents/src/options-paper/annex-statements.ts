/**
 * Annex C: the facts on record, and every statement that the paper rests on with source, grading and marking.
 *
 * The footnotes name a statement by the short form of its id; here it is found again, with its doubt and its address.
 */
import {
  datesInWords,
  formatMarking,
  formatPartialDate,
  phrasePlace,
  phraseValidity,
  type Alternative,
  type FactRow,
  type Statement,
} from '@demarche/core'
import { address, code, shortId, type Words } from '../paper-writer.ts'
import type { Inline } from '../document-tree.ts'
import { opening, sayFact, sayGrading, sayList, sayValue, sentence } from '../wording.ts'
import { propertyLabel } from './labels.ts'
import type { Paper } from './paper.ts'

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
      const said = sayRow(paper, row)
      return said ? [[propertyLabel(paper, row.property), said]] : []
    }),
  )
  const statements = Object.values(dossier.statements).toSorted(byRecord)
  if (statements.length === 0) return
  writer.heading('Statements')
  const records = [...new Set(statements.map(sayRecord))]
  const gradings = [...new Set(statements.map(({ grading }) => sayGrading(grading)))].toSorted()
  writer.paragraph(
    `${records.length === 1 ? `All were recorded ${records[0]}. ` : ''}Gradings used: ${sayList(gradings)}.`,
  )
  writer.table(
    'Statements with source, grading and marking',
    [
      ['Statement', 17],
      ['Source', 43],
      ['Says something of', 24],
      ['Grading, marking', 16],
    ],
    statements.map((statement): Words[] => [
      [code(shortId(statement.id)), ...(records.length === 1 ? [] : [` recorded ${sayRecord(statement)}`])],
      saySource(statement),
      sayAbout(paper, statement),
      `${statement.grading.reliability}${statement.grading.credibility}; ${formatMarking(statement.marking)}`,
    ]),
  )
}

function sayRow(paper: Paper, row: FactRow): Words | undefined {
  const { writer } = paper
  if (row.fact && row.fact.state !== 'unknown') {
    const { fact } = row
    const supported: readonly Alternative[] = fact.state === 'known' ? [fact] : fact.alternatives
    return [
      inCapitals(sayFact(row.property, fact)),
      ...sayDays(paper, row.property, supported),
      ...writer.support(supported.flatMap(({ support }) => support)),
      ...(fact.derivedBy ? [' (follows from other facts)'] : []),
      ...sayOtherTimes(paper, row),
    ]
  }
  if (row.otherTimes) return ['Unknown on the date of this paper.', ...sayOtherTimes(paper, row)]
  if (!row.values || row.values.length === 0) return undefined
  return row.values.flatMap(({ value, support }, index) => [
    `${index > 0 ? ' — ' : ''}${sayValue(row.property, value)}`,
    ...writer.support(support),
  ])
}

/** For which days the sources say that it holds, where they say so. */
function sayDays(
  { dossier }: Paper,
  property: string,
  alternatives: readonly Alternative[],
): readonly string[] {
  const said = alternatives
    .flatMap(({ support }) => support)
    .flatMap(({ statement }) => dossier.statements[statement]?.assertions ?? [])
    .filter((assertion) => assertion.property === property)
    .map(phraseValidity)
  const days = [...new Set(said)].filter((text) => text !== '')
  return days.length > 0 ? [`, ${days.join('; ')}`] : []
}

/** What stands for other days, or may have held on this one. */
function sayOtherTimes(
  { writer }: Paper,
  { property, otherTimes = [] }: FactRow,
): readonly (string | Inline)[] {
  return otherTimes.flatMap((other) => [
    ` On record ${other.held === 'false' ? 'for other days' : 'for days that may include this one'}: ${sayValue(property, other.value)}, ${phraseValidity(other)}`,
    ...writer.support([{ statement: other.statement }]),
    '.',
  ])
}

/** As a sentence opens, but for the letters by which the law lists its points. */
function inCapitals(text: string): string {
  return /^[a-z](?:,|$)/.test(text) ? text : opening(text)
}

function sayRecord({ assertedAt, assertedBy }: Statement): string {
  return `on ${formatPartialDate(assertedAt.slice(0, 10))} by ${assertedBy}`
}

/** Ratings come seven at a time and are one thing to say. */
function sayAbout(paper: Paper, { assertions }: Statement): string {
  const names = [...new Set(assertions.map(({ property }) => property))]
  const ratings = names.filter((name) => name.startsWith('rating.'))
  const said =
    ratings.length > 2
      ? [
          ...names.filter((name) => !ratings.includes(name)).map((name) => propertyLabel(paper, name)),
          `ratings of ${ratings.length} dimensions`,
        ]
      : names.map((name) => propertyLabel(paper, name))
  return said.length > 0 ? opening(said.join('; ')) : 'Withdraws an earlier statement'
}

function saySource({ source, reason }: Statement): Words {
  return [
    [
      source.party && source.party !== source.document
        ? `${source.party}: ${source.document}`
        : source.document,
      source.date ? formatPartialDate(source.date) : 'undated',
      ...(source.locator ? [phrasePlace(source.locator)] : []),
    ].join(', '),
    ...(source.address ? [', ', address(source.address)] : []),
    '.',
    ...(source.verified ? [] : [' Unverified: not read in the source.']),
    ...(source.note ? [` Doubt: ${sentence(datesInWords(source.note))}`] : []),
    ...(reason ? [` Correction: ${sentence(reason)}`] : []),
  ]
}

function byRecord(a: Statement, b: Statement): number {
  return a.assertedAt === b.assertedAt ? (a.id < b.id ? -1 : 1) : a.assertedAt < b.assertedAt ? -1 : 1
}
