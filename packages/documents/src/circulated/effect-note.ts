/**
 * Effect note: did behaviour change, and what did the measure cost.
 *
 * The aim is that of whoever opened and proposed; what was observed is what the reviews say. No effect is read out of the
 * absence of news. Rests on: doctrine entry `doc-effect-note` (recalled practice).
 */
import { formatPartialDate } from '@demarche/core'
import { sentence } from '../wording.ts'
import { responseLines } from './case-on-record.ts'
import { blank, type Draft, linesOf } from './draft.ts'
import { listed, type DocumentPlan } from './plan.ts'

export const EFFECT_NOTE: DocumentPlan = {
  outline: 'doc-effect-note',
  title: (draft) => `Effect note: ${draft.title}`,
  numbers: true,
  sections: {
    s1: writeAim,
    s2: (draft) => {
      draft.writer.list([
        ['What would show that it works: ', blank('indicator, source, how often it is looked at')],
        ['What would show that it does not: ', blank('indicator, source, how often it is looked at')],
      ])
      return undefined
    },
    s3: (draft) =>
      listed(
        draft,
        'What reviews found:',
        draft.all('review').map(({ act }) => `${formatPartialDate(act.on)}: ${sentence(act.finding)}`),
        'no review; no news is not an effect.',
      ),
    s4: (draft) => {
      const others = responseLines(draft, 'adversary')
      if (others.length > 0) draft.writer.list(others)
      draft.writer.paragraph([
        'Retaliation, also against persons and companies: ',
        blank('what was seen, or none known'),
      ])
      return undefined
    },
    s5: (draft) => {
      const { measure } = draft
      if (!measure || measure.costs.length === 0) return 'no cost stands in the catalogue for this measure.'
      draft.writer.numbered([
        'Costs, as the catalogue expects them:',
        ...draft.law(measure.source, measure.verified),
      ])
      draft.writer.list(measure.costs.map(sentence))
      draft.writer.paragraph(['Costs that were seen: ', blank('what, for whom, how much')])
      return undefined
    },
    s6: () => 'to go on, change, escalate or end it is advice for those who took part to give.',
  },
}

function writeAim(draft: Draft): string | undefined {
  const { measure, writer } = draft
  if (measure?.description) {
    writer.numbered([
      `${measure.label}: ${sentence(measure.description)}`,
      ...draft.law(measure.source, measure.verified),
    ])
  }
  const reasons = [draft.opened?.act.reason, draft.last('propose')?.act.reason].flatMap((reason) =>
    reason === undefined ? [] : linesOf(reason),
  )
  for (const reason of new Set(reasons)) writer.numbered(sentence(reason))
  return reasons.length === 0 ? 'nobody said what the measure is to achieve.' : undefined
}
