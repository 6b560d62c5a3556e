/** In which language the desk speaks; each is called by its own name. What is on record stays as it is, and that is said. */
import { useId } from 'react'
import { useText } from '../texts.ts'
import { LanguageSelect } from './language-select.tsx'
import { usePreferences } from './preferences.tsx'

export function LanguageChoice() {
  const t = useText()
  const note = useId()
  const { language, choose } = usePreferences()
  return (
    <>
      <label className="language-choice">
        <span>{t('header.language')}</span>
        <LanguageSelect
          language={language}
          choose={(chosen) => choose({ language: chosen })}
          describedBy={note}
        />
      </label>
      <p id={note} className="quiet language-note">
        {t('header.languageNote')}
      </p>
    </>
  )
}
