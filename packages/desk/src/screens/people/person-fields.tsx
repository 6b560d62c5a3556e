/** What an administrator says about a person: name, e-mail address, party, roles, ceiling. */
import { DISTRIBUTIONS, TLP_LABELS } from '@demarche/core/kernel/marking.ts'
import { READER_ROLES, type Ceiling, type ReaderRole } from '@demarche/core/kernel/reader.ts'
import { useText } from '../../texts.ts'
import { PartyField } from './party-field.tsx'

export interface PersonDraft {
  readonly name: string
  readonly email: string
  readonly party: string
  readonly roles: readonly ReaderRole[]
  readonly ceiling: Ceiling
}

interface Props {
  readonly draft: PersonDraft
  readonly onChange: (draft: PersonDraft) => void
}

export function PersonFields({ draft, onChange }: Props) {
  const t = useText()
  const { maxDistribution, maxTlp } = draft.ceiling
  return (
    <>
      <div className="field">
        <label htmlFor="person-name">{t('account.name')}</label>
        <input
          id="person-name"
          autoComplete="off"
          required
          maxLength={120}
          value={draft.name}
          onChange={(event) => onChange({ ...draft, name: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor="person-email">{t('account.email')}</label>
        <input
          id="person-email"
          type="email"
          autoComplete="off"
          required
          value={draft.email}
          onChange={(event) => onChange({ ...draft, email: event.target.value })}
        />
      </div>
      <PartyField id="person-party" value={draft.party} onChange={(party) => onChange({ ...draft, party })} />
      <fieldset className="field">
        <legend>{t('people.roles')}</legend>
        {READER_ROLES.map((role) => (
          <label className="check" key={role}>
            <input
              type="checkbox"
              checked={draft.roles.includes(role)}
              onChange={(event) =>
                onChange({
                  ...draft,
                  roles: READER_ROLES.filter((one) =>
                    one === role ? event.target.checked : draft.roles.includes(one),
                  ),
                })
              }
            />
            <span>
              {t(`role.${role}`)} <span className="quiet">{t(`role.${role}.does`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="field-row">
        <div className="field">
          <label htmlFor="person-distribution">{t('people.maxDistribution')}</label>
          <select
            id="person-distribution"
            value={maxDistribution}
            onChange={(event) =>
              onChange({
                ...draft,
                ceiling: {
                  maxTlp,
                  maxDistribution: DISTRIBUTIONS.find((one) => one === event.target.value) ?? 'PUBLIC',
                },
              })
            }
          >
            {DISTRIBUTIONS.map((one) => (
              <option key={one} value={one}>
                {t(`marking.distribution.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="person-tlp">{t('people.maxTlp')}</label>
          <select
            id="person-tlp"
            value={maxTlp}
            onChange={(event) =>
              onChange({
                ...draft,
                ceiling: {
                  maxDistribution,
                  maxTlp: TLP_LABELS.find((one) => one === event.target.value) ?? 'TLP:CLEAR',
                },
              })
            }
          >
            {TLP_LABELS.map((one) => (
              <option key={one} value={one} translate="no">
                {one}
              </option>
            ))}
          </select>
        </div>
      </div>
    </>
  )
}
