/** The password of the own account: set for the first time, or changed. */
import type { AccountAnswer } from '@demarche/api'
import { type FormEvent, useState } from 'react'
import { useSetPassword } from '../../api/accounts.ts'
import { useTell } from '../../frame/toasts.tsx'
import { RefusalNote } from '../../parts/await.tsx'
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
          <label htmlFor="current-password">{t('account.currentPassword')}</label>
          <input
            id="current-password"
            type="password"
            autoComplete="current-password"
            required
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        </div>
      )}
      <div className="field">
        <label htmlFor="next-password">{t('account.newPassword')}</label>
        <p className="hint" id="next-password-hint">
          {t('account.passwordHint')}
        </p>
        <input
          id="next-password"
          type="password"
          aria-describedby="next-password-hint"
          autoComplete="new-password"
          minLength={12}
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      <button type="submit" disabled={save.isPending}>
        {t(account.hasPassword ? 'account.changePassword' : 'account.setPassword')}
      </button>
    </form>
  )
}
