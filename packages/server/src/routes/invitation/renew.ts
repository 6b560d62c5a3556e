/** POST and DELETE /api/people/:person/invitation: gives a person a new link, or takes the open one back. */
import type { AccessOutcome } from '@demarche/api'
import { administratorOf } from '../../session/session-guard.ts'
import { answerOutcome } from '../person/answer-outcome.ts'
import { personParamsSchema } from '../person/person-params.ts'
import type { Verb } from '../verb.ts'

export const renewInvitation: Verb = (app, { accounts }) => {
  const options = { schema: { params: personParamsSchema } }
  app.post('/api/people/:person/invitation', options, async (request, reply): Promise<AccessOutcome> => {
    const { person } = administratorOf(request)
    return answerOutcome(request, reply, await accounts.access.renew(person, request.params.person))
  })
  app.delete('/api/people/:person/invitation', options, async (request, reply) => {
    const { person } = administratorOf(request)
    await accounts.people.withdrawInvitation(person, request.params.person)
    return reply.code(204).send()
  })
}
