/** The header: product, search or command, the as-of date, the doctrine version, who is signed in. */
import type { SessionAnswer } from '@demarche/api'
import { useDoctrine } from '../api/queries.ts'
import { Keys } from '../actions/keys.tsx'
import { useText } from '../texts.ts'
import { AccountMenu } from './account-menu.tsx'
import { AsOfControl } from './as-of.tsx'
import { GoLink } from './go-link.tsx'
import { LiveUpdates } from '../live/live-updates.tsx'
import { NoticeBell } from '../screens/notices/notice-bell.tsx'
import { RoleSwitch } from './role-switch.tsx'

interface Props {
  readonly session: SessionAnswer | undefined
  readonly onCommands: () => void
  readonly onSignOut: () => void
}

export function Header({ session, onCommands, onSignOut }: Props) {
  const t = useText()
  const doctrine = useDoctrine()
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
      {session && (
        <div className="header-account">
          {!session.needsSecondFactor && (
            <>
              <LiveUpdates />
              <NoticeBell />
            </>
          )}
          <AccountMenu session={session} onSignOut={onSignOut} />
          <RoleSwitch id="header-role" session={session} />
        </div>
      )}
    </header>
  )
}
