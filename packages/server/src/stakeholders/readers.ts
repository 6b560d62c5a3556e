/**
 * Two readers that nobody signs in as: everybody, and the desk itself at work with what was sent to it.
 *
 * Both read through the row security of the ledger like anybody else. Rules: docs/rules/stakeholders.md, STK-02, STK-04.
 */
import { PUBLIC_PARTY } from '@demarche/core'
import type { Reader } from '@demarche/store'

/** Everybody: sees what is PUBLIC, TLP:CLEAR and without limits, stands on no list, records nothing (LED-14). */
export const EVERYBODY: Reader = {
  party: PUBLIC_PARTY,
  person: PUBLIC_PARTY,
  role: 'system',
  maxDistribution: 'PUBLIC',
  maxTlp: 'TLP:CLEAR',
}

/** The desk that puts submissions on record, for its own party and in nobody's name. */
export function deskItself(party: string): Reader {
  return { party, person: 'desk', role: 'system', maxDistribution: 'LIMITE', maxTlp: 'TLP:RED' }
}
