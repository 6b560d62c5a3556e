/**
 * How the columns of a table are read, said on screen: which is which property, in which order days stand, what a word means.
 *
 * Shown below a preview; what is changed counts once the table is read again. Next door: `mapping-draft.ts`.
 */
import type { TableReadAnswer } from '@demarche/api'
import type { RecordKind } from '@demarche/core'
import { type FormEvent, useState } from 'react'
import { useKind } from '../../api/portfolio-queries.ts'
import { saveFile } from '../../api/client.ts'
import { capital } from '../../portfolio/capital.ts'
import { PlaceField } from '../../portfolio/place-field.tsx'
import { useText } from '../../texts.ts'
import { type ColumnDraft, draftsOf, mappingOf, withProperty } from './mapping-draft.ts'

interface Props {
  readonly table: TableReadAnswer
  /** what would be recorded is not any more what is on screen */
  readonly onChange: () => void
  readonly onReadAgain: (mapping: TableReadAnswer['mapping']) => void
}

export function MappingEditor({ table, onChange, onReadAgain }: Props) {
  const t = useText()
  const kind = useKind(table.mapping.kind)
  const [drafts, setDrafts] = useState(() => draftsOf(table))
  if (!kind) return null
  const mapping = mappingOf(table.mapping, drafts)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onReadAgain(mapping)
  }
  return (
    <form className="mapping" aria-labelledby="mapping-title" onSubmit={submit}>
      <h3 id="mapping-title">{t('mapping.title')}</h3>
      <p className="hint">{t('mapping.hint', { kind: kind.label })}</p>
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t('mapping.column')}</th>
            <th scope="col">{t('mapping.holds')}</th>
            <th scope="col">{t('mapping.readAs')}</th>
          </tr>
        </thead>
        <tbody>
          {drafts.map((draft, place) => (
            <Column
              key={draft.column}
              kind={kind}
              draft={draft}
              onChange={(next) => {
                setDrafts(drafts.with(place, next))
                onChange()
              }}
            />
          ))}
        </tbody>
      </table>
      <p className="actions">
        <button type="submit">{t('mapping.readAgain')}</button>
        <button
          type="button"
          onClick={() =>
            saveFile(`${JSON.stringify(mapping, null, 2)}\n`, `${kind.id}.mapping.json`, 'application/json')
          }
        >
          {t('mapping.save')}
        </button>
      </p>
    </form>
  )
}

interface ColumnProps {
  readonly kind: RecordKind
  readonly draft: ColumnDraft
  readonly onChange: (draft: ColumnDraft) => void
}

function Column({ kind, draft, onChange }: ColumnProps) {
  const t = useText()
  const { column, samples, unread, property: name } = draft
  const property = kind.properties.find((one) => one.name === name)
  return (
    <tr>
      <th scope="row">{column}</th>
      <td data-label={t('mapping.holds')} className="quiet">
        {samples.join(' · ')}
      </td>
      <td data-label={t('mapping.readAs')}>
        <div>
          <select
            aria-label={t('mapping.readAsOf', { column })}
            value={name}
            onChange={(event) => onChange(withProperty(draft, event.target.value))}
          >
            <option value="">{t('mapping.notRead')}</option>
            <option value="id">{t('mapping.id')}</option>
            {Object.entries(kind.groups).map(([group, title]) => (
              <optgroup key={group} label={title}>
                {kind.properties
                  .filter((one) => one.group === group)
                  .map((one) => (
                    <option key={one.name} value={one.name}>
                      {one.label}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
          {property?.type === 'date' && (
            <label className="mapping-detail">
              {t('mapping.dates')}{' '}
              <select
                value={draft.dates ?? ''}
                onChange={({ target }) => onChange({ ...draft, dates: orderOf(target.value) })}
              >
                <option value="">{t('mapping.datesNotSaid')}</option>
                {ORDERS.map((order) => (
                  <option key={order} value={order}>
                    {t(`mapping.dates.${order}`)}
                  </option>
                ))}
              </select>
            </label>
          )}
          {property?.type === 'money' && (
            <label className="mapping-detail">
              {t('mapping.currency')}{' '}
              <input
                className="input-short"
                maxLength={3}
                value={draft.currency ?? ''}
                onChange={({ target }) => onChange({ ...draft, currency: target.value.toUpperCase() })}
              />
            </label>
          )}
          {(property?.type === 'set' || property?.type === 'places') && (
            <label className="mapping-detail">
              {t('mapping.separator')}{' '}
              <input
                className="input-short"
                maxLength={3}
                placeholder=";"
                value={draft.separator ?? ''}
                onChange={({ target }) => onChange({ ...draft, separator: target.value })}
              />
            </label>
          )}
          {property && unread.length > 0 && (
            <details className="mapping-detail">
              <summary>{t('mapping.unread', { count: unread.length })}</summary>
              {unread.map((word) => (
                <Word
                  key={word}
                  word={word}
                  property={property}
                  value={draft.words[word] ?? ''}
                  onChange={(meaning) => onChange({ ...draft, words: { ...draft.words, [word]: meaning } })}
                />
              ))}
            </details>
          )}
        </div>
      </td>
    </tr>
  )
}

interface WordProps {
  readonly word: string
  readonly property: RecordKind['properties'][number]
  /** empty while nobody has said it */
  readonly value: string
  readonly onChange: (meaning: string) => void
}

function Word({ word, property, value, onChange }: WordProps) {
  const t = useText()
  const label = t('mapping.means', { word })
  if (property.type === 'places') {
    return <PlaceField id={`mapping-${word}`} label={label} value={value} onChange={onChange} />
  }
  return (
    <label className="mapping-word">
      {label}{' '}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('mapping.notSaid')}</option>
        {Object.entries(property.values ?? {}).map(([code, said]) => (
          <option key={code} value={code}>
            {capital(said)}
          </option>
        ))}
      </select>
    </label>
  )
}

const ORDERS = ['dmy', 'mdy', 'ymd'] as const

function orderOf(text: string): (typeof ORDERS)[number] | undefined {
  return ORDERS.find((order) => order === text)
}
