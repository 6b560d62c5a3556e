/** GET /api/portfolio.ics: what is coming in the portfolio, for a calendar program; open to who holds the token. */
import { portfolioFeedQuerySchema } from '@demarche/api'
import { FEED_LIMIT, reachedAt, readerOfToken } from '../../calendar/feed-reader.ts'
import { spanOfFeed, writePortfolioCalendar } from '../../calendar/write-portfolio-calendar.ts'
import { readerOf } from '../../session/session.ts'
import type { Verb } from '../verb.ts'

export const showPortfolioCalendar: Verb = (app, { office, accounts, outside }) => {
  app.get(
    '/api/portfolio.ics',
    { schema: { querystring: portfolioFeedQuerySchema }, config: { open: true, rateLimit: FEED_LIMIT } },
    async (request, reply) => {
      const { token, place } = request.query
      const reader = await readerOfToken(accounts, token, 'portfolio')
      request.readBy = reader
      const { coming, portfolio, clock } = office()
      const at = clock()
      const answer = await coming.coming(readerOf(reader), { place, ...spanOfFeed(at) })
      return reply
        .type('text/calendar; charset=utf-8')
        .send(writePortfolioCalendar(answer, portfolio.kinds, reachedAt(outside, request), at))
    },
  )
}
