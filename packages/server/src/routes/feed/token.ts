/** POST /api/notices/feeds and DELETE /api/notices/feeds/:kind: makes and takes back the token of a calendar or feed. */
import { faultOf, FEED_KINDS, type FeedTokenGiven, feedTokenSchema, refusalOf } from '@demarche/api'
import { inWords } from '@demarche/core'
import { z } from 'zod'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

const paramsSchema = z.strictObject({ kind: z.enum(FEED_KINDS) })
const PATHS = {
  calendar: '/api/calendar.ics',
  portfolio: '/api/portfolio.ics',
  feed: '/api/feed.atom',
} as const

export const feedTokens: Verb = (app, { accounts }) => {
  app.post(
    '/api/notices/feeds',
    { schema: { body: feedTokenSchema } },
    async (request, reply): Promise<FeedTokenGiven> => {
      const { person, role } = sessionOf(request)
      const { kind } = request.body
      const token = await accounts.noticeKeeping.feedTokens.give(person, kind, role)
      reply.code(201)
      return { kind, path: `${PATHS[kind]}?token=${encodeURIComponent(token)}` }
    },
  )
  app.delete('/api/notices/feeds/:kind', { schema: { params: paramsSchema } }, async (request, reply) => {
    const { person } = sessionOf(request)
    if (!(await accounts.noticeKeeping.feedTokens.withdraw(person, request.params.kind))) {
      throw refusalOf('not-found', faultOf('/', inWords('no-such-token')))
    }
    return reply.code(204).send()
  })
}
