/**
 * What each Member State said in the room: one choice for each that has not stated a position here itself.
 *
 * Rests on: PRC-37. Next door: `act-draft.ts` reads what is chosen.
 */
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import { POSITIONS } from '@demarche/core/procedure/position.ts'
import type { Party, PartyPosition } from '@demarche/core'
import { partyName } from '../../../parts/party-name.ts'
import { useText } from '../../../texts.ts'
import { SAID } from './act-draft.ts'

interface Props {
  readonly legend: string
  readonly positions: readonly PartyPosition[]
  readonly parties: readonly Party[]
  readonly texts: Readonly<Record<string, string>>
  readonly error: string | undefined
  readonly onChange: (texts: Readonly<Record<string, string>>) => void
}

export function RoomPositions({ legend, positions, parties, texts, error, onChange }: Props) {
  const t = useText()
  const own = positions.filter(({ position, recordedBy }) => position !== null && recordedBy === undefined)
  const others = positions.filter((one) => !own.includes(one))
  const unsaid = others.filter(({ party, position }) => position === null && !texts[SAID + party])
  const nameOf = (code: string) => partyName({ parties }, code)
  return (
    <fieldset className="field" id="positions" tabIndex={-1} data-invalid={error !== undefined}>
      <legend>{legend}</legend>
      <p className="hint">{t('act.hint.room')}</p>
      {error && <p className="field-error">{error}</p>}
      {own.length > 0 && (
        <p className="quiet">
          {t('act.spokeThemselves', { parties: own.map(({ party }) => euCountryCode(party)).join(', ') })}
        </p>
      )}
      <p>
        <button
          type="button"
          disabled={unsaid.length === 0}
          onClick={() =>
            onChange({
              ...texts,
              ...Object.fromEntries(unsaid.map(({ party }) => [SAID + party, 'support'])),
            })
          }
        >
          {t('act.othersSupport', { count: unsaid.length })}
        </button>
      </p>
      {others.map(({ party }) => (
        <div key={party} className="field-row">
          <label htmlFor={SAID + party}>{nameOf(party)}</label>
          <select
            id={SAID + party}
            value={texts[SAID + party] ?? ''}
            onChange={(event) => onChange({ ...texts, [SAID + party]: event.target.value })}
          >
            <option value="">{t('act.notSaid')}</option>
            {POSITIONS.map((position) => (
              <option key={position} value={position}>
                {t(`position.${position}`)}
              </option>
            ))}
          </select>
        </div>
      ))}
    </fieldset>
  )
}
