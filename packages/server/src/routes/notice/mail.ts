/** POST /api/notices/mail: asks for notices by mail, at once or once a day, or for none any more. */
import { faultOf, mailChoiceSchema, refusalOf } from '@demarche/api'
import { inWords } from '@demarche/core'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const chooseMail: Verb = (app, { accounts, outside }) => {
  app.post('/api/notices/mail', { schema: { body: mailChoiceSchema } }, async (request, reply) => {
    const { person, role } = sessionOf(request)
    const { mail } = request.body
    const { email } = await accounts.people.get(person)
    if (mail !== 'none' && (!outside.sendsMail || email === null)) {
      throw refusalOf(
        'value-refused',
        faultOf('/mail', inWords(outside.sendsMail ? 'no-address-for-mail' : 'desk-sends-no-mail'), 'NOT-11'),
      )
    }
    await accounts.noticeKeeping.mailChoices.set(person, mail, role)
    return reply.code(204).send()
  })
}
