/**
 * A password that is chosen: what is asked of it, and how easily it would be guessed, as the server will weigh it too.
 *
 * The lists come when the first letter is typed; the password stays in this page until it is sent.
 */
import { useEffect, useState } from 'react'
import { useText } from '../texts.ts'
import { PasswordField } from './password-field.tsx'

interface Props {
  readonly id: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** what an attacker would try first: name, e-mail address, party */
  readonly known: readonly string[]
}

const LEVELS = ['0', '1', '2', '3', '4'] as const

function useLevel(password: string, known: string): (typeof LEVELS)[number] | undefined {
  const [level, setLevel] = useState<(typeof LEVELS)[number]>()
  useEffect(() => {
    if (password === '') return setLevel(undefined)
    let isOld = false
    void import('./weigh-password.ts').then(
      ({ weighPassword }) => {
        if (!isOld) setLevel(LEVELS[weighPassword(password, known.split('\n'))])
      },
      // without the lists the server weighs alone
      () => undefined,
    )
    return () => {
      isOld = true
    }
  }, [password, known])
  return level
}

export function NewPasswordField({ id, value, onChange, known }: Props) {
  const t = useText()
  const level = useLevel(value, known.join('\n'))
  return (
    <>
      <PasswordField
        id={id}
        label={t('account.newPassword')}
        value={value}
        onChange={onChange}
        isNew
        describedBy={`${id}-hint ${id}-strength`}
      />
      <p className="hint" id={`${id}-hint`}>
        {t('account.passwordHint')}
      </p>
      <p className="hint" id={`${id}-strength`} role="status">
        {level !== undefined && (
          <>
            <meter
              min={0}
              max={4}
              low={3}
              high={3}
              optimum={4}
              value={Number(level)}
              aria-label={t('password.strength')}
            />{' '}
            {t(`password.level.${level}`)}
          </>
        )}
      </p>
    </>
  )
}
