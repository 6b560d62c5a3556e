/** Turns single-letter shortcuts on and off (WCAG 2.1.4). */
import { usePreferences } from '../frame/preferences.tsx'
import { useText } from '../texts.ts'

export function LetterSwitch() {
  const t = useText()
  const { letterShortcuts, choose } = usePreferences()
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={letterShortcuts}
        onChange={(event) => choose({ letterShortcuts: event.target.checked })}
      />
      {t('shortcuts.letters')}
    </label>
  )
}
