/**
 * Press release: public news of the act.
 *
 * Public: of the case it says only what rests on public statements; the joint text stands in it word for word. Rests on:
 * doctrine entry `doc-press-release`.
 */
import { address, strong } from '../paper-writer.ts'
import { sentence } from '../wording.ts'
import {
  caseName,
  claimLines,
  EFFECTS,
  factLines,
  FACTS,
  normLines,
  responseLines,
} from './case-on-record.ts'
import type { Draft } from './draft.ts'
import { listed, type DocumentPlan } from './plan.ts'
import { writeText } from './text-body.ts'

export const PRESS_RELEASE: DocumentPlan = {
  outline: 'doc-press-release',
  title: (draft) => draft.title,
  numbers: false,
  sections: {
    s1: (draft) => {
      const {
        measureLabel,
        version,
        writer,
        wording: { say, instant },
      } = draft
      if (measureLabel !== undefined) writer.paragraph([strong(sentence(measureLabel))])
      const adopted = draft.input.procedure.adopted
      writer.paragraph(
        adopted ? say('press.adopted', { at: instant(adopted.at) }) : say('press.notForRelease'),
      )
      if (!version) return say('paper.noText')
      writeText(draft, false)
      return undefined
    },
    s2: (draft) => {
      const name = caseName(draft)
      if (name) draft.writer.paragraph([...[name].flat(), '.'])
      return listed(
        draft,
        draft.wording.say('press.isPublic'),
        [...factLines(draft, [...FACTS, ...EFFECTS]), ...normLines(draft)],
        draft.wording.say('onRecord.noPublicFact'),
      )
    },
    s3: (draft) => {
      const subjects = draft.opened?.act.subjects
      const { say, count } = draft.wording
      if (!subjects) return say('press.noNames')
      draft.writer.paragraph(say('press.names', { amount: count(subjects.length) }))
      draft.writer.list(subjects)
      return undefined
    },
    s4: (draft) => {
      const { measure } = draft
      if (!measure?.description) return draft.wording.say('press.noEffect')
      draft.writer.paragraph([
        sentence(draft.wording.ofDoctrine(measure.description)),
        ...draft.law(measure.source, measure.verified),
      ])
      return undefined
    },
    s5: (draft) =>
      listed(
        draft,
        draft.wording.say('press.before'),
        [...responseLines(draft), ...claimLines(draft)],
        draft.wording.say('press.nothingBefore'),
      ),
    s6: writeLinks,
  },
}

function writeLinks(draft: Draft): string | undefined {
  const published = draft.all('publish')
  const { measure } = draft
  const { say, saying, date } = draft.wording
  const source = measure?.source.address
  if (published.length === 0 && source === undefined) return say('press.noLinks')
  draft.writer.list([
    ...published.map(({ act: { where, on, reference } }) =>
      reference === undefined
        ? say('press.published', { where, date: date(on) })
        : say('press.publishedUnder', { where, date: date(on), reference }),
    ),
    ...(measure && source !== undefined
      ? [saying('paper.labelled', { text: address(source) }, { label: measure.source.document })]
      : []),
  ])
  return undefined
}
