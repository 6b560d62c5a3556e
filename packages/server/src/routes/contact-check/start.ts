/** POST /api/contact-checks: asks a point of contact by mail whether its line answers, or all whose check is due. */
import { faultOf, refusalOf, startChecksSchema, type StartedChecks } from '@demarche/api'
import { inWords } from '@demarche/core'
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
      if (!outside.sendsMail) throw refusalOf('value-refused', faultOf('/', inWords('no-mail-for-checks')))
      // two at once would both find that nothing waits
      const answer = await office().inTurn(`contact checks of ${session.party}`, () =>
        startChecks(office(), accounts.contactLinks, readerOf(session), request.body.contact),
      )
      reply.code(answer.started.length > 0 ? 201 : 200)
      return answer
    },
  )
}
