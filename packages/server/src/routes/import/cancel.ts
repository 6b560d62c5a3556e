/** DELETE /api/imports/:job: cancels an import that has not ended; nothing of it is recorded then. */
import type { ImportJob } from '@demarche/api'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { jobParamsSchema, noSuchJob } from './show.ts'

export const cancelImport: Verb = (app, { office }) => {
  app.delete(
    '/api/imports/:job',
    { schema: { params: jobParamsSchema } },
    async (request, reply): Promise<ImportJob> => {
      const job = office().imports.cancel(request.params.job, sessionOf(request).person)
      if (!job) throw noSuchJob()
      reply.code(202)
      return job
    },
  )
}
