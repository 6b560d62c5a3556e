/** The notes on status that belong to names on the screen, where there are any (PLC-05). */
import { printedNameOf, statusNoteOf } from '@demarche/core/places/status-notes.ts'
import { useDeskLanguage } from '../parts/place-name.ts'
import { useText } from '../texts.ts'

/** @param named codes of places that are named; those without a note are passed over */
export function StatusNotes({ named }: { readonly named: readonly string[] }) {
  const t = useText()
  const language = useDeskLanguage()
  return [...new Set(named)].map((code) => {
    const note = statusNoteOf(code, language)
    return (
      note && (
        <p key={code} className="status-note">
          {printedNameOf(code, language)}
          {t('mark.colon')} {note}
        </p>
      )
    )
  })
}
