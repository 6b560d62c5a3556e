/** POST /api/notices/read: marks own notices as read, or as unread again. */
import { markNoticesSchema } from '@demarche/api'
import { accountNoticesFor } from '../../notice/account-news.ts'
import { noticesFor } from '../../notice/notice-desk.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const markNotices: Verb = (app, { office, accounts }) => {
  app.post('/api/notices/read', { schema: { body: markNoticesSchema } }, async (request, reply) => {
    const session = sessionOf(request)
    const { notices, read } = request.body
    // ids that are no notice of the person's now are passed over in silence: they may have gone meanwhile
    const told = [
      ...(await noticesFor(office(), session)),
      ...(await accountNoticesFor(accounts, session.person, office().clock())),
    ]
    const own = new Set(told.map(({ id }) => id))
    const known = [...new Set(notices)].filter((id) => own.has(id))
    const { marks } = accounts.noticeKeeping
    await (read ? marks.markRead(session.person, known) : marks.markUnread(session.person, known))
    return reply.code(204).send()
  })
}
