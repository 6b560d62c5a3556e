/** "Notices": what concerns the person in the procedures they may see, and how it reaches them elsewhere. */
import { useState } from 'react'
import { useMarkNotices, useNotices } from '../../api/notices.ts'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { Empty } from '../../parts/empty.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { useText } from '../../texts.ts'
import { AccountNoticeList } from './account-notice-list.tsx'
import { Delivery } from './delivery.tsx'
import { NoticeList } from './notice-list.tsx'

export default function NoticesScreen() {
  const t = useText()
  const query = useNotices()
  const mark = useMarkNotices()
  const [unreadOnly, setUnreadOnly] = useState(false)
  useScreenMarking(query.data?.notices.map(({ marking }) => marking))
  return (
    <>
      <PageHead title={t('notice.title')} lead={t('notice.lead')} />
      <Await query={query}>
        {({ notices, account, unread, delivery }) => {
          const shown = notices.filter(({ read }) => !unreadOnly || !read)
          const shownAccount = account.filter(({ read }) => !unreadOnly || !read)
          const unreadIds = [...notices, ...account].flatMap(({ id, read }) => (read ? [] : [id]))
          return (
            <>
              <div className="notice-bar">
                <p role="status">{t('notice.unread', { count: unread })}</p>
                <label className="check">
                  <input type="checkbox" checked={unreadOnly} onChange={() => setUnreadOnly(!unreadOnly)} />{' '}
                  {t('notice.unreadOnly')}
                </label>
                <button
                  type="button"
                  disabled={unread === 0 || mark.isPending}
                  onClick={() => mark.mutate({ notices: unreadIds })}
                >
                  {t('notice.markAll')}
                </button>
              </div>
              {shownAccount.length > 0 && <AccountNoticeList notices={shownAccount} />}
              {shown.length === 0 ? (
                <Empty
                  title={t(notices.length === 0 ? 'notice.none' : 'notice.allRead')}
                  text={t('notice.noneHow')}
                />
              ) : (
                <NoticeList notices={shown} />
              )}
              <Delivery delivery={delivery} />
            </>
          )
        }}
      </Await>
    </>
  )
}
