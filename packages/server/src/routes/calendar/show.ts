/** GET /api/calendar.ics: the deadlines of the person's procedures, for a calendar program; open to who holds the token. */
import { feedQuerySchema } from '@demarche/api'
import { FEED_LIMIT, reachedAt, readerOfToken } from '../../calendar/feed-reader.ts'
import { writeCalendar } from '../../calendar/write-calendar.ts'
import { readerOf } from '../../session/session.ts'
import type { Verb } from '../verb.ts'

export const showCalendar: Verb = (app, { office, accounts, outside }) => {
  app.get(
    '/api/calendar.ics',
    { schema: { querystring: feedQuerySchema }, config: { open: true, rateLimit: FEED_LIMIT } },
    async (request, reply) => {
      const reader = await readerOfToken(accounts, request.query.token, 'calendar')
      request.readBy = reader
      const { procedures, clock } = office()
      const at = clock()
      const seen = await procedures.list(readerOf(reader), at)
      return reply
        .type('text/calendar; charset=utf-8')
        .send(writeCalendar(seen, reachedAt(outside, request), at))
    },
  )
}
