/**
 * RELEX questions: what of law and evidence is open before the acts can go on.
 *
 * Questions follow from what is unknown in the case, missing in the annex and unanswered of the evidence; people add
 * theirs. Rests on: doctrine entry `doc-relex-questions` (recalled practice).
 */
import { missingIn } from '@demarche/core/procedure/listing-annex.ts'
import { openPoint, testLabel } from '../../options-paper/labels.ts'
import type { Words } from '../../paper-writer.ts'
import type { Draft } from '../draft.ts'
import { factsWeighed } from '../findings-on-record.ts'
import type { DocumentPlan } from '../plan.ts'
import { itemsInside, openQuestions } from './evidence-on-record.ts'
import { labelled } from './names.ts'

interface Question {
  readonly asks: string
  readonly why: Words
}

export const RELEX_QUESTIONS: DocumentPlan = {
  outline: 'doc-relex-questions',
  title: ({ wording, title }) => wording.say('relex.title', { title }),
  keepsProposer: true,
  numbers: true,
  sections: {
    s1: (draft) => {
      const all = questionsOf(draft)
      writeQuestions(
        draft,
        all.map(({ asks }) => asks),
      )
      return all.length === 0 ? draft.wording.say('relex.none') : undefined
    },
    s2: (draft) => {
      const all = questionsOf(draft)
      writeQuestions(
        draft,
        all.map(({ why }) => why),
      )
      return all.length === 0 ? draft.wording.say('relex.noReason') : undefined
    },
    s3: (draft) => {
      const { say, date } = draft.wording
      const meeting = draft.all('put-on-agenda').findLast(({ act }) => act.body === 'relex')
      if (!meeting) return say('relex.noDeadline')
      draft.writer.paragraph(say('relex.agenda', { date: date(meeting.act.meeting) }))
      return undefined
    },
  },
}

function writeQuestions(draft: Draft, lines: readonly Words[]): void {
  draft.writer.list(
    lines.map((line, index) =>
      labelled(draft, draft.wording.say('relex.question', { number: index + 1 }), line),
    ),
  )
}

function questionsOf(draft: Draft): readonly Question[] {
  return [...fromAnnex(draft), ...fromCase(draft), ...fromEvidence(draft)]
}

function fromAnnex(draft: Draft): readonly Question[] {
  const { say } = draft.wording
  return draft.annex.entries.flatMap((entry) =>
    missingIn(entry).flatMap((missing): readonly Question[] => {
      if (missing === 'listedOn') return []
      const why = say(`relex.${missing}.why`)
      return [{ asks: say(`relex.${missing}`, { name: entry.name }), why: [why, ...draft.lawOf('listing')] }]
    }),
  )
}

const EFFECT = 'significant-effect'
/**
 * On what a listing turns: its criteria, the effect, the threat from outside. Whether a right of self-defence exists or a
 * crisis is to be called is asked elsewhere.
 */
const TESTS_OF_A_LISTING = [
  'listing',
  EFFECT,
  'attempt',
  'external-threat',
  'target-member-states',
  'target-union',
  'third-state',
]

/** What would decide a test on which a listing turns, or is a factor of its effect; one question for each open point. */
function fromCase(draft: Draft): readonly Question[] {
  const { say, list } = draft.wording
  const turning = new Set(TESTS_OF_A_LISTING.flatMap((name) => draft.testNamed(name)?.id ?? []))
  const weighed = new Set(factsWeighed(draft, EFFECT))
  const quoted = (test: string): string => say('paper.quoted', { text: testLabel(draft, test) })
  const questions = draft.dossier.decisive.flatMap(({ property, state, settles }): readonly Question[] => {
    const settled = settles.filter((test) => turning.has(test))
    const why = [
      ...(settled.length > 0 ? [say('relex.decides', { tests: list(settled.map(quoted)) })] : []),
      ...(weighed.has(property)
        ? [say('relex.weighed', { test: quoted(draft.testNamed(EFFECT)?.id ?? EFFECT) })]
        : []),
    ]
    if (why.length === 0) return []
    const point = openPoint(draft, property)
    return [
      {
        asks: say(state === 'contested' ? 'relex.whichSource' : 'relex.whatIsKnown', { point }),
        why: [say(`verdict.${state}`), ...why].join(draft.wording.semicolon),
      },
    ]
  })
  if (questions.length > 0) draft.derived()
  return questions
}

function fromEvidence(draft: Draft): readonly Question[] {
  const { say } = draft.wording
  return itemsInside(draft).flatMap((item): readonly Question[] => {
    const questions = openQuestions(draft, item)
    if (questions === '') return []
    draft.carry(item.marking)
    return [{ asks: say('relex.mayCarry', { name: item.name }), why: say('relex.openOnItem', { questions }) }]
  })
}
