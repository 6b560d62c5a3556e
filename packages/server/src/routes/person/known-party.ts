/** Parties are those of the doctrine, and that of the desk itself. */
import type { Party } from '@demarche/core'
import { DemarcheError } from '@demarche/api'

/** @throws DemarcheError value-refused for a code that names no party */
export function refuseUnknownParty(
  code: string,
  parties: () => readonly Party[],
  ownParty: string,
  place = '/party',
): void {
  if (code === ownParty || parties().some((party) => party.code === code)) return
  throw new DemarcheError('value-refused', `"${code}" names no party that this desk knows.`, [
    { place, message: 'expected a code such as EE, EEAS or GSC', rule: 'ACC-01' },
  ])
}
