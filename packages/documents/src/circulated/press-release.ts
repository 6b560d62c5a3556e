/**
 * Press release: public news of the act.
 *
 * Public: of the case it says only what rests on public statements; the joint text stands in it word for word. Rests on:
 * doctrine entry `doc-press-release`.
 */
import { formatPartialDate } from '@demarche/core'
import { address, strong } from '../paper-writer.ts'
import { sayCount, sentence } from '../wording.ts'
import {
  caseName,
  claimLines,
  EFFECTS,
  factLines,
  FACTS,
  normLines,
  responseLines,
} from './case-on-record.ts'
import { sayInstant, type Draft } from './draft.ts'
import { listed, type DocumentPlan } from './plan.ts'
import { writeText } from './text-body.ts'

export const PRESS_RELEASE: DocumentPlan = {
  outline: 'doc-press-release',
  title: (draft) => draft.title,
  numbers: false,
  sections: {
    s1: (draft) => {
      const { measure, version, writer } = draft
      if (measure) writer.paragraph([strong(sentence(measure.label))])
      const adopted = draft.input.procedure.adopted
      writer.paragraph(
        adopted
          ? `Adopted on ${sayInstant(adopted.at)}.`
          : 'No adoption is on record: this is not for release.',
      )
      if (!version) return 'no joint text has been laid.'
      writeText(draft, false)
      return undefined
    },
    s2: (draft) => {
      const name = caseName(draft)
      if (name) draft.writer.paragraph([...[name].flat(), '.'])
      return listed(
        draft,
        'What is public about the activity:',
        [...factLines(draft, [...FACTS, ...EFFECTS]), ...normLines(draft)],
        'no public fact of the case; each needs a release by its originator.',
      )
    },
    s3: (draft) => {
      const subjects = draft.opened?.act.subjects
      if (!subjects) return 'no names are on record in this procedure.'
      draft.writer.paragraph(`Names in the act: ${sayCount(subjects.length)}.`)
      draft.writer.list(subjects)
      return undefined
    },
    s4: (draft) => {
      const { measure } = draft
      if (!measure?.description) return 'what the act does has to be written.'
      draft.writer.paragraph([sentence(measure.description), ...draft.law(measure.source, measure.verified)])
      return undefined
    },
    s5: (draft) =>
      listed(
        draft,
        'What has been said and done in public before:',
        [...responseLines(draft), ...claimLines(draft)],
        'no public response and no public claim of attribution.',
      ),
    s6: writeLinks,
  },
}

function writeLinks(draft: Draft): string | undefined {
  const published = draft.all('publish')
  const { measure } = draft
  const source = measure?.source.address
  if (published.length === 0 && source === undefined) return 'no place of publication and no address.'
  draft.writer.list([
    ...published.map(({ act }) =>
      [
        `${act.where}, ${formatPartialDate(act.on)}`,
        ...(act.reference === undefined ? [] : [act.reference]),
      ].join(' under '),
    ),
    ...(measure && source !== undefined ? [[`${measure.source.document}: `, address(source)]] : []),
  ])
  return undefined
}
