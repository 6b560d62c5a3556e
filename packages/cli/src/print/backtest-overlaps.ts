/** The report of the back-test of overlaps for a terminal: figures, who was taken for what, and every exception. */
import type { BinaryFigures, Confusion, JudgedPair, OverlapBacktest } from '@demarche/core'
import { table } from './table.ts'

export function overlapReportLines(result: OverlapBacktest): readonly string[] {
  const { pairs, themesHidden, textOnly, confusion, confusionTextOnly, missed, specialCases } = result
  return [
    ...table(
      [`${pairs} pairs`, 'precision', 'recall', 'F1', 'F1, cross-validated', 'cannot tell'],
      [figuresRow('themes hidden', themesHidden), figuresRow('countries and dates hidden too', textOnly)],
    ),
    '',
    'Themes hidden: what the label stands for, and what it was taken for',
    ...confusionTable(confusion),
    '',
    'Countries and dates hidden too',
    ...confusionTable(confusionTextOnly),
    ...section('Taken for something else, themes hidden', missed),
    ...section('Special cases, not scored', specialCases),
  ]
}

function figuresRow(name: string, figures: BinaryFigures): string[] {
  const { precision, recall, f1, f1CrossValidated, cannotTell } = figures
  return [
    name,
    ...[precision, recall, f1, f1CrossValidated].map((figure) => figure.toFixed(2)),
    String(cannotTell),
  ]
}

function confusionTable(confusion: Confusion): readonly string[] {
  return table(
    ['', 'duplicate', 'synergy', 'successor', 'unrelated'],
    Object.entries(confusion).map(([expected, { duplicate, synergy, successor, unrelated }]) => [
      expected,
      ...[duplicate, synergy, successor, unrelated].map(String),
    ]),
  )
}

function section(title: string, pairs: readonly JudgedPair[]): readonly string[] {
  if (pairs.length === 0) return []
  return ['', title, ...pairs.map((judged) => `  ${sayPair(judged)}`)]
}

function sayPair({ pair, names, outcome, leaning }: JudgedPair): string {
  const said = outcome === leaning ? outcome : `${outcome}, most like ${leaning}`
  return `${pair.id} (${pair.label}): ${said}: ${names.join(' / ')}`
}
