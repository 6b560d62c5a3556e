/** GET /api/imports: how large a file this desk takes. */
import type { ImportLimitAnswer } from '@demarche/api'
import type { Verb } from '../verb.ts'

export const showImportLimit: Verb = (app, { maxUploadBytes }) => {
  app.route({
    method: 'GET',
    url: '/api/imports',
    handler: async (): Promise<ImportLimitAnswer> => ({ maxBytes: maxUploadBytes }),
  })
}
