/**
 * Doing one thing with the joint text: sent with what the person saw, refused when others have gone on meanwhile.
 *
 * What came in between is shown before it can be sent again; what was typed stays where it was typed.
 */
import type { Act, ActVerb, NextAct, RecordedAct } from '@demarche/core'
import { useState } from 'react'
import { Refusal } from '../../../api/client.ts'
import { useRecordAct } from '../../../api/procedure-queries.ts'
import { actsSince } from '../course/course-entries.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'

export interface TextAct {
  /** @param seen the head that the person saw when beginning; the one on screen when absent */
  readonly send: (act: Act, onDone: () => void, seen?: string) => void
  readonly isPending: boolean
  /** there is no connection: it is sent when there is one again */
  readonly isWaiting: boolean
  readonly error: unknown
  /** what others did since, after a refusal for that reason; else null */
  readonly between: readonly RecordedAct[] | null
  /** the person has read what came in between */
  readonly takeNote: () => void
}

export function useTextAct(): TextAct {
  const { answer } = useProcedureOnScreen()
  const record = useRecordAct(answer.entity)
  const [sentWith, setSentWith] = useState(answer.head)
  const { error } = record
  const isStale = error instanceof Refusal && error.code === 'stale-write'
  return {
    send: (act, onDone, seen = answer.head) => {
      setSentWith(seen)
      record.mutate({ act, follows: seen }, { onSuccess: onDone })
    },
    isPending: record.isPending,
    isWaiting: record.isPaused,
    error,
    between: isStale ? actsSince(answer.procedure, sentWith) : null,
    takeNote: () => record.reset(),
  }
}

/** What may be done with the text by the reader, or why not. */
export function useMay(): (
  verb: ActVerb,
) => Pick<NextAct, 'allowed' | 'why' | 'whyWords' | 'label' | 'roles'> | undefined {
  const { answer } = useProcedureOnScreen()
  return (verb) => answer.next.find((next) => next.verb === verb)
}
