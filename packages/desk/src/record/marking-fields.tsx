/** Distribution and TLP label; the label is never translated, its meaning is. */
import { useText } from '../texts.ts'
import { type AuthorityDraft, CHOICES } from './authority-draft.ts'

interface Props {
  readonly draft: AuthorityDraft
  readonly onChange: (draft: AuthorityDraft) => void
}

export function MarkingFields({ draft, onChange }: Props) {
  const t = useText()
  return (
    <div className="field-row">
      <div className="field">
        <label htmlFor="marking-distribution">{t('marking.distribution')}</label>
        <select
          id="marking-distribution"
          value={draft.distribution}
          onChange={(event) =>
            onChange({
              ...draft,
              distribution: CHOICES.DISTRIBUTIONS.find((one) => one === event.target.value) ?? 'LIMITE',
            })
          }
        >
          {CHOICES.DISTRIBUTIONS.map((one) => (
            <option key={one} value={one}>
              {t(`marking.distribution.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="marking-tlp">{t('marking.tlp')}</label>
        <select
          id="marking-tlp"
          value={draft.tlp}
          onChange={(event) =>
            onChange({
              ...draft,
              tlp: CHOICES.TLP_LABELS.find((one) => one === event.target.value) ?? 'TLP:RED',
            })
          }
        >
          {CHOICES.TLP_LABELS.map((one) => (
            <option key={one} value={one} translate="no">
              {one}
            </option>
          ))}
        </select>
        <p className="hint">{t(`marking.meaning.${draft.tlp}`)}</p>
      </div>
    </div>
  )
}
