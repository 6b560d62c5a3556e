/** POST /api/contact-checks: asks a point of contact by mail whether its line answers, or all whose check is due. */
import { DemarcheError, startChecksSchema, type StartedChecks } from '@demarche/api'
import { startChecks } from '../../contact/contact-desk.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const startContactChecks: Verb = (app, { office, accounts, outside }) => {
  app.post(
    '/api/contact-checks',
    { schema: { body: startChecksSchema }, config: { heavy: 'papers' } },
    async (request, reply): Promise<StartedChecks> => {
      const session = sessionOf(request)
      if (!outside.sendsMail)
        throw new DemarcheError(
          'value-refused',
          'This desk has no mail server, so that no check can be sent. Record a check by hand, as a communication check of the point of contact.',
        )
      // two at once would both find that nothing waits
      const answer = await office().inTurn(`contact checks of ${session.party}`, () =>
        startChecks(office(), accounts.contactLinks, readerOf(session), request.body.contact),
      )
      reply.code(answer.started.length > 0 ? 201 : 200)
      return answer
    },
  )
}
