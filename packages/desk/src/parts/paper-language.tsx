/** In which language a paper is written: that of the desk until another one is chosen. What is on record stays in its own. */
import type { Language } from '@demarche/core/kernel/language.ts'
import { useId, useState } from 'react'
import { LanguageSelect } from '../frame/language-select.tsx'
import { usePreferences } from '../frame/preferences.tsx'
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
      <LanguageSelect id={id} language={language} choose={choose} />
    </div>
  )
}
