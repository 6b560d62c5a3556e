/** GET /api/notices: what concerns the person, newest first, and how it reaches them elsewhere. */
import type { NoticeListAnswer } from '@demarche/api'
import { accountNoticesFor } from '../../notice/account-news.ts'
import { noticeRows } from '../../notice/notice-desk.ts'
import { sayCeiling } from '../../notice/outside.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const listNotices: Verb = (app, { office, accounts, outside }) => {
  app.get('/api/notices', async (request): Promise<NoticeListAnswer> => {
    const session = sessionOf(request)
    const { marks, mailChoices, feedTokens } = accounts.noticeKeeping
    const [notices, account, mail, tokens, person] = await Promise.all([
      noticeRows(office(), marks, session),
      accountNoticesFor(accounts, session.person, office().clock()),
      mailChoices.get(session.person),
      feedTokens.of(session.person),
      accounts.people.get(session.person),
    ])
    return {
      notices,
      account,
      unread: [...notices, ...account].filter(({ read }) => !read).length,
      delivery: {
        mail,
        noMail: !outside.sendsMail ? 'no-server' : person.email === null ? 'no-address' : null,
        feeds: tokens.map(({ kind, createdAt }) => ({ kind, createdAt })),
        outsideCeiling: sayCeiling(outside.ceiling),
      },
    }
  })
}
