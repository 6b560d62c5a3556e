/** The way to the notices, with how many are unread. */
import { useNotices } from '../../api/notices.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useText } from '../../texts.ts'

const MOST_COUNTED = 99

export function NoticeBell() {
  const t = useText()
  const unread = useNotices().data?.unread ?? 0
  return (
    <GoLink className="bell" to="/notices" aria-label={t('notice.bell', { count: unread })}>
      <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
        <path
          d="M3 12h10l-1.5-2V7a3.5 3.5 0 0 0-7 0v3L3 12Zm3.5 1.5a1.5 1.5 0 0 0 3 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      {unread > 0 && (
        <span className="bell-count" aria-hidden="true">
          {unread > MOST_COUNTED ? `${MOST_COUNTED}+` : unread}
        </span>
      )}
    </GoLink>
  )
}
