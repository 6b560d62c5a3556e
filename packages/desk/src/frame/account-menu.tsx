/** Who is signed in and for whom; opens the way to the account, the language, light or dark, and the way out. */
import type { SessionAnswer } from '@demarche/api'
import { useRef } from 'react'
import { usePartyName } from '../parts/party-name.ts'
import { useText } from '../texts.ts'
import { GoLink } from './go-link.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { THEMES, usePreferences } from './preferences.tsx'

interface Props {
  readonly session: SessionAnswer
  readonly onSignOut: () => void
}

export function AccountMenu({ session, onSignOut }: Props) {
  const t = useText()
  const party = usePartyName()(session.party)
  const { theme, choose } = usePreferences()
  const menu = useRef<HTMLDivElement>(null)
  return (
    <>
      <button
        type="button"
        className="button-quiet account-open"
        popoverTarget="account-menu"
        aria-label={t('header.account', { name: session.name, party })}
      >
        <span className="header-name">{session.name},</span> <span>{party}</span>
      </button>
      <div id="account-menu" className="account-menu" popover="auto" ref={menu}>
        <GoLink to="/account" onClick={() => menu.current?.hidePopover()}>
          {t('account.title')}
        </GoLink>
        <LanguageChoice />
        <label>
          <span>{t('header.theme')}</span>
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
        <button type="button" className="button-quiet" onClick={onSignOut}>
          {t('action.signOut')}
        </button>
      </div>
    </>
  )
}
