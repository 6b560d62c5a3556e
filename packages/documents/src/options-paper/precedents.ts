/**
 * Section "precedents and consistency": the nearest like cases, and where this one would be treated otherwise.
 *
 * Distances are this desk's judgement and are shown with the features that make them.
 */
import type { Neighbour } from '@demarche/core'
import type { Words } from '../paper-writer.ts'
import { opening, sentence } from '../wording.ts'
import type { Paper } from './paper.ts'

/** How a case was answered, in words. */
export const CLASS = {
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
        'judgement; “compared” is the share of features known of both; the last column names what sets the cases apart most.',
    )
    writer.table(
      'Nearest precedents',
      [
        ['Case', 20],
        ['Distance', 10],
        ['Compared', 11],
        ['Answered with', 16],
        ['What differs', 43],
      ],
      dossier.neighbours.map((neighbour): Words[] => [
        neighbour.name,
        neighbour.distance.toFixed(2),
        `${Math.round(neighbour.compared * 100)} %`,
        CLASS[neighbour.responseClass],
        sayDifferences(neighbour),
      ]),
    )
  }
  if (dossier.consistency.length === 0) {
    writer.numbered('The consistency check found no like case that was treated otherwise.')
    return
  }
  const unreasoned = dossier.consistency.every(({ reason }) => reason === undefined)
  writer.numbered(
    `The consistency check asks for a reason where like cases were treated otherwise${unreasoned ? '; none is on record yet' : ''}:`,
  )
  writer.list(
    dossier.consistency.map(({ precedentName, text, reason }) => {
      const named = text.includes(precedentName) ? sentence(text) : `${precedentName}: ${sentence(text)}`
      if (unreasoned) return named
      return `${named} ${reason ? `Reason on record: ${sentence(reason)}` : 'No reason is on record yet.'}`
    }),
  )
}

function sayDifferences({ features }: Neighbour): string {
  const apart = features
    .filter(({ distance }) => distance > 0)
    .toSorted((a, b) => b.distance * b.weight - a.distance * a.weight)
    .slice(0, 2)
  return apart.length === 0
    ? 'Nothing that was compared'
    : opening(
        apart
          .map(
            ({ feature, here, there }) => `${feature}: ${unhyphened(here)} here, ${unhyphened(there)} there`,
          )
          .join('; '),
      )
}

/** Words of the vocabulary are written with hyphens; a page shows them as words. */
function unhyphened(words: string): string {
  return words.replaceAll(/\b[a-z]+(?:-[a-z]+)+\b/g, (word) => word.replaceAll('-', ' '))
}
