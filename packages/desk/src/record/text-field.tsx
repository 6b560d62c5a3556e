/** One line of text: its label, how it is written, and what is wrong with it. */
interface Props {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly hint?: string | undefined
  readonly error: string | undefined
  /** id of what explains several fields together */
  readonly describedBy?: string
  readonly isShort?: boolean
  readonly onChange: (value: string) => void
}

export function TextField({ id, label, value, hint, error, describedBy, isShort, onChange }: Props) {
  const described = [describedBy, hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="field" data-invalid={error !== undefined}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <input
        id={id}
        className={isShort ? 'input-short' : undefined}
        value={value}
        aria-describedby={described || undefined}
        aria-invalid={error !== undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
