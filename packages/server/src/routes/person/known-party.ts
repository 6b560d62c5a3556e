/** Parties are those of the doctrine, and that of the desk itself. */
import { inWords, type Party } from '@demarche/core'
import { faultOf, refusalOf } from '@demarche/api'

/** @throws DemarcheError value-refused for a code that names no party */
export function refuseUnknownParty(
  code: string,
  parties: () => readonly Party[],
  ownParty: string,
  place = '/party',
): void {
  if (code === ownParty || parties().some((party) => party.code === code)) return
  throw refusalOf('value-refused', faultOf(place, inWords('no-known-party', { seen: code }), 'ACC-01'))
}
