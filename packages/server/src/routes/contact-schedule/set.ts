/** POST /api/contact-checks/schedule: sets the schedule of the own party, pauses it, takes it up again, turns it off. */
import { type ContactScheduleAnswer, faultOf, refusalOf, setScheduleSchema } from '@demarche/api'
import { inWords } from '@demarche/core'
import { setSchedule, showSchedule } from '../../contact/contact-schedules.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const setContactSchedule: Verb = (app, { office, accounts, outside }) => {
  app.post(
    '/api/contact-checks/schedule',
    { schema: { body: setScheduleSchema } },
    async (request): Promise<ContactScheduleAnswer> => {
      const reader = readerOf(sessionOf(request))
      if (!outside.sendsMail && request.body.state === 'on')
        throw refusalOf('value-refused', faultOf('/', inWords('no-mail-for-checks'), 'PFO-71'))
      // two at once would both find the same in force
      await office().inTurn(`contact schedule of ${reader.party}`, () =>
        setSchedule(office(), reader, request.body),
      )
      return showSchedule(office(), accounts.people, reader, outside.sendsMail)
    },
  )
}
