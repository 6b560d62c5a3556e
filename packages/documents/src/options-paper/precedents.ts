/**
 * Section "precedents and consistency": the nearest like cases, and where this one would be treated otherwise.
 *
 * Distances are this desk's judgement and are shown with the features that make them.
 */
import type { Neighbour } from '@demarche/core'
import type { Words } from '../paper-writer.ts'
import { opening, sentence } from '../wording.ts'
import type { Paper } from './paper.ts'

const CLASS = {
  restrictive: 'Restrictive measures',
  stability: 'Statements and declarations',
  cooperative: 'Cooperative measures',
  preventive: 'Preventive measures',
  support: 'Support to a Member State',
  none: 'No joint response',
} as const

export function writePrecedents({ dossier, writer }: Paper): void {
  if (dossier.neighbours.length === 0) {
    writer.numbered('No coded precedent was at hand for comparison.')
  } else {
    writer.numbered(
      "The nearest precedents follow. The distance runs from 0 (alike in all that was compared) to 1 and is this desk's " +
        'judgement; the last column names what sets the cases apart.',
    )
    writer.table(
      'Nearest precedents',
      [
        ['Case', 24],
        ['Distance', 12],
        ['Compared', 13],
        ['Answered with', 20],
        ['What differs', 31],
      ],
      dossier.neighbours.map((neighbour): Words[] => [
        neighbour.name,
        neighbour.distance.toFixed(2),
        `${Math.round(neighbour.compared * 100)} % of features`,
        CLASS[neighbour.responseClass],
        sayDifferences(neighbour),
      ]),
    )
  }
  if (dossier.consistency.length === 0) {
    writer.numbered('The consistency check found no like case that was treated otherwise.')
    return
  }
  writer.numbered('The consistency check asks for a reason where like cases were treated otherwise:')
  writer.list(
    dossier.consistency.map(
      ({ precedentName, text, reason }) =>
        `${precedentName}: ${sentence(text)} ${reason ? `Reason on record: ${sentence(reason)}` : 'No reason is on record yet.'}`,
    ),
  )
}

function sayDifferences({ features }: Neighbour): string {
  const apart = features
    .filter(({ distance }) => distance > 0)
    .toSorted((a, b) => b.distance * b.weight - a.distance * a.weight)
    .slice(0, 3)
  return apart.length === 0
    ? 'Nothing that was compared'
    : opening(apart.map(({ feature, here, there }) => `${feature}: ${here} here, ${there} there`).join('; '))
}
