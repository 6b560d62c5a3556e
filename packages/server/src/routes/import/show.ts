/** GET /api/imports/:job: how an import stands; with its report when it is done. */
import { DemarcheError, faultOf, type ImportJob, refusalOf } from '@demarche/api'
import { inWords } from '@demarche/core'
import { z } from 'zod'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const jobParamsSchema = z.strictObject({ job: z.string().min(1).max(64) })

export const showImport: Verb = (app, { office }) => {
  app.route({
    method: 'GET',
    url: '/api/imports/:job',
    schema: { params: jobParamsSchema },
    handler: async (request): Promise<ImportJob> => {
      const job = office().imports.find(request.params.job, sessionOf(request).person)
      if (!job) throw noSuchJob()
      return job
    },
  })
}

/** The refusal for a job that is not there, was forgotten, or belongs to somebody else. */
export function noSuchJob(): DemarcheError {
  return refusalOf('not-found', faultOf('/', inWords('no-such-import')))
}
