/** The languages that the desk speaks, each called what it is called in itself; choosing one speaks it. */
import { OFFERED_LANGUAGES, OWN_NAMES, tagOf } from '../languages.ts'
import { usePreferences } from './preferences.tsx'

interface Props {
  /** id of what explains it */
  readonly describedBy?: string
}

export function LanguageSelect({ describedBy }: Props) {
  const { language, choose } = usePreferences()
  return (
    <select
      value={language}
      aria-describedby={describedBy}
      onChange={(event) => {
        const chosen = OFFERED_LANGUAGES.find((one) => one === event.target.value)
        if (chosen) choose({ language: chosen })
      }}
    >
      {OFFERED_LANGUAGES.map((one) => (
        <option key={one} value={one} lang={tagOf(one)}>
          {OWN_NAMES[one]}
        </option>
      ))}
    </select>
  )
}
