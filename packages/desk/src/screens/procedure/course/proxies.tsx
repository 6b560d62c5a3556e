/**
 * Whose vote was given by another: one choice for each Member State that was absent, among those that were present.
 *
 * Rests on: TFEU Art. 239, VOT-12. Next door: `act-draft.ts` reads what is chosen.
 */
import { MEMBER_STATES } from '@demarche/core/incident/member-states.ts'
import type { Party } from '@demarche/core'
import { partyName } from '../../../parts/party-name.ts'
import { useText } from '../../../texts.ts'
import { GIVEN_BY } from './act-draft.ts'

interface Props {
  readonly legend: string
  readonly present: readonly string[]
  readonly parties: readonly Party[]
  readonly texts: Readonly<Record<string, string>>
  readonly error: string | undefined
  readonly onChange: (texts: Readonly<Record<string, string>>) => void
}

export function Proxies({ legend, present, parties, texts, error, onChange }: Props) {
  const t = useText()
  const absent = MEMBER_STATES.filter((code) => !present.includes(code))
  const nameOf = (code: string) => partyName({ parties }, code)
  return (
    <fieldset className="field" id="proxies" tabIndex={-1} data-invalid={error !== undefined}>
      <legend>{legend}</legend>
      <p className="hint">{t('act.hint.proxies')}</p>
      {error && <p className="field-error">{error}</p>}
      {absent.length === 0 && <p className="quiet">{t('act.nobodyAbsent')}</p>}
      {absent.map((code) => (
        <div key={code} className="field-row">
          <label htmlFor={GIVEN_BY + code}>{nameOf(code)}</label>
          <select
            id={GIVEN_BY + code}
            value={texts[GIVEN_BY + code] ?? ''}
            onChange={(event) => onChange({ ...texts, [GIVEN_BY + code]: event.target.value })}
          >
            <option value="">{t('act.notRepresented')}</option>
            {present.map((holder) => (
              <option key={holder} value={holder}>
                {t('act.representedBy', { party: nameOf(holder) })}
              </option>
            ))}
          </select>
        </div>
      ))}
    </fieldset>
  )
}
