/** GET /api/contact-checks: how the line of each point of contact stands, when it is due, and what came of the checks. */
import { type ContactChecksAnswer, contactChecksQuerySchema } from '@demarche/api'
import { showChecks } from '../../contact/contact-desk.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const listContactChecks: Verb = (app, { office, outside }) => {
  app.route({
    method: 'GET',
    url: '/api/contact-checks',
    schema: { querystring: contactChecksQuerySchema },
    handler: async (request): Promise<ContactChecksAnswer> =>
      showChecks(office(), readerOf(sessionOf(request)), outside.sendsMail, request.query.asOf),
  })
}
