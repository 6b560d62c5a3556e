/** GET /api/erasures: proposals to erase that the reader may see. */
import type { ErasureListAnswer } from '@demarche/api'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { listErasures } from './erasure-desk.ts'

export const listErasureProposals: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/erasures',
    handler: async (request): Promise<ErasureListAnswer> => ({
      proposals: await listErasures(office(), sessionOf(request)),
    }),
  })
}
