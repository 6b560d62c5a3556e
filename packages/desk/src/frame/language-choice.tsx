/** In which language the desk speaks; each is called by its own name. What is on record stays as it is, and that is said. */
import { useId } from 'react'
import { OFFERED_LANGUAGES, OWN_NAMES } from '../languages.ts'
import { useText } from '../texts.ts'
import { usePreferences } from './preferences.tsx'

export function LanguageChoice() {
  const t = useText()
  const { language, choose } = usePreferences()
  const note = useId()
  return (
    <>
      <label className="language-choice">
        <span>{t('header.language')}</span>
        <select
          value={language}
          aria-describedby={note}
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
      <p id={note} className="quiet language-note">
        {t('header.languageNote')}
      </p>
    </>
  )
}
