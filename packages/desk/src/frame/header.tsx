/** The header: product, search or command, the as-of date, the doctrine version, theme, who is signed in. */
import type { SessionAnswer } from '@demarche/api'
import { useDoctrine } from '../api/queries.ts'
import { Keys } from '../actions/keys.tsx'
import { useText } from '../texts.ts'
import { AsOfControl } from './as-of.tsx'
import { GoLink } from './go-link.tsx'
import { LiveUpdates } from '../live/live-updates.tsx'
import { NoticeBell } from '../screens/notices/notice-bell.tsx'
import { RoleSwitch } from './role-switch.tsx'
import { THEMES, usePreferences } from './preferences.tsx'

interface Props {
  readonly session: SessionAnswer | undefined
  readonly onCommands: () => void
}

export function Header({ session, onCommands }: Props) {
  const t = useText()
  const doctrine = useDoctrine()
  const { theme, choose } = usePreferences()
  return (
    <header className="header">
      <GoLink className="brand" to="/cases">
        {t('product.name')}
      </GoLink>
      <button type="button" className="command-open" onClick={onCommands}>
        <span>{t('commands.open')}</span>
        <Keys shortcut="mod+k" />
      </button>
      <AsOfControl />
      {doctrine.data && (
        <p className="header-doctrine">
          <span className="quiet">{t('header.doctrine')}</span> {doctrine.data.version}
        </p>
      )}
      <label className="header-theme">
        <span className="sr-only">{t('header.theme')}</span>
        <select
          value={theme}
          onChange={(event) => {
            const chosen = THEMES.find((one) => one === event.target.value)
            if (chosen) choose({ theme: chosen })
          }}
        >
          {THEMES.map((one) => (
            <option key={one} value={one}>
              {t(`theme.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {session && (
        <div className="header-account">
          {!session.needsSecondFactor && (
            <>
              <LiveUpdates />
              <NoticeBell />
            </>
          )}
          <GoLink
            to="/account"
            aria-label={t('header.account', { name: session.name, party: session.party })}
          >
            <span className="header-name">{session.name}</span> <span>{session.party}</span>
          </GoLink>
          <RoleSwitch id="header-role" session={session} />
        </div>
      )}
    </header>
  )
}
