/** What happened to the own account, newest first: what administrators changed, and every change of password or second factor. */
import type { AccountNotice } from '@demarche/api'
import { useMarkNotices } from '../../api/notices.ts'
import { RefusalNote } from '../../parts/await.tsx'
import { useText } from '../../texts.ts'
import { sayBrussels } from '../procedure/course/brussels-words.ts'

function Line({ notice }: { readonly notice: AccountNotice }) {
  const t = useText()
  const mark = useMarkNotices()
  const { id, kind, at, by, detail, read } = notice
  const words = t(`accountNews.${kind}`, { who: by.join(', ') })
  return (
    <li className="notice-line" data-read={read}>
      <div>
        <p className="notice-what">
          {!read && <span className="tag">{t('notice.new')}</span>} {words}
        </p>
        {detail !== null && <p>{detail}</p>}
        <p className="quiet">
          <time dateTime={at}>{sayBrussels(at)}</time>
        </p>
        {mark.isError && <RefusalNote error={mark.error} />}
      </div>
      <button
        type="button"
        className="button-quiet"
        aria-label={t(read ? 'accountNews.markUnreadOne' : 'accountNews.markReadOne', { words })}
        onClick={() => mark.mutate({ notices: [id], read: !read })}
      >
        {t(read ? 'notice.markUnread' : 'notice.markRead')}
      </button>
    </li>
  )
}

export function AccountNoticeList({ notices }: { readonly notices: readonly AccountNotice[] }) {
  const t = useText()
  return (
    <section aria-labelledby="account-news">
      <h2 id="account-news">{t('accountNews.title')}</h2>
      <p>{t('accountNews.lead')}</p>
      <ul className="notice-list">
        {notices.map((notice) => (
          <Line key={notice.id} notice={notice} />
        ))}
      </ul>
    </section>
  )
}
