/**
 * Section "precedents and consistency": the nearest like cases, and where this one would be treated otherwise.
 *
 * Distances are this desk's judgement and are shown with the features that make them.
 */
import type { Neighbour } from '@demarche/core'
import { DIMENSIONS } from '@demarche/core/kernel/doctrine.ts'
import type { TextKey } from '../language/load-texts.ts'
import { reasonIn } from '../language/say-reason.ts'
import type { Words } from '../paper-writer.ts'
import { opening, sentence } from '../wording.ts'
import { dimensionLabel, inRow, insideSentence } from './labels.ts'
import type { Paper } from './paper.ts'

/** How a case was answered, in words. */
const ANSWER = {
  restrictive: 'category.restrictive',
  stability: 'answer.stability',
  cooperative: 'category.cooperative',
  preventive: 'category.preventive',
  support: 'answer.support',
  none: 'answer.none',
} as const satisfies Readonly<Record<Neighbour['responseClass'], TextKey>>

/** The same inside a sentence. */
export const ANSWER_INSIDE = {
  restrictive: 'categoryInside.restrictive',
  stability: 'answerInside.stability',
  cooperative: 'categoryInside.cooperative',
  preventive: 'categoryInside.preventive',
  support: 'answerInside.support',
  none: 'answerInside.none',
} as const satisfies Readonly<Record<Neighbour['responseClass'], TextKey>>

export function writePrecedents(paper: Paper): void {
  const { dossier, writer, wording } = paper
  const { say } = wording
  if (dossier.neighbours.length === 0) {
    writer.numbered(say('precedents.none'))
  } else {
    const decimals = new Intl.NumberFormat(wording.tag, {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    })
    writer.numbered(say('precedents.lead'))
    writer.table(
      say('precedents.caption'),
      [
        [say('paper.case'), 20],
        [say('precedents.column.distance'), 10],
        [say('precedents.column.compared'), 11],
        [say('precedents.column.answer'), 16],
        [say('precedents.column.differs'), 43],
      ],
      dossier.neighbours.map((neighbour): Words[] => [
        neighbour.name,
        decimals.format(neighbour.distance),
        say('precedents.percent', { percent: Math.round(neighbour.compared * 100) }),
        say(ANSWER[neighbour.responseClass]),
        sayDifferences(paper, neighbour),
      ]),
    )
  }
  if (dossier.consistency.length === 0) {
    writer.numbered(say('precedents.noneOtherwise'))
    return
  }
  const unreasoned = dossier.consistency.every(({ reason }) => reason === undefined)
  writer.numbered(say(unreasoned ? 'precedents.noReasonAtAll' : 'precedents.otherwise'))
  writer.list(
    dossier.consistency.map(({ precedentName, reason, words, text: english }) => {
      const text = reasonIn(wording, words, english)
      const named = text.includes(precedentName)
        ? sentence(text)
        : say('paper.labelled', { label: precedentName, text: sentence(text) })
      if (unreasoned) return named
      const why = reason ? say('precedents.reason', { reason: sentence(reason) }) : say('precedents.noReason')
      return `${named} ${why}`
    }),
  )
}

function sayDifferences(paper: Paper, { features }: Neighbour): string {
  const { say } = paper.wording
  const apart = features
    .filter(({ distance }) => distance > 0)
    .toSorted((a, b) => b.distance * b.weight - a.distance * a.weight)
    .slice(0, 2)
    .map(({ feature, here, there }) =>
      say('precedents.difference', {
        feature: sayFeature(paper, feature),
        here: sayValues(paper, feature, here),
        there: sayValues(paper, feature, there),
      }),
    )
  return apart.length === 0 ? say('precedents.noDifference') : opening(inRow(paper, apart))
}

/** A feature that was compared: a dimension, or one of those that core names. */
function sayFeature(paper: Paper, feature: string): string {
  const dimension = DIMENSIONS.find((each) => each === feature)
  if (dimension === undefined) return paper.wording.word(`feature.${feature}`, feature)
  return paper.wording.language === 'en' ? feature : insideSentence(paper, dimensionLabel(paper, dimension))
}

/** Words of the vocabulary are written with hyphens; a page shows them as words. */
function sayValues({ wording }: Paper, feature: string, values: string): string {
  return values
    .split(', ')
    .map((value) =>
      wording.word(`caseWord.${feature}.${value}`, wording.word(`featureValue.${value}`, value)),
    )
    .join(', ')
    .replaceAll(/\b[a-z]+(?:-[a-z]+)+\b/g, (word) => word.replaceAll('-', ' '))
}
