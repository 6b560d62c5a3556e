/** GET /healthz: 200 when the desk is ready, 503 while its records are being opened. Open to everybody; says no more. */
import { DemarcheError, type HealthAnswer } from '@demarche/api'
import type { Verb } from '../verb.ts'

export const showHealth: Verb = (app, { isReady }) => {
  app.get('/healthz', { config: { open: true } }, async (): Promise<HealthAnswer> => {
    if (!isReady())
      throw new DemarcheError('not-ready', 'The desk is opening its records. Try again in a moment.')
    return { status: 'ready' }
  })
}
