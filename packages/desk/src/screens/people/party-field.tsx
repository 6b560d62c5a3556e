/** For which party somebody acts: Member States in protocol order, then institutions, agencies, partners, the public. */
import { PARTY_KINDS } from '@demarche/core/kernel/party.ts'
import { useDoctrine } from '../../api/queries.ts'
import { today } from '../../frame/address.ts'
import { usePartyName } from '../../parts/party-name.ts'
import { useText } from '../../texts.ts'

interface Props {
  readonly id: string
  readonly value: string
  readonly onChange: (code: string) => void
}

export function PartyField({ id, value, onChange }: Props) {
  const t = useText()
  const doctrine = useDoctrine()
  const nameOf = usePartyName()
  const day = today()
  const parties = (doctrine.data?.parties ?? []).filter(
    ({ inForce }) => inForce.from <= day && (inForce.to === undefined || day <= inForce.to),
  )
  return (
    <div className="field">
      <label htmlFor={id}>{t('account.party')}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {!parties.some(({ code }) => code === value) && <option value={value}>{nameOf(value)}</option>}
        {PARTY_KINDS.map((kind) => (
          <optgroup key={kind} label={t(`party.${kind}`)}>
            {parties
              .filter((party) => party.kind === kind)
              .map(({ code }) => (
                <option key={code} value={code}>
                  {nameOf(code)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
