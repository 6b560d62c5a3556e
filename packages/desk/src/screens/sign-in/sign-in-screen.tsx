/**
 * Sign-in: by passkey, by password and code, through a provider where one is set, or with the one-time link that the server prints.
 *
 * A link (`/sign-in#token=…`, or `?token=…`) is exchanged at once and leaves the address.
 */
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { useSingleSignOn, useWays } from '../../api/accounts.ts'
import { useSignIn } from '../../api/queries.ts'
import { useText } from '../../texts.ts'
import { PasskeyButton } from './passkey-button.tsx'
import { PasswordForm } from './password-form.tsx'
import { safeBack, tokenIn, WayIn, WayInRefused } from './way-in.tsx'

export function SignInScreen() {
  const t = useText()
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const signIn = useSignIn()
  const ways = useWays()
  const provider = useSingleSignOn()
  const [token, setToken] = useState('')
  const tried = useRef(false)
  const back = safeBack(search.get('back'))
  const enter = () => navigate(back, { replace: true })
  const exchange = (value: string) => signIn.mutate(value, { onSuccess: enter })
  useEffect(() => {
    const given = tokenIn(window.location.href)
    if (!given || tried.current) return
    tried.current = true
    window.history.replaceState(null, '', '/sign-in')
    exchange(given)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const value = token.trim()
    exchange(tokenIn(value) ?? value)
  }
  return (
    <WayIn title={t('signIn.title')} lead={t('signIn.lead')}>
      {signIn.isPending && <p role="status">{t('signIn.checking')}</p>}
      {signIn.isError && <WayInRefused error={signIn.error} hint={t('signIn.newLink')} />}
      {search.has('ended') && (
        <div className="note" data-tone="warn" role="status">
          <p>{t('signIn.ended')}</p>
        </div>
      )}
      {search.get('refused') === 'single-sign-on' && (
        <div className="note" data-tone="error" role="alert">
          <h2>{t('signIn.refused')}</h2>
          <p>{t('signIn.providerRefused')}</p>
        </div>
      )}
      {ways.data?.singleSignOn && (
        <div>
          <button
            type="button"
            className="button-main"
            disabled={provider.isPending}
            onClick={() => provider.mutate()}
          >
            {t('signIn.provider', { name: ways.data.singleSignOn })}
          </button>
          {provider.isError && <WayInRefused error={provider.error} />}
        </div>
      )}
      <PasskeyButton onSignedIn={enter} />
      <PasswordForm onSignedIn={enter} />
      <form className="sign-in-link" onSubmit={submit}>
        <label htmlFor="token">{t('signIn.token')}</label>
        <p className="hint" id="token-hint">
          {t('signIn.tokenHint')}
        </p>
        <input
          id="token"
          aria-describedby="token-hint"
          autoComplete="off"
          spellCheck={false}
          required
          value={token}
          onChange={(event) => setToken(event.target.value)}
        />
        <button type="submit" disabled={signIn.isPending}>
          {t('signIn.submit')}
        </button>
      </form>
      <details>
        <summary>{t('signIn.howTitle')}</summary>
        <p>{t('signIn.how')}</p>
      </details>
    </WayIn>
  )
}
