/**
 * The end of a session: whatever was asked is refused with `not-signed-in`, and the screen is emptied.
 *
 * Rule: docs/rules/accounts.md, ACC-15. Next door: `typed.ts` keeps what was typed for the same person.
 */
import { MutationCache, type Query, QueryCache, QueryClient } from '@tanstack/react-query'
import { Refusal } from '../api/client.ts'

const SESSION = ['session']
let hasEnded = false

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
      // what is put on record without a connection fails at once and says so: held back, it would be sent hours later by itself
      mutations: { networkMode: 'always' },
    },
  })
  return queries
}

/** Forgets everything that was loaded, but who is signed in: nothing of it may be seen, or found, by whoever comes next. */
export function emptyQueries(queries: QueryClient): void {
  queries.removeQueries({ predicate: isOfSomebody })
  queries.getMutationCache().clear()
}

/** The same where somebody else is here already: what is on screen is asked anew. */
export function askAnew(queries: QueryClient): void {
  void queries.resetQueries({ predicate: isOfSomebody })
  queries.getMutationCache().clear()
}

const isOfSomebody = ({ queryKey }: Pick<Query, 'queryKey'>): boolean => queryKey[0] !== SESSION[0]
