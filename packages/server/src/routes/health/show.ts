/** GET /healthz: 200 when the desk is ready, 503 while its records are being opened. Open to everybody; says no more. */
import { faultOf, type HealthAnswer, refusalOf } from '@demarche/api'
import { inWords } from '@demarche/core'
import type { Verb } from '../verb.ts'

export const showHealth: Verb = (app, { isReady }) => {
  app.get('/healthz', { config: { open: true } }, async (): Promise<HealthAnswer> => {
    if (!isReady()) throw refusalOf('not-ready', faultOf('/', inWords('desk-opening')))
    return { status: 'ready' }
  })
}
