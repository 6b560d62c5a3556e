/** In which language a paper is written: that of the desk until another one is chosen. What is on record stays in its own. */
import type { Language } from '@demarche/core/kernel/language.ts'
import { useId, useState } from 'react'
import { usePreferences } from '../frame/preferences.tsx'
import { OFFERED_LANGUAGES, OWN_NAMES, tagOf } from '../languages.ts'
import { useText } from '../texts.ts'

/** The language that was chosen on this page, else that of the desk. */
export function usePaperLanguage(): readonly [Language, (language: Language) => void] {
  const { language } = usePreferences()
  const [chosen, choose] = useState<Language>()
  return [chosen ?? language, choose]
}

interface Props {
  readonly language: Language
  readonly choose: (language: Language) => void
}

export function PaperLanguage({ language, choose }: Props) {
  const t = useText()
  const id = useId()
  return (
    <div className="field compare-choice">
      <label htmlFor={id}>{t('documents.language')}</label>
      <select
        id={id}
        value={language}
        onChange={(event) => {
          const chosen = OFFERED_LANGUAGES.find((one) => one === event.target.value)
          if (chosen) choose(chosen)
        }}
      >
        {OFFERED_LANGUAGES.map((one) => (
          <option key={one} value={one} lang={tagOf(one)}>
            {OWN_NAMES[one]}
          </option>
        ))}
      </select>
    </div>
  )
}
