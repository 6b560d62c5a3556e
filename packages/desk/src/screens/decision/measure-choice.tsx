/** The measures to choose from: availability and what it turns on beside each, the track, and its title once chosen. */
import type { Dossier } from '@demarche/core'
import { openLabel } from '../../grounds/labels.ts'
import { useText } from '../../texts.ts'
import { useCase } from '../case/case-context.ts'
import type { OpenableMeasure, OpenDraft } from './openable-measures.ts'

interface Props {
  readonly dossier: Dossier
  readonly measures: readonly OpenableMeasure[]
  readonly draft: OpenDraft
  /** measures whose procedure has been opened from this form */
  readonly opened: ReadonlySet<string>
  readonly titleOf: (measure: string, label: string) => string
  readonly error: string | undefined
  readonly onChange: (draft: OpenDraft) => void
}

const SYMBOLS = { available: '✓', 'not-available': '✕', 'turns-on': '○' } as const

export function MeasureChoice({ dossier, measures, draft, opened, titleOf, error, onChange }: Props) {
  const t = useText()
  const { doctrine } = useCase()
  return (
    <fieldset className="field" data-invalid={error !== undefined} id="open-measures" tabIndex={-1}>
      <legend>{t('open.measures')}</legend>
      {error && <p className="field-error">{error}</p>}
      {measures.map(({ finding, track }) => {
        const { measure, label, availability, turnsOn } = finding
        const isOpened = opened.has(measure)
        const isChosen = draft.chosen.includes(measure)
        return (
          <div key={measure} className="measure-choice">
            <label className="check">
              <input
                type="checkbox"
                checked={isChosen || isOpened}
                disabled={!track || isOpened}
                onChange={() =>
                  onChange({
                    ...draft,
                    chosen: isChosen
                      ? draft.chosen.filter((one) => one !== measure)
                      : [...draft.chosen, measure],
                  })
                }
              />
              <span>
                {label} {isOpened && <span className="tag">{t('open.isOpen')}</span>}
              </span>
            </label>
            <p className="measure-notes quiet">
              <span className="chip" data-availability={availability}>
                <span aria-hidden="true">{SYMBOLS[availability]}</span> {t(`availability.${availability}`)}
              </span>{' '}
              {track ? track.label : t('open.noTrack')}
            </p>
            {availability === 'turns-on' && turnsOn.length > 0 && (
              <details className="measure-notes">
                <summary>{t('options.turnsOnCount', { count: turnsOn.length })}</summary>
                <ul>
                  {turnsOn.map((id) => (
                    <li key={id}>{openLabel(dossier, doctrine, id, t)}</li>
                  ))}
                </ul>
              </details>
            )}
            {isChosen && !isOpened && (
              <div className="document-parts">
                <label>
                  <span>{t('act.title')}</span>
                  <input
                    id={`title-${measure}`}
                    maxLength={300}
                    value={titleOf(measure, label)}
                    onChange={(event) =>
                      onChange({
                        ...draft,
                        titles: { ...draft.titles, [measure]: event.target.value },
                      })
                    }
                  />
                </label>
              </div>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
