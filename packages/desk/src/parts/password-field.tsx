/** A password while it is typed: hidden unless its author wants to see it. Next door: `new-password-field.tsx`. */
import { useState } from 'react'
import { useText } from '../texts.ts'

interface Props {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly isNew?: boolean
  /** id of what explains the field */
  readonly describedBy?: string
}

export function PasswordField({ id, label, value, onChange, isNew = false, describedBy }: Props) {
  const t = useText()
  const [isShown, setShown] = useState(false)
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <div className="password">
        <input
          id={id}
          type={isShown ? 'text' : 'password'}
          autoComplete={isNew ? 'new-password' : 'current-password'}
          // no service of the browser is told what is shown
          spellCheck={false}
          autoCapitalize="off"
          aria-describedby={describedBy}
          minLength={isNew ? 12 : undefined}
          required
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        <button type="button" aria-pressed={isShown} aria-controls={id} onClick={() => setShown(!isShown)}>
          {t('password.show')}
        </button>
      </div>
    </>
  )
}
