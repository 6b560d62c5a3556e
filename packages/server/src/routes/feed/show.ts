/** GET /api/feed.atom: the person's notices, for a feed reader; open to who holds the token. */
import { feedQuerySchema } from '@demarche/api'
import { FEED_LIMIT, reachedAt, readerOfToken } from '../../calendar/feed-reader.ts'
import { writeAtom } from '../../calendar/write-atom.ts'
import { noticesFor } from '../../notice/notice-desk.ts'
import type { Verb } from '../verb.ts'

export const showFeed: Verb = (app, { office, accounts, outside }) => {
  app.get(
    '/api/feed.atom',
    { schema: { querystring: feedQuerySchema }, config: { open: true, rateLimit: FEED_LIMIT } },
    async (request, reply) => {
      const reader = await readerOfToken(accounts, request.query.token, 'feed')
      request.readBy = reader
      const notices = await noticesFor(office(), reader)
      return reply
        .type('application/atom+xml; charset=utf-8')
        .send(writeAtom(notices, reachedAt(outside, request), reader))
    },
  )
}
