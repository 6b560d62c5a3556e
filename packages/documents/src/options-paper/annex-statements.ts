/**
 * Annex C: the facts on record, and every statement that the paper rests on with source, grading and marking.
 *
 * The footnotes name a statement by the short form of its id; here it is found again, with its doubt and its address.
 */
import {
  datesInWords,
  formatMarking,
  type Alternative,
  type Assertion,
  type FactRow,
  placeInFile,
  type Statement,
} from '@demarche/core'
import type { Inline } from '../document-tree.ts'
import { sayFact, sayValue } from '../language/case-wording.ts'
import type { Wording } from '../language/wording.ts'
import { address, code, shortId, type Words } from '../paper-writer.ts'
import { opening, sentence } from '../wording.ts'
import { inRow, propertyLabel } from './labels.ts'
import type { Paper } from './paper.ts'

export function writeStatements(paper: Paper): void {
  const { dossier, writer, wording } = paper
  const { say, saying, list, grading: sayGrading } = wording
  writer.heading(say('fact.title'))
  writer.table(
    say('fact.caption'),
    [
      [say('paper.column.fact'), 32],
      [say('paper.column.onRecord'), 68],
    ],
    dossier.facts.flatMap((row): (readonly Words[])[] => {
      const said = sayRow(paper, row)
      return said ? [[propertyLabel(paper, row.property), said]] : []
    }),
  )
  const statements = Object.values(dossier.statements).toSorted(byRecord)
  const [first] = statements
  if (!first) return
  writer.heading(say('statement.title'))
  const isOneRecord = statements.every((each) => recordOf(each) === recordOf(first))
  const gradings = list([...new Set(statements.map(({ grading }) => sayGrading(grading)))].toSorted())
  writer.paragraph(
    [
      ...(isOneRecord ? [say('statement.allRecorded', recordSaid(paper, first))] : []),
      say('statement.gradings', { gradings }),
    ].join(' '),
  )
  writer.table(
    say('statement.caption'),
    [
      [say('statement.column.statement'), 17],
      [say('statement.column.source'), 43],
      [say('statement.column.about'), 24],
      [say('statement.column.grading'), 16],
    ],
    statements.map((statement): Words[] => {
      const id = code(shortId(statement.id))
      return [
        isOneRecord ? id : saying('statement.recorded', { id }, recordSaid(paper, statement)),
        saySource(paper, statement),
        sayAbout(paper, statement),
        inRow(paper, [
          `${statement.grading.reliability}${statement.grading.credibility}`,
          formatMarking(statement.marking),
        ]),
      ]
    }),
  )
}

function sayRow(paper: Paper, row: FactRow): Words | undefined {
  const { writer, wording } = paper
  if (row.fact && row.fact.state !== 'unknown') {
    const { fact } = row
    const supported: readonly Alternative[] = fact.state === 'known' ? [fact] : fact.alternatives
    return [
      inCapitals(sayFact(wording, row.property, fact)),
      ...sayDays(paper, row.property, supported),
      ...writer.support(supported.flatMap(({ support }) => support)),
      ...(fact.derivedBy ? [` ${wording.say('fact.derived')}`] : []),
      ...sayOtherTimes(paper, row),
    ]
  }
  if (row.otherTimes) return [wording.say('fact.unknownNow'), ...sayOtherTimes(paper, row)]
  if (!row.values || row.values.length === 0) return undefined
  return row.values.flatMap(({ value, support }, index) => [
    `${index > 0 ? ' — ' : ''}${sayValue(wording, row.property, value)}`,
    ...writer.support(support),
  ])
}

/** For which days the sources say that it holds, where they say so. */
function sayDays(paper: Paper, property: string, alternatives: readonly Alternative[]): readonly string[] {
  const { dossier, wording } = paper
  const said = alternatives
    .flatMap(({ support }) => support)
    .flatMap(({ statement }) => dossier.statements[statement]?.assertions ?? [])
    .filter((assertion) => assertion.property === property)
    .flatMap((assertion) => sayValidity(wording, assertion) ?? [])
  return said.length > 0 ? [`, ${inRow(paper, [...new Set(said)])}`] : []
}

