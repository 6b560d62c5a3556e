/** The left rail; on a phone the bottom bar. It shows only what is built. */
import { useLocation } from 'wouter'
import { useSession } from '../api/queries.ts'
import { type TextKey, useText } from '../texts.ts'
import { GoLink } from './go-link.tsx'

const PLACES: readonly { readonly path: string; readonly name: TextKey }[] = [
  { path: '/cases', name: 'rail.cases' },
  { path: '/procedures', name: 'rail.procedures' },
  { path: '/import', name: 'rail.import' },
  { path: '/register', name: 'rail.register' },
  { path: '/doctrine', name: 'rail.doctrine' },
  { path: '/help', name: 'rail.help' },
]

const LISTS: typeof PLACES = [{ path: '/lists', name: 'rail.lists' }]

/** Places that only some roles have. */
const OF_ROLE: Readonly<Record<string, typeof PLACES>> = {
  administrator: [{ path: '/people', name: 'rail.people' }],
  analyst: LISTS,
  'desk-officer': LISTS,
  delegate: LISTS,
  chair: LISTS,
  'legal-adviser': LISTS,
  auditor: [{ path: '/record', name: 'rail.record' }],
}

export function Rail() {
  const t = useText()
  const session = useSession()
  const [here] = useLocation()
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      <ul>
        {[...PLACES, ...(OF_ROLE[session.data?.role ?? ''] ?? [])].map(({ path, name }) => (
          <li key={path}>
            <GoLink
              to={path}
              aria-current={here === path ? 'page' : here.startsWith(`${path}/`) ? 'true' : undefined}
            >
              {t(name)}
            </GoLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
