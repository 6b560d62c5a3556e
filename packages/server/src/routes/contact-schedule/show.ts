/** GET /api/contact-checks/schedule: when the desk tries points of contact by itself for the own party, and which. */
import type { ContactScheduleAnswer } from '@demarche/api'
import { showSchedule } from '../../contact/contact-schedules.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const showContactSchedule: Verb = (app, { office, accounts, outside }) => {
  app.route({
    method: 'GET',
    url: '/api/contact-checks/schedule',
    handler: async (request): Promise<ContactScheduleAnswer> =>
      showSchedule(office(), accounts.people, readerOf(sessionOf(request)), outside.sendsMail),
  })
}
