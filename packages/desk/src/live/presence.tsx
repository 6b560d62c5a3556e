/** Who else has this procedure, case or record open now, as small initials with party. */
import { useEffect } from 'react'
import { sayClosed, usePresence } from '../api/notices.ts'
import { usePartyName } from '../parts/party-name.ts'
import { useText } from '../texts.ts'

/** @example initialsOf('Jaan Tamm') // 'JT' */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const first = words[0]?.slice(0, 1) ?? ''
  const last = words.length > 1 ? (words.at(-1)?.slice(0, 1) ?? '') : ''
  return (first + last).toUpperCase()
}

const MOST_SHOWN = 6

export function Presence({ entity }: { readonly entity: string }) {
  const t = useText()
  const { data } = usePresence(entity)
  const partyName = usePartyName()
  useEffect(() => {
    const leave = (): void => sayClosed(entity)
    // when the window goes to another address or is closed, nothing of the screen is taken down in order
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [entity])
  const others = data?.others ?? []
  if (others.length === 0) return null
  return (
    <ul className="presence" aria-label={t('presence.label')}>
      {others.slice(0, MOST_SHOWN).map(({ name, party }) => (
        <li key={`${party} ${name}`} title={t('presence.one', { name, party: partyName(party) })}>
          <span aria-hidden="true">
            <b>{party}</b> {initialsOf(name)}
          </span>
          <span className="sr-only">{t('presence.one', { name, party: partyName(party) })}</span>
        </li>
      ))}
      {others.length > MOST_SHOWN && <li>{t('presence.more', { count: others.length - MOST_SHOWN })}</li>}
    </ul>
  )
}
