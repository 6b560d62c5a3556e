/** The left rail; on a phone the bottom bar. It shows only what is built. */
import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { useSession } from '../api/queries.ts'
import { type TextKey, useText } from '../texts.ts'
import { GoLink } from './go-link.tsx'

interface Place {
  readonly path: string
  readonly name: TextKey
  /** where it opens; the path itself when left out */
  readonly home?: string
  /** screens that belong to it and have an address of their own */
  readonly also?: readonly string[]
}

const PLACES: readonly Place[] = [
  { path: '/cases', name: 'rail.cases' },
  { path: '/procedures', name: 'rail.procedures' },
  { path: '/meetings', name: 'rail.meetings', home: '/meetings/hwpci' },
  { path: '/partners', name: 'rail.partners' },
  {
    path: '/portfolio',
    name: 'rail.portfolio',
    also: [
      '/changes',
      '/confidence',
      '/consultations',
      '/coming',
      '/gaps',
      '/goals',
      '/open-points',
      '/overlaps',
    ],
  },
  { path: '/norms', name: 'rail.norms' },
  { path: '/import', name: 'rail.import' },
  { path: '/register', name: 'rail.register' },
  { path: '/doctrine', name: 'rail.doctrine' },
  { path: '/help', name: 'rail.help' },
]

const LISTS: Place = { path: '/lists', name: 'rail.lists' }
/** of whoever may propose, confirm or read what is noted */
const RECORD: Place = { path: '/record', name: 'rail.record' }

/** Places that only some roles have. */
const OF_ROLE: Readonly<Record<string, readonly Place[]>> = {
  administrator: [{ path: '/people', name: 'rail.people' }],
  analyst: [LISTS],
  'desk-officer': [LISTS, RECORD],
  delegate: [LISTS],
  chair: [LISTS, RECORD],
  'legal-adviser': [LISTS, RECORD],
  auditor: [RECORD],
}

export function Rail() {
  const t = useText()
  const session = useSession()
  const [here] = useLocation()
  const list = useRef<HTMLUListElement>(null)
  // all at once, so that nothing moves under the pointer when the role is known
  const places = session.data ? [...PLACES, ...(OF_ROLE[session.data.role] ?? [])] : []
  const isKnown = session.data !== undefined
  // on a phone the bar is wider than the window
  useEffect(() => {
    const bar = list.current
    const current = bar?.querySelector<HTMLElement>('[aria-current]')
    if (bar && current) bar.scrollLeft = current.offsetLeft - (bar.clientWidth - current.offsetWidth) / 2
  }, [here, isKnown])
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      <ul ref={list}>
        {places.map(({ path, name, home, also = [] }) => (
          <li key={path}>
            <GoLink
              to={home ?? path}
              aria-current={
                here === path ? 'page' : [path, ...also].some((of) => isWithin(here, of)) ? 'true' : undefined
              }
            >
              {t(name)}
            </GoLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function isWithin(here: string, path: string): boolean {
  return here === path || here.startsWith(`${path}/`)
}
