/**
 * Puts an act on record and offers its reverse for the session.
 *
 * Nothing is deleted: undoing a new value retracts it, undoing a correction or a withdrawal states the old value again
 * on its old source.
 */
import type { StatementInput } from '@demarche/api'
import type { Statement } from '@demarche/core'
import { useMutation } from '@tanstack/react-query'
import { useAppend } from '../api/queries.ts'
import { useTell } from '../frame/toasts.tsx'
import { type Say, useText } from '../texts.ts'
import { type OnRecord, useOnRecord } from './on-record.ts'

export interface Act {
  readonly input: StatementInput
  readonly kind: 'stated' | 'corrected' | 'retracted'
  /** what it is about, for the notice */
  readonly label: string
}

/** What the statement said, to be said again on the same word. */
export function sayAgain(old: Statement, property: string | undefined, reason: string): StatementInput {
  return {
    assertions: old.assertions.filter((one) => property === undefined || one.property === property),
    source: old.source,
    grading: old.grading,
    marking: old.marking,
    reason,
    ...(old.confidence ? { confidence: old.confidence } : {}),
  }
}

/** The reverse of an act, given the statement it made and the ones it withdrew. */
function reverseOf(
  act: Act,
  made: Statement,
  { statements }: Pick<OnRecord, 'statements'>,
  t: Say,
): StatementInput | undefined {
  const reason = t('record.undoReason')
  const withdrawn = [...(act.input.supersedes ?? []), ...(act.input.retracts ?? [])][0]
  const old = withdrawn && statements[withdrawn.statement]
  if (act.kind === 'stated') {
    return {
      assertions: [],
      source: made.source,
      grading: made.grading,
      marking: made.marking,
      reason,
      retracts: [{ statement: made.id }],
    }
  }
  if (!old) return undefined
  const again = sayAgain(old, withdrawn.property, reason)
  return act.kind === 'corrected' ? { ...again, supersedes: [{ statement: made.id }] } : again
}

export function useRecord() {
  const t = useText()
  const tell = useTell()
  const onRecord = useOnRecord()
  const append = useAppend(onRecord.entity)
  return useMutation({
    mutationFn: async (act: Act) => {
      const { statement } = await append.mutateAsync(act.input)
      const reverse = reverseOf(act, statement, onRecord, t)
      tell(
        t(`record.done.${act.kind}`, { label: act.label }),
        reverse &&
          (() =>
            // a promise, because the form that began it is gone by now
            void append.mutateAsync(reverse).then(
              () => tell(t('record.undone', { label: act.label })),
              () => tell(t('record.undoRefused', { label: act.label })),
            )),
      )
    },
  })
}
