/** The password of the own account: set for the first time, or changed. */
import type { AccountAnswer } from '@demarche/api'
import { type FormEvent, useState } from 'react'
import { useSetPassword } from '../../api/accounts.ts'
import { useTell } from '../../frame/toasts.tsx'
import { RefusalNote } from '../../parts/await.tsx'
import { NewPasswordField } from '../../parts/new-password-field.tsx'
import { PasswordField } from '../../parts/password-field.tsx'
import { useText } from '../../texts.ts'

export function PasswordSection({ account }: { readonly account: AccountAnswer }) {
  const t = useText()
  const tell = useTell()
  const save = useSetPassword()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(
      { password, ...(account.hasPassword ? { current } : {}) },
      {
        onSuccess: () => {
          setCurrent('')
          setPassword('')
          tell(t('account.passwordSaved'))
        },
      },
    )
  }
  if (account.email === null) return <p>{t('account.emailFirst')}</p>
  return (
    <form onSubmit={submit}>
      {save.isError && <RefusalNote error={save.error} />}
      <input type="hidden" name="username" autoComplete="username" value={account.email} />
      {account.hasPassword && (
        <div className="field">
          <PasswordField
            id="current-password"
            label={t('account.currentPassword')}
            value={current}
            onChange={setCurrent}
          />
        </div>
      )}
      <div className="field">
        <NewPasswordField
          id="next-password"
          value={password}
          onChange={setPassword}
          known={[account.name, account.email, account.party]}
        />
      </div>
      <button type="submit" disabled={save.isPending}>
        {t(account.hasPassword ? 'account.changePassword' : 'account.setPassword')}
      </button>
    </form>
  )
}
