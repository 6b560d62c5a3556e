/**
 * The end of a session: whatever was asked is refused with `not-signed-in`, the screen is emptied, and what was typed waits for the
 * same person.
 *
 * A draft is kept in the memory of this window alone, from the moment the session ends until its author signs in and opens the same
 * form again; somebody else who signs in here, and signing out, throw it away. Rule: docs/rules/accounts.md, ACC-15.
 */
import { QueryCache, QueryClient, MutationCache } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Refusal } from '../api/client.ts'
import { useSession } from '../api/queries.ts'

const SESSION = ['session']
let hasEnded = false
const drawers = new Set<Map<string, unknown>>()

/** True when nobody is signed in, or no longer. */
export function isSessionEnd(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'not-signed-in'
}

/** The questions of the desk; whichever is refused because the session has ended, the session is asked for, which leads out. */
export function openQueries(): QueryClient {
  const askForSession = (error: unknown): void => {
    if (!isSessionEnd(error) || hasEnded) return
    hasEnded = true
    void queries.invalidateQueries({ queryKey: SESSION })
  }
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError(error, { queryKey }) {
        if (queryKey[0] !== SESSION[0]) askForSession(error)
        else if (isSessionEnd(error)) hasEnded = true
      },
      onSuccess: (_, { queryKey }) => {
        if (queryKey[0] === SESSION[0]) hasEnded = false
      },
    }),
    mutationCache: new MutationCache({ onError: askForSession }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => !(error instanceof Refusal) && failures < 2,
      },
    },
  })
  return queries
}

/** Forgets everything that was loaded, but who is signed in: nothing of it may be seen, or found, by whoever comes next. */
export function emptyQueries(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] })
  queries.getMutationCache().clear()
}

/** Throws away the drafts kept of everybody but that person. */
export function forgetDraftsOfOthers(person: string): void {
  for (const drawer of drawers)
    for (const key of drawer.keys()) if (!key.startsWith(`${person} `)) drawer.delete(key)
}

/**
 * Makes the hook for the drafts of one form: as `useState`, but what was typed when the session ended is there again.
 * @returns hook; `place` tells the forms of that kind apart, such as by the case that each is about
 */
export function keepDrafts<Draft>() {
  const kept = new Map<string, Draft>()
  drawers.add(kept)
  return function useDraft(place: string, begin: () => Draft) {
    const person = useSession().data?.person ?? ''
    const key = `${person} ${place}`
    const [draft, setDraft] = useState<Draft>(() => kept.get(key) ?? begin())
    const latest = useRef(draft)
    useEffect(() => {
      latest.current = draft
    })
    useEffect(() => {
      kept.delete(key)
      return () => {
        if (hasEnded) kept.set(key, latest.current)
      }
    }, [key])
    return [draft, setDraft] as const
  }
}
