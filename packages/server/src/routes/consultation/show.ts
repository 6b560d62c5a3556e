/** GET /api/consultations/:entity: a consultation with what its synthesis cites, as the reader sees it. */
import { type ConsultationAnswer, consultationEntitySchema } from '@demarche/api'
import { mayLower } from '@demarche/core'
import { z } from 'zod'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { EVERYBODY } from '../../stakeholders/readers.ts'
import { isPublished, resultOf } from '../../stakeholders/result.ts'
import type { Verb } from '../verb.ts'

export const consultationParamsSchema = z.strictObject({ entity: consultationEntitySchema })

export const showConsultation: Verb = (app, { office, party, publicPage }) => {
  app.route({
    method: 'GET',
    url: '/api/consultations/:entity',
    schema: { params: consultationParamsSchema },
    handler: async (request): Promise<ConsultationAnswer> => {
      const reader = readerOf(sessionOf(request))
      const { entity } = request.params
      const { store, consultations } = office()
      const [{ consultation, marking, names }, counts] = await Promise.all([
        consultations.read(reader, entity),
        consultations.counts(reader, entity),
      ])
      const statements = await store.as(reader).statements(entity)
      return {
        consultation,
        marking,
        names,
        counts,
        mayModerate: mayLower(reader, party),
        published: isPublished(statements),
        result: resultOf(statements),
        onPublicPage: publicPage && (await store.as(EVERYBODY).statements(entity)).length > 0,
      }
    },
  })
}
