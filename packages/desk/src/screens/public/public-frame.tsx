/** What stands around every public page: whose desk it is, the way back, the language; nothing that asks who is there. */
import { OWN_DESK } from '@demarche/core/kernel/reader.ts'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { usePublicPage } from '../../api/consultation-queries.ts'
import { LanguageSelect } from '../../frame/language-select.tsx'
import { usePreferences } from '../../frame/preferences.tsx'
import { useText } from '../../texts.ts'

export function PublicFrame({ children }: { readonly children: ReactNode }) {
  const t = useText()
  const { language, choose } = usePreferences()
  const { data } = usePublicPage()
  const name = data && (data.partyName ?? (data.party === OWN_DESK ? t('product.name') : data.party))
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
          <LanguageSelect language={language} choose={(chosen) => choose({ language: chosen })} />
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
