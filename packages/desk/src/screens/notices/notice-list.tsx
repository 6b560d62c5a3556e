/** Notices, newest first: what, in which procedure or consultation, when, whether it was read. */
import type { NoticeRow } from '@demarche/api'
import { formatMarking } from '@demarche/core/kernel/marking.ts'
import { useMarkNotices } from '../../api/notices.ts'
import { consultationPath, procedurePath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { RefusalNote } from '../../parts/await.tsx'
import { useText } from '../../texts.ts'
import { sayBrussels } from '../procedure/course/brussels-words.ts'
import { SpeltOut } from '../../parts/spelt-out.tsx'
import { noticeWords } from './notice-words.ts'

function Line({ notice }: { readonly notice: NoticeRow }) {
  const t = useText()
  const mark = useMarkNotices()
  const { id, entity, title, caseName, marking, at, read } = notice
  const words = noticeWords(t, notice)
  const set = (isRead: boolean) => mark.mutate({ notices: [id], read: isRead })
  return (
    <li className="notice-line" data-read={read}>
      <div>
        <p className="notice-what">
          {!read && <span className="tag">{t('notice.new')}</span>}{' '}
          <GoLink
            to={notice.kind === 'submissions-wait' ? consultationPath(entity) : procedurePath(entity)}
            onClick={() => !read && set(true)}
          >
            {title}
          </GoLink>
          {caseName !== null && <span className="quiet"> {caseName}</span>}
        </p>
        <p>
          <SpeltOut text={words} />
        </p>
        <p className="quiet">
          <time dateTime={at}>{sayBrussels(at)}</time> · {formatMarking(marking)}
        </p>
        {mark.isError && <RefusalNote error={mark.error} />}
      </div>
      <button
        type="button"
        className="button-quiet"
        aria-label={t(read ? 'notice.markUnreadOne' : 'notice.markReadOne', { title, words })}
        onClick={() => set(!read)}
      >
        {t(read ? 'notice.markUnread' : 'notice.markRead')}
      </button>
    </li>
  )
}

export function NoticeList({ notices }: { readonly notices: readonly NoticeRow[] }) {
  return (
    <ul className="notice-list">
      {notices.map((notice) => (
        <Line key={notice.id} notice={notice} />
      ))}
    </ul>
  )
}
