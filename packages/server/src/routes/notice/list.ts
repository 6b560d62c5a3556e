/** GET /api/notices: what concerns the person, newest first, and how it reaches them elsewhere. */
import type { NoticeListAnswer } from '@demarche/api'
import { noticeRows } from '../../notice/notice-desk.ts'
import { sayCeiling } from '../../notice/outside.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const listNotices: Verb = (app, { office, accounts, outside }) => {
  app.get('/api/notices', async (request): Promise<NoticeListAnswer> => {
    const session = sessionOf(request)
    const { marks, mailChoices, feedTokens } = accounts.noticeKeeping
    const [notices, mail, tokens, person] = await Promise.all([
      noticeRows(office(), marks, session),
      mailChoices.get(session.person),
      feedTokens.of(session.person),
      accounts.people.get(session.person),
    ])
    return {
      notices,
      unread: notices.filter(({ read }) => !read).length,
      delivery: {
        mail,
        noMail: !outside.sendsMail ? 'no-server' : person.email === null ? 'no-address' : null,
        feeds: tokens.map(({ kind, createdAt }) => ({ kind, createdAt })),
        outsideCeiling: sayCeiling(outside.ceiling),
      },
    }
  })
}
