/** POST /api/consultations/:entity/synthesis and …/publication: what is made of a consultation, and its publication. */
import { publicationSchema, synthesisSchema } from '@demarche/api'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { publishResult, setResult } from '../../stakeholders/result.ts'
import type { Verb } from '../verb.ts'
import { consultationParamsSchema } from './show.ts'

export const synthesis: Verb = (app, { office, party }) => {
  app.post(
    '/api/consultations/:entity/synthesis',
    { schema: { params: consultationParamsSchema, body: synthesisSchema } },
    async (request, reply): Promise<void> => {
      await setResult(office(), party, readerOf(sessionOf(request)), request.params.entity, request.body)
      reply.code(204)
    },
  )
  app.post(
    '/api/consultations/:entity/synthesis/publication',
    { schema: { params: consultationParamsSchema, body: publicationSchema } },
    async (request, reply): Promise<void> => {
      await publishResult(office(), party, readerOf(sessionOf(request)), request.params.entity, request.body)
      reply.code(204)
    },
  )
}
