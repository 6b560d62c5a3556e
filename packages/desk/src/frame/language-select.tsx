/** The languages that the desk speaks, each called what it is called in itself. */
import { type Language, tagOf } from '@demarche/core/kernel/language.ts'
import { OFFERED_LANGUAGES, OWN_NAMES } from '../languages.ts'

interface Props {
  readonly language: Language
  readonly choose: (language: Language) => void
  /** id by which a label names it */
  readonly id?: string
  /** id of what explains it */
  readonly describedBy?: string
}

export function LanguageSelect({ language, choose, id, describedBy }: Props) {
  return (
    <select
      id={id}
      value={language}
      aria-describedby={describedBy}
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
  )
}
