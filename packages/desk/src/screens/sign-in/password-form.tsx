/** E-mail address and password, then the code of the second factor where there is one. */
import { type FormEvent, useState } from 'react'
import { useCodeSignIn, usePasswordSignIn } from '../../api/accounts.ts'
import { PasswordField } from '../../parts/password-field.tsx'
import { useText } from '../../texts.ts'
import { WayInRefused } from './way-in.tsx'

export function PasswordForm({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const t = useText()
  const signIn = usePasswordSignIn()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ email: email.trim(), password }, { onSuccess: ({ session }) => session && onSignedIn() })
  }
  if (signIn.data?.session === null) return <CodeForm onSignedIn={onSignedIn} onBack={() => signIn.reset()} />
  return (
    <form onSubmit={submit}>
      {signIn.isError && <WayInRefused error={signIn.error} hint={t('signIn.forgotten')} />}
      <label htmlFor="email">{t('account.email')}</label>
      <input
        id="email"
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <PasswordField id="password" label={t('account.password')} value={password} onChange={setPassword} />
      <button type="submit" className="button-main" disabled={signIn.isPending}>
        {signIn.isPending ? t('signIn.checking') : t('signIn.continue')}
      </button>
    </form>
  )
}

interface CodeProps {
  readonly onSignedIn: () => void
  readonly onBack: () => void
}

function CodeForm({ onSignedIn, onBack }: CodeProps) {
  const t = useText()
  const signIn = useCodeSignIn()
  const [code, setCode] = useState('')
  const [kind, setKind] = useState<'totp' | 'backup'>('totp')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ code: code.trim(), kind }, { onSuccess: onSignedIn })
  }
  return (
    <form onSubmit={submit}>
      {signIn.isError && <WayInRefused error={signIn.error} />}
      <label htmlFor="code">{t(`signIn.code.${kind}`)}</label>
      <p className="hint" id="code-hint">
        {t(`signIn.codeHint.${kind}`)}
      </p>
      <input
        id="code"
        aria-describedby="code-hint"
        inputMode={kind === 'totp' ? 'numeric' : 'text'}
        autoComplete="one-time-code"
        autoFocus
        required
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <button type="submit" className="button-main" disabled={signIn.isPending}>
        {t('signIn.continue')}
      </button>
      <div className="actions">
        <button
          type="button"
          className="button-quiet"
          onClick={() => {
            setKind(kind === 'totp' ? 'backup' : 'totp')
            setCode('')
          }}
        >
          {t(kind === 'totp' ? 'signIn.useBackup' : 'signIn.useApp')}
        </button>
        <button type="button" className="button-quiet" onClick={onBack}>
          {t('signIn.back')}
        </button>
      </div>
    </form>
  )
}
