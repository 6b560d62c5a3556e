/** The one refusal for what is not on record and for what the reader may not see: it tells nobody which of both it is. */
import { type DemarcheError, faultOf, refusalOf } from '@demarche/api'
import { inWords } from '@demarche/core'

/** @param seen the address that was asked for, as it was asked for */
export function notOnRecord(seen: string): DemarcheError {
  return refusalOf('not-found', faultOf('/', inWords('not-on-record', { seen })))
}
