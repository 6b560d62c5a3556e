/** One property as a field: the control follows from the type in the vocabulary. */
import { MEMBER_STATES } from '@demarche/core/incident/member-states.ts'
import type { Property } from '@demarche/core/kernel/vocabulary.ts'
import type { ReactNode } from 'react'
import { placeName } from '../parts/place-name.ts'
import { PlaceField } from '../portfolio/place-field.tsx'
import { PlacesInput } from '../portfolio/places-input.tsx'
import { ReferenceInput } from '../portfolio/reference-input.tsx'
import { useText } from '../texts.ts'
import { type Raw, type RecordField, recordFields } from './raw-value.ts'
import { caseUnit } from './case-texts.ts'
import type { Wording } from './wording.ts'

interface Props {
  readonly property: Property
  readonly wording: Wording
  readonly id: string
  readonly raw: Raw
  readonly error?: string | undefined
  readonly onChange: (raw: Raw) => void
}

interface ControlProps {
  readonly id: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly describedBy?: string | undefined
  readonly invalid?: boolean
}

function YesNo({ id, value, onChange, describedBy }: ControlProps) {
  const t = useText()
  return (
    <select
      id={id}
      value={value}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('field.notStated')}</option>
      <option value="true">{t('value.yes')}</option>
      <option value="false">{t('value.no')}</option>
    </select>
  )
}

function Choice({
  id,
  value,
  onChange,
  describedBy,
  say,
  options,
}: ControlProps & { readonly say: (word: string) => string; readonly options: readonly string[] }) {
  const t = useText()
  return (
    <select
      id={id}
      value={value}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('field.notStated')}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {say(option)}
        </option>
      ))}
    </select>
  )
}

/** An end of a scale, with a minus sign as it is printed; no thousands: it may be a year. */
const printed = (end: number): string => String(end).replace('-', '\u2212')

function PartInput({
  property,
  wording,
  field,
  prefix,
  value,
  onChange,
}: {
  property: string
  wording: Wording
  field: RecordField
  prefix: string
  value: string
  onChange: (value: string) => void
}) {
  const t = useText()
  const id = `${prefix}-${field.name}`
  const label = wording.part(property, field.name)
  const text = (
    <>
      {label}{' '}
      {field.scale && (
        <span className="quiet">
          {t('field.scale', { min: printed(field.scale[0]), max: printed(field.scale[1]) })}{' '}
        </span>
      )}
      {field.optional && <span className="quiet">{t('field.optional')}</span>}
    </>
  )
  if (wording.isPlace(property, field.name))
    return (
      <PlaceField id={id} className="chooser field-part" label={text} value={value} onChange={onChange} />
    )
  return (
    <div className="field field-part">
      <label htmlFor={id}>{text}</label>
      {field.kind === 'boolean' ? (
        <YesNo id={id} value={value} onChange={onChange} />
      ) : field.kind === 'enum' ? (
        <Choice
          id={id}
          say={(word) => wording.word(property, word, field.name)}
          value={value}
          options={field.options}
          onChange={onChange}
        />
      ) : (
        <input
          id={id}
          value={value}
          inputMode={field.kind === 'number' ? 'numeric' : 'text'}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  )
}

function Control({
  property,
  wording,
  id,
  raw,
  error,
  onChange,
  hintId,
}: Props & { readonly hintId: string }) {
  const { type } = property
  const text = typeof raw === 'string' ? raw : ''
  const shared = { id, value: text, onChange, describedBy: hintId, invalid: error !== undefined }
  if (type.type === 'boolean') return <YesNo {...shared} />
  if (type.type === 'enum') {
    return <Choice {...shared} say={(word) => wording.word(property.name, word)} options={type.values} />
  }
  const common = {
    id,
    value: text,
    'aria-describedby': hintId,
    'aria-invalid': error !== undefined,
  }
  if (wording.isLong(property.name))
    return <textarea {...common} rows={3} onChange={(event) => onChange(event.target.value)} />
  const numeric = type.type === 'integer' || type.type === 'number'
  return (
    <input
      {...common}
      className={numeric || type.type === 'date' ? 'input-short' : undefined}
      inputMode={numeric ? 'decimal' : 'text'}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function Group({
  legend,
  hint,
  hintId,
  error,
  children,
}: {
  legend: string
  hint: string
  hintId: string
  error: string | undefined
  children: ReactNode
}) {
  return (
    <fieldset className="field" aria-describedby={hintId} data-invalid={error !== undefined}>
      <legend>{legend}</legend>
      <p className="hint" id={hintId}>
        {hint}
      </p>
      {error && <p className="field-error">{error}</p>}
      {children}
    </fieldset>
  )
}

/** Member States in protocol order, the one that was a member, bodies of the Union, the world; then what is chosen besides. */
function placesToChoose(chosen: readonly string[]): readonly string[] {
  return [...new Set([...MEMBER_STATES, 'GB', 'EU', '*', ...chosen])]
}

export function ValueInput(props: Props) {
  const t = useText()
  const { property, wording, id, raw, error, onChange } = props
  const { type } = property
  const hintId = `${id}-hint`
  if (type.type === 'record') {
    const parts =
      typeof raw === 'object' && !Array.isArray(raw)
        ? Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, String(value)]))
        : {}
    return (
      <Group legend={property.label} hint={property.description} hintId={hintId} error={error}>
        <div className="field-row" id={id} tabIndex={-1}>
          {recordFields(type).map((field) => (
            <PartInput
              key={field.name}
              property={property.name}
              wording={wording}
              field={field}
              prefix={id}
              value={parts[field.name] ?? ''}
              onChange={(value) => onChange({ ...parts, [field.name]: value })}
            />
          ))}
        </div>
      </Group>
    )
  }
  const isCountries = type.type === 'countries'
  if (isCountries || (type.type === 'set' && type.values)) {
    const chosen = Array.isArray(raw) ? raw.map(String) : []
    const choices = isCountries ? placesToChoose(chosen) : (type.values ?? [])
    return (
      <Group legend={property.label} hint={property.description} hintId={hintId} error={error}>
        <div className="checks" id={id} tabIndex={-1}>
          {choices.map((value) => (
            <label key={value} className="check">
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
                }
              />
              {isCountries ? placeName(value) : wording.word(property.name, value)}
            </label>
          ))}
        </div>
      </Group>
    )
  }
  if (type.type === 'places') {
    return (
      <Group legend={property.label} hint={property.description} hintId={hintId} error={error}>
        <PlacesInput
          id={id}
          codes={Array.isArray(raw) ? raw.map(String) : []}
          isInvalid={error !== undefined}
          onChange={onChange}
        />
      </Group>
    )
  }
  if (type.type === 'reference') {
    return (
      <div className="field" data-invalid={error !== undefined}>
        {error && <p className="field-error">{error}</p>}
        <ReferenceInput
          id={id}
          label={property.label}
          hint={property.description}
          value={typeof raw === 'string' ? raw : ''}
          kinds={type.kinds}
          isInvalid={error !== undefined}
          onChange={onChange}
        />
      </div>
    )
  }
  const unit = 'unit' in type ? type.unit : undefined
  return (
    <div className="field" data-invalid={error !== undefined}>
      <label htmlFor={id}>
        {property.label} {unit && <span className="quiet">{caseUnit(unit, 2) ?? unit}</span>}
      </label>
      <p className="hint" id={hintId}>
        {property.description}
        {type.type === 'date' && `. ${t('field.dateHint')}`}
        {type.type === 'set' && `. ${t('field.setHint')}`}
      </p>
      {error && <p className="field-error">{error}</p>}
      <Control {...props} hintId={hintId} />
    </div>
  )
}
