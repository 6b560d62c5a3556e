/** The rights checks of the invented case: one signed with a concern and something open, one not begun. */
import type { RightsAnswer, RightsCheck } from '@demarche/core'
import { packages } from './options.ts'
import { rightsAnswers, rightsNote, rightsSignature } from './statements.ts'

const setOf = (id: string): readonly string[] =>
  (packages.find((one) => one.id === id)?.steps ?? []).map(({ measure }) => measure).toSorted()

const signal = setOf('pkg-signal')
const account = setOf('pkg-hold-to-account')
const QUESTIONS = ['hm-01', 'hm-02', 'hm-07', 'hm-13', 'hm-14']

const answered = (question: string, about: readonly string[]): RightsCheck['questions'][number] => {
  const answers = rightsAnswers
    .filter((one: RightsAnswer) => one.question === question)
    .map((answer) => ({
      answer,
      statement: rightsNote.id,
      party: rightsNote.assertedBy,
      at: rightsNote.assertedAt,
    }))
  const outcome = answers[0]?.answer.answer ?? 'unanswered'
  return {
    question,
    about,
    outcome,
    contested: false,
    answers,
    severe: outcome === 'concern',
    unmitigated: false,
  }
}

export const rights: readonly RightsCheck[] = [
  {
    measures: signal,
    questions: QUESTIONS.map((question) =>
      answered(question, question === 'hm-07' ? ['stab-declaration'] : signal),
    ),
    unanswered: [],
    open: ['hm-14'],
    concerns: ['hm-07'],
    unmitigated: [],
    standing: 'signed',
    signature: {
      statement: rightsSignature.id,
      party: rightsSignature.assertedBy,
      at: rightsSignature.assertedAt,
      reviewBy: '2026-12-01',
    },
  },
  {
    measures: account,
    questions: QUESTIONS.filter((question) => question !== 'hm-07').map((question) => ({
      ...answered('', account),
      question,
    })),
    unanswered: QUESTIONS.filter((question) => question !== 'hm-07'),
    open: QUESTIONS.filter((question) => question !== 'hm-07'),
    concerns: [],
    unmitigated: [],
    standing: 'none',
    signature: null,
  },
]
