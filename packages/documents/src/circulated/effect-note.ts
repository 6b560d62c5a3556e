/**
 * Effect note: did behaviour change, and what did the measure cost.
 *
 * The aim is that of whoever opened and proposed; what was observed is what the reviews say. No effect is read out of the
 * absence of news. Rests on: doctrine entry `doc-effect-note` (recalled practice).
 */
import { sentence } from '../wording.ts'
import { responseLines } from './case-on-record.ts'
import { type Draft, linesOf } from './draft.ts'
import { listed, type DocumentPlan } from './plan.ts'

export const EFFECT_NOTE: DocumentPlan = {
  outline: 'doc-effect-note',
  title: ({ wording: { say }, title }) => say('effect.title', { title }),
  numbers: true,
  sections: {
    s1: writeAim,
    s2: (draft) => {
      const { say, saying } = draft.wording
      const blank = draft.blank(say('effect.indicator'))
      draft.writer.list([saying('effect.works', { blank }), saying('effect.worksNot', { blank })])
      return undefined
    },
    s3: (draft) => {
      const { say, date } = draft.wording
      return listed(
        draft,
        say('effect.reviews'),
        draft
          .all('review')
          .map(({ act }) => say('paper.labelled', { label: date(act.on), text: sentence(act.finding) })),
        say('effect.noReview'),
      )
    },
    s4: (draft) => {
      const { say, saying } = draft.wording
      const others = responseLines(draft, 'adversary')
      if (others.length > 0) draft.writer.list(others)
      draft.writer.paragraph(saying('effect.retaliation', { blank: draft.blank(say('effect.whatWasSeen')) }))
      return undefined
    },
    s5: (draft) => {
      const {
        measure,
        wording: { say, saying },
      } = draft
      if (!measure || measure.costs.length === 0) return say('effect.noCosts')
      draft.writer.numbered([say('effect.costs'), ...draft.law(measure.source, measure.verified)])
      draft.writer.list(measure.costs.map((cost) => sentence(draft.wording.ofDoctrine(cost))))
      draft.writer.paragraph(saying('effect.costsSeen', { blank: draft.blank(say('effect.howMuch')) }))
      return undefined
    },
    s6: ({ wording: { say } }) => say('effect.advice'),
  },
}

function writeAim(draft: Draft): string | undefined {
  const {
    measure,
    measureLabel: label,
    writer,
    wording: { say },
  } = draft
  if (measure?.description && label !== undefined) {
    writer.numbered([
      say('paper.labelled', { label, text: sentence(draft.wording.ofDoctrine(measure.description)) }),
      ...draft.law(measure.source, measure.verified),
    ])
  }
  const reasons = [draft.opened?.act.reason, draft.last('propose')?.act.reason].flatMap((reason) =>
    reason === undefined ? [] : linesOf(reason),
  )
  for (const reason of new Set(reasons)) writer.numbered(sentence(reason))
  return reasons.length === 0 ? say('effect.noAim') : undefined
}
