/** GET /api/evidence/:item/files: the files of an item, without their bytes. */
import type { EvidenceFilesAnswer } from '@demarche/api'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { itemParamsSchema } from './rests.ts'

export const listFiles: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/evidence/:item/files',
    schema: { params: itemParamsSchema },
    handler: async (request): Promise<EvidenceFilesAnswer> =>
      office().files.list(readerOf(sessionOf(request)), request.params.item),
  })
}
