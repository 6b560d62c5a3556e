/** The reports of the back-tests for a terminal: totals, should beside did, and every exception. */
import type { BacktestResult, EurepocResult } from '@demarche/core'
import { table, wrapped } from './table.ts'

export function caseReportLines(result: BacktestResult): readonly string[] {
  const { report, availableOutright, pairs, flagged, notMatched, contrastsMissed } = result
  const { totals } = report
  return [
    ...report.cases.flatMap(({ id, asOf, should, did, missed }) => [
      `${id}, as of ${asOf}`,
      ...wrapped(`should: ${should.join('; ') || 'no package within the usual ceiling'}`, '  '),
      ...wrapped(`did:    ${did.join('; ') || 'no joint act'}`, '  '),
      ...missed.flatMap((act) => wrapped(`missed: ${act}`, '  ')),
      '',
    ]),
    ...table(
      ['in total', ''],
      [
        ['cases', String(totals.cases)],
        ['scored', String(totals.scored)],
        ['instruments used', String(totals.instrumentsUsed)],
        [
          'of them found available',
          `${totals.instrumentsFoundAvailable} (${availableOutright} outright, the others once people answer what is asked of them)`,
        ],
        ['listings proposed where the test was false', String(totals.listingsProposedWhereTestFalse)],
        ['contrasts in the file', String(totals.contrasts)],
        ['of them flagged', String(totals.contrastsFlagged)],
        ['pairs flagged in all', `${totals.pairsFlagged} of ${pairs}`],
      ],
    ),
    '',
    'Pairs flagged',
    ...flagged.map(
      ({ cases, kind, distance }) =>
        `  ${cases.join(' / ')}: ${kind.replaceAll('-', ' ')} (distance ${distance.toFixed(2)})`,
    ),
    ...(notMatched.length === 0
      ? []
      : [
          '',
          'Joint acts not matched with any measure',
          ...notMatched.map(({ id, act }) => `  ${id}: ${act}`),
        ]),
    ...(contrastsMissed.length === 0
      ? []
      : [
          '',
          'Contrasts of the file that were not flagged',
          ...contrastsMissed.map((pair) => `  ${pair.join(' / ')}`),
        ]),
  ]
}

export function eurepocReportLines({
  report,
  ranked,
  outliers,
  disagreements,
}: EurepocResult): readonly string[] {
  return [
    ...table(
      ['in total', ''],
      [
        ['incidents', String(report.incidents)],
        ["Spearman's rank correlation with the weighted intensity", figure(report.spearman)],
        ['the same without the columns on effects', figure(report.spearmanWithoutEffectColumns)],
        ['incidents ranked', String(ranked)],
        ['legal verdicts compared', String(report.legal.scored)],
        ['of them agree', String(report.legal.agree)],
      ],
    ),
    '',
    'Incidents whose rank differs most',
    ...table(
      ['incident', 'their intensity', 'our band', 'our mean'],
      outliers.map(({ entity, intensity, band, mean }) => [
        entity,
        String(intensity),
        band === null ? 'undetermined' : String(band),
        mean.toFixed(2),
      ]),
    ),
    '',
    `Legal verdicts that differ: ${disagreements.length}`,
    ...table(
      ['incident', 'theirs', 'ours'],
      disagreements.map(({ entity, theirs, ours }) => [entity, theirs, ours]),
    ),
  ]
}

function figure(value: number | null): string {
  return value === null ? 'not defined' : value.toFixed(3)
}
