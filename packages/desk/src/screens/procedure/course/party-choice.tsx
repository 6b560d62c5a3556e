/** Chooses parties: the Member States in protocol order, then the others; whole groups with one press. */
import { MEMBER_STATES } from '@demarche/core/incident/member-states.ts'
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import type { Party } from '@demarche/core'
import { partyName } from '../../../parts/party-name.ts'
import { useText } from '../../../texts.ts'

interface Props {
  readonly id: string
  readonly legend: string
  readonly parties: readonly Party[]
  /** only Member States can be chosen */
  readonly membersOnly: boolean
  readonly chosen: readonly string[]
  readonly error: string | undefined
  readonly onChange: (chosen: readonly string[]) => void
}

export function PartyChoice({ id, legend, parties, membersOnly, chosen, error, onChange }: Props) {
  const t = useText()
  const others = membersOnly
    ? []
    : parties.filter(({ kind }) => kind === 'institution' || kind === 'agency').map(({ code }) => code)
  const name = (code: string) => partyName({ parties }, code)
  const toggle = (code: string) =>
    onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code])
  const all = MEMBER_STATES.every((code) => chosen.includes(code))
  const box = (code: string) => (
    <label key={code} className="check" title={name(code)}>
      <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
      {euCountryCode(code)} <span className="sr-only">{name(code)}</span>
    </label>
  )
  return (
    <fieldset className="field" data-invalid={error !== undefined} id={id} tabIndex={-1}>
      <legend>{legend}</legend>
      {error && <p className="field-error">{error}</p>}
      <p>
        <button
          type="button"
          className="button-quiet"
          onClick={() =>
            onChange(
              all
                ? chosen.filter((code) => !MEMBER_STATES.includes(code))
                : [...MEMBER_STATES, ...chosen.filter((code) => !MEMBER_STATES.includes(code))],
            )
          }
        >
          {all ? t('parties.noMembers') : t('parties.allMembers')}
        </button>
      </p>
      <div className="party-boxes">{MEMBER_STATES.map(box)}</div>
      {others.length > 0 && <div className="party-boxes wide">{others.map(box)}</div>}
    </fieldset>
  )
}
