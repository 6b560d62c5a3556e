/** POST /api/notices/mail: asks for notices by mail, at once or once a day, or for none any more. */
import { DemarcheError, mailChoiceSchema } from '@demarche/api'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const chooseMail: Verb = (app, { accounts, outside }) => {
  app.post('/api/notices/mail', { schema: { body: mailChoiceSchema } }, async (request, reply) => {
    const { person, role } = sessionOf(request)
    const { mail } = request.body
    const { email } = await accounts.people.get(person)
    if (mail !== 'none' && (!outside.sendsMail || email === null)) {
      throw new DemarcheError(
        'value-refused',
        outside.sendsMail
          ? 'You have no e-mail address here. Ask an administrator for one.'
          : 'This desk sends no mail: its operator has set no mail server (DEMARCHE_SMTP_URL).',
        [{ place: '/mail', message: 'expected none', rule: 'NOT-11' }],
      )
    }
    await accounts.noticeKeeping.mailChoices.set(person, mail, role)
    return reply.code(204).send()
  })
}
