/**
 * How many submissions without an account the desk takes in an hour, from everybody together: the ledger only grows, and each address has a limit of
 * its own besides.
 *
 * Counted by the hours of the desk's clock. Where several processes serve one desk, each counts for itself. Rule: STK-10.
 */
import { faultOf, refusalOf } from '@demarche/api'
import { inWords } from '@demarche/core'

/** More than any consultation brings on its last day. */
export const MOST_IN_AN_HOUR = 600
const HOUR = 3_600_000

/** @returns a function that counts one submission. @throws DemarcheError too-many-requests, from it */
export function limitIntake(clock: () => Date): () => void {
  let hour = 0
  let count = 0
  return () => {
    const present = Math.floor(clock().getTime() / HOUR)
    if (present !== hour) count = 0
    hour = present
    count += 1
    if (count <= MOST_IN_AN_HOUR) return
    throw refusalOf(
      'too-many-requests',
      faultOf('/', inWords('intake-full', { most: MOST_IN_AN_HOUR }), 'STK-10'),
    )
  }
}
