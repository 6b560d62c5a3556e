/**
 * RELEX questions: what of law and evidence is open before the acts can go on.
 *
 * Questions follow from what is unknown in the case, missing in the annex and unanswered of the evidence; people add
 * theirs. Rests on: doctrine entry `doc-relex-questions` (recalled practice).
 */
import { formatPartialDate } from '@demarche/core'
import { missingIn, type MissingInEntry } from '@demarche/core/procedure/listing-annex.ts'
import { openPoint, testLabel } from '../../options-paper/labels.ts'
import type { Words } from '../../paper-writer.ts'
import { opening, sayList } from '../../wording.ts'
import type { Draft } from '../draft.ts'
import { factsWeighed } from '../findings-on-record.ts'
import type { DocumentPlan } from '../plan.ts'
import { itemsInside, QUESTION_WORDS } from './evidence-on-record.ts'

interface Question {
  readonly asks: string
  readonly why: Words
}

interface Missing {
  readonly asks: (name: string) => string
  readonly why: string
}

const MISSING: Readonly<Record<Exclude<MissingInEntry, 'listedOn'>, Missing>> = {
  identifiedBy: {
    asks: (name) => `What identifies ${name}?`,
    why: 'the annex has what is necessary to identify each, where available',
  },
  reasons: {
    asks: (name) => `On which grounds is ${name} listed?`,
    why: 'the annex includes the grounds for each listing',
  },
}

export const RELEX_QUESTIONS: DocumentPlan = {
  outline: 'doc-relex-questions',
  title: (draft) => `Questions on law and evidence: ${draft.title}`,
  keepsProposer: true,
  numbers: true,
  sections: {
    s1: (draft) => {
      const all = questionsOf(draft)
      draft.writer.list(all.map(({ asks }, index) => `Question ${index + 1}: ${asks}`))
      return all.length === 0 ? 'no open point of law or evidence follows from the record.' : undefined
    },
    s2: (draft) => {
      const all = questionsOf(draft)
      draft.writer.list(all.map(({ why }, index): Words => [`Question ${index + 1}: `, ...[why].flat()]))
      return all.length === 0 ? 'no question, so no reason.' : undefined
    },
    s3: (draft) => {
      const meeting = draft.all('put-on-agenda').findLast(({ act }) => act.body === 'relex')
      if (!meeting) return 'no deadline for the answers, and no meeting of the RELEX counsellors.'
      draft.writer.paragraph(
        `On the agenda of the RELEX counsellors on ${formatPartialDate(meeting.act.meeting)}.`,
      )
      return undefined
    },
  },
}

function questionsOf(draft: Draft): readonly Question[] {
  return [...fromAnnex(draft), ...fromCase(draft), ...fromEvidence(draft)]
}

function fromAnnex(draft: Draft): readonly Question[] {
  return draft.annex.entries.flatMap((entry) =>
    missingIn(entry).flatMap((missing): readonly Question[] => {
      if (missing === 'listedOn') return []
      const { asks, why } = MISSING[missing]
      return [{ asks: asks(entry.name), why: [why, ...draft.lawOf('listing')] }]
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
  const turning = new Set(TESTS_OF_A_LISTING.flatMap((name) => draft.testNamed(name)?.id ?? []))
  const weighed = new Set(factsWeighed(draft, EFFECT))
  const questions = draft.dossier.decisive.flatMap(({ property, state, settles }): readonly Question[] => {
    const settled = settles.filter((test) => turning.has(test))
    const why = [
      ...(settled.length > 0
        ? [`it decides ${sayList(settled.map((test) => `“${testLabel(draft, test)}”`))}`]
        : []),
      ...(weighed.has(property) ? [`it is weighed in “${draft.testNamed(EFFECT)?.label ?? EFFECT}”`] : []),
    ]
    if (why.length === 0) return []
    const point = openPoint(draft, property)
    const asks = state === 'contested' ? `which source is right on ${point}?` : `what is known of ${point}?`
    return [{ asks: opening(asks), why: [state, ...why].join('; ') }]
  })
  if (questions.length > 0) draft.derived()
  return questions
}

function fromEvidence(draft: Draft): readonly Question[] {
  return itemsInside(draft).flatMap(({ name, use, marking }): readonly Question[] => {
    const open = use.questions.filter(({ answer }) => answer !== 'yes')
    if (open.length === 0) return []
    draft.carry(marking)
    return [
      {
        asks: `May “${name}” carry the listing?`,
        why: `open on the item: ${sayList(open.map(({ question }) => QUESTION_WORDS[question]))}`,
      },
    ]
  })
}