/** The days in words; undefined when no end is given, which limits nothing. */
function sayValidity(
  { say, date }: Wording,
  { validFrom, validTo }: Pick<Assertion, 'validFrom' | 'validTo'>,
): string | undefined {
  if (validFrom === undefined) {
    return validTo === undefined ? undefined : say('fact.until', { until: date(validTo) })
  }
  return validTo === undefined
    ? say('fact.from', { from: date(validFrom) })
    : say('fact.fromUntil', { from: date(validFrom), until: date(validTo) })
}

/** What stands for other days, or may have held on this one. */
function sayOtherTimes(
  { writer, wording }: Paper,
  { property, otherTimes = [] }: FactRow,
): readonly (string | Inline)[] {
  return otherTimes.flatMap((other) => {
    const value = sayValue(wording, property, other.value)
    const days = sayValidity(wording, other)
    return [
      ' ',
      ...wording.saying(other.held === 'false' ? 'fact.otherDays' : 'fact.perhapsThisDay', {
        value: [
          days === undefined ? value : `${value}, ${days}`,
          ...writer.support([{ statement: other.statement }]),
        ],
      }),
    ]
  })
}

/** As a sentence opens, but for the letters by which the law lists its points. */
function inCapitals(text: string): string {
  return /^[a-z](?:[,)]|$)/.test(text) ? text : opening(text)
}

function recordOf({ assertedAt, assertedBy }: Statement): string {
  return `${assertedAt.slice(0, 10)} ${assertedBy}`
}

function recordSaid({ wording: { date } }: Paper, { assertedAt, assertedBy }: Statement) {
  return { date: date(assertedAt.slice(0, 10)), by: assertedBy }
}

/** Ratings come seven at a time and are one thing to say. */
function sayAbout(paper: Paper, { assertions }: Statement): string {
  const { say } = paper.wording
  const names = [...new Set(assertions.map(({ property }) => property))]
  const ratings = names.filter((name) => name.startsWith('rating.'))
  const grouped = ratings.length > 2
  const said = [
    ...names.filter((name) => !grouped || !ratings.includes(name)).map((name) => propertyLabel(paper, name)),
    ...(grouped ? [say('statement.ratings', { count: ratings.length })] : []),
  ]
  return said.length > 0 ? opening(inRow(paper, said)) : say('statement.withdraws')
}

function saySource({ wording }: Paper, { source, reason }: Statement): Words {
  const { say, date } = wording
  const remarks = [
    ...(source.verified ? [] : [say('statement.unread')]),
    ...(source.note ? [say('statement.doubt', { doubt: sentence(datesInWords(source.note)) })] : []),
    ...(reason ? [say('statement.correction', { reason: sentence(reason) })] : []),
  ]
  return [
    [
      wording.source(source),
      source.date ? date(source.date) : say('paper.undated'),
      ...(source.locator ? [sayPlace(wording, source.locator)] : []),
    ].join(', '),
    ...(source.address ? [', ', address(source.address)] : []),
    ['.', ...remarks].join(' '),
  ]
}

/** A place in a data file as people say it; a page or an article as it stands. */
function sayPlace({ say }: Wording, locator: string): string {
  const place = placeInFile(locator)
  if (!place) return locator
  const [first = '', ...rest] = place.parts.map((part) =>
    typeof part === 'number' ? say('statement.entry', { number: part }) : part,
  )
  return place.kind === 'case-file'
    ? [say('statement.caseFile'), first, ...rest].join(', ')
    : [say('statement.stixObject', { type: first }), ...rest].join(', ')
}

function byRecord(a: Statement, b: Statement): number {
  return a.assertedAt === b.assertedAt ? (a.id < b.id ? -1 : 1) : a.assertedAt < b.assertedAt ? -1 : 1
}
