/** What stands around every public page: whose desk it is, the way back, the language; nothing that asks who is there. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { usePublicPage } from '../../api/consultation-queries.ts'
import { usePreferences } from '../../frame/preferences.tsx'
import { OFFERED_LANGUAGES, OWN_NAMES } from '../../languages.ts'
import { useText } from '../../texts.ts'

export function PublicFrame({ children }: { readonly children: ReactNode }) {
  const t = useText()
  const { data } = usePublicPage()
  const { language, choose } = usePreferences()
  const name = data && (data.partyName ?? (data.party === 'desk' ? t('product.name') : data.party))
  return (
    <div className="public">
      <a className="skip" href="#content">
        {t('public.skip')}
      </a>
      <header className="public-head">
        <nav aria-label={t('public.places')}>
          <Link href="/public">
            {name === undefined ? t('public.title') : t('public.of', { party: name })}
          </Link>
        </nav>
        <label className="public-language">
          <span>{t('public.language')}</span>
          <select
            value={language}
            onChange={(event) => {
              const chosen = OFFERED_LANGUAGES.find((one) => one === event.target.value)
              if (chosen) choose({ language: chosen })
            }}
          >
            {OFFERED_LANGUAGES.map((one) => (
              <option key={one} value={one} lang={one}>
                {OWN_NAMES[one]}
              </option>
            ))}
          </select>
        </label>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="public-foot">
        <p>{t('public.foot')}</p>
      </footer>
    </div>
  )
}
