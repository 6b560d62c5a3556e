/**
 * Distribution, TLP label, need-to-know list and parties; a label is never translated, its meaning is.
 *
 * Says where the marking started, what going below it asks, and what stands on the public page then. Next door: `marking-draft.ts`.
 */
import { formatMarking, type Marking, markingKey, PUBLIC } from '@demarche/core/kernel/marking.ts'
import { useMarkingChoice } from '../api/access-queries.ts'
import { useDoctrine, useSession } from '../api/queries.ts'
import { partyName } from '../parts/party-name.ts'
import { useText } from '../texts.ts'
import { CHOICES } from './authority-draft.ts'
import { type MarkingDraft, markingIn } from './marking-draft.ts'

interface Props<Draft extends MarkingDraft> {
  readonly draft: Draft
  /** where it starts; nothing is said about it when absent */
  readonly parent?: Marking | null
  readonly error?: string | undefined
  readonly onChange: (draft: Draft) => void
}

const isAbove = (all: readonly string[], one: string, most: string | undefined): boolean =>
  most !== undefined && all.indexOf(one) > all.indexOf(most)

export function MarkingFields<Draft extends MarkingDraft>({ draft, parent, error, onChange }: Props<Draft>) {
  const t = useText()
  const choice = useMarkingChoice().data
  const lists = choice?.lists ?? []
  return (
    <>
      {parent && <p className="hint">{t('marking.startsAt', { marking: formatMarking(parent) })}</p>}
      {error && (
        <p className="field-error" id="marking-error">
          {error}
        </p>
      )}
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
              <option
                key={one}
                value={one}
                disabled={isAbove(CHOICES.DISTRIBUTIONS, one, choice?.desk.maxDistribution)}
              >
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
            aria-invalid={error !== undefined}
            aria-describedby={error === undefined ? 'marking-tlp-hint' : 'marking-error marking-tlp-hint'}
            onChange={(event) =>
              onChange({
                ...draft,
                tlp: CHOICES.TLP_LABELS.find((one) => one === event.target.value) ?? 'TLP:RED',
              })
            }
          >
            {CHOICES.TLP_LABELS.map((one) => (
              <option
                key={one}
                value={one}
                translate="no"
                disabled={isAbove(CHOICES.TLP_LABELS, one, choice?.desk.maxTlp)}
              >
                {one}
              </option>
            ))}
          </select>
          <p className="hint" id="marking-tlp-hint">
            {t(`marking.meaning.${draft.tlp}`)}
          </p>
        </div>
        {(lists.length > 0 || draft.needToKnow !== undefined) && (
          <div className="field">
            <label htmlFor="marking-list">{t('marking.list')}</label>
            <select
              id="marking-list"
              value={draft.needToKnow ?? ''}
              onChange={(event) =>
                onChange({
                  ...draft,
                  needToKnow: event.target.value === '' ? undefined : event.target.value,
                })
              }
            >
              <option value="">{t('marking.noList')}</option>
              {draft.needToKnow !== undefined && !lists.some(({ entity }) => entity === draft.needToKnow) && (
                <option value={draft.needToKnow}>{draft.needToKnow}</option>
              )}
              {lists.map(({ entity, name }) => (
                <option key={entity} value={entity}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      <div role="status">
        {choice?.publicPage === true && markingKey(markingIn(draft)) === markingKey(PUBLIC) && (
          <p className="note" data-tone="warn">
            {t('marking.willBePublic')}
          </p>
        )}
      </div>
      <PartyLimit draft={draft} onChange={onChange} />
    </>
  )
}

/** Only for some parties; the own one is always among them, since nobody records what they may not read. */
function PartyLimit<Draft extends MarkingDraft>({
  draft,
  onChange,
}: Pick<Props<Draft>, 'draft' | 'onChange'>) {
  const t = useText()
  const own = useSession().data?.party
  const parties = useDoctrine().data?.parties ?? []
  const chosen = draft.releasableTo ?? []
  const codes = [...new Set([...(own === undefined ? [] : [own]), ...parties.map(({ code }) => code)])]
  const choose = (code: string, on: boolean) => {
    const next = on
      ? [...new Set([...(own === undefined ? [] : [own]), ...chosen, code])]
      : chosen.filter((one) => one !== code)
    const isOpen = next.length === 0 || (!on && code === own)
    onChange({ ...draft, releasableTo: isOpen ? undefined : next })
  }
  return (
    <details className="more" open={chosen.length > 0 || undefined}>
      <summary>
        {t('marking.parties')}{' '}
        <span className="quiet">{chosen.length === 0 ? t('marking.noParties') : chosen.join(', ')}</span>
      </summary>
      <fieldset className="field">
        <legend className="sr-only">{t('marking.parties')}</legend>
        <div className="checks">
          {codes.map((code) => (
            <label key={code} className="check">
              <input
                type="checkbox"
                checked={chosen.includes(code)}
                onChange={(event) => choose(code, event.target.checked)}
              />
              {partyName({ parties }, code)}
            </label>
          ))}
        </div>
      </fieldset>
    </details>
  )
}
