/**
 * A form that is sent: what is missing is said once somebody tried, and nothing is sent while anything is.
 *
 * Next door: `error-summary.tsx` says it and takes the focus at each attempt.
 */
import { type FormEvent, useState } from 'react'
import type { FieldFault } from './authority-draft.ts'

export interface Attempts {
  /** how often it was tried */
  readonly attempt: number
  /** what is missing; nothing before the first attempt */
  readonly shown: readonly FieldFault[]
  readonly submit: (event: FormEvent) => void
}

export function useAttempt(faults: readonly FieldFault[], send: () => void): Attempts {
  const [attempt, setAttempt] = useState(0)
  return {
    attempt,
    shown: attempt > 0 ? faults : [],
    submit(event) {
      event.preventDefault()
      setAttempt(attempt + 1)
      if (faults.length === 0) send()
    },
  }
}
