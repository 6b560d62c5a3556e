/**
 * Proving the records on demand: one proof at a time, its result kept until the desk stops.
 *
 * Whoever wants to prove later that nothing was changed notes the seal elsewhere. Rule: docs/rules/record.md, RCD-06.
 */
import type { VerificationAnswer } from '@demarche/api'
import type { Store } from '@demarche/store'

export interface Verifications {
  state(): VerificationAnswer
  /** Begins a proof, unless one is under way. */
  begin(store: Store, clock: () => Date): VerificationAnswer
}

/** @param reportFault told when the proof itself could not be made */
export function keepVerifications(reportFault: (error: unknown) => void): Verifications {
  let answer: VerificationAnswer = { runningSince: null, last: null }
  return {
    state: () => answer,
    begin(store, clock) {
      if (answer.runningSince !== null) return answer
      const startedAt = clock().toISOString()
      answer = { ...answer, runningSince: startedAt }
      store.verify().then(
        (report) => {
          answer = { runningSince: null, last: { startedAt, endedAt: clock().toISOString(), ...report } }
        },
        (error: unknown) => {
          answer = { ...answer, runningSince: null }
          reportFault(error)
        },
      )
      return answer
    },
  }
}
