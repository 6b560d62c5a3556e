/**
 * Sign-in with the one-time link that the server prints: `/sign-in#token=…` (or `?token=…`).
 *
 * The token is exchanged at once and leaves the address; a refusal says how to get a new link.
 */
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { useSignIn } from '../../api/queries.ts'
import { Refusal } from '../../api/client.ts'
import { useWindowTitle } from '../../parts/page-head.tsx'
import { useText } from '../../texts.ts'

/** Only addresses of this desk, so that a link cannot lead elsewhere. */
function safeBack(back: string | null): string {
  return back && /^\/(?![/\\])/.test(back) && !back.startsWith('/sign-in') ? back : '/cases'
}

/** The token of a link: after `#`, where no server log sees it, or in the query. */
function tokenIn(text: string): string | undefined {
  return /[?&#]token=([^&#\s]+)/.exec(text)?.[1]
}

export function SignInScreen() {
  const t = useText()
  useWindowTitle(t('signIn.title'))
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const signIn = useSignIn()
  const [token, setToken] = useState('')
  const tried = useRef(false)
  const back = safeBack(search.get('back'))
  const exchange = (value: string) =>
    signIn.mutate(value, { onSuccess: () => navigate(back, { replace: true }) })
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
    <main className="sign-in">
      <p className="brand">{t('product.name')}</p>
      <h1>{t('signIn.title')}</h1>
      <p className="lead">{t('signIn.lead')}</p>
      {signIn.isPending && <p role="status">{t('signIn.checking')}</p>}
      {signIn.isError && (
        <div className="note" data-tone="error" role="alert">
          <h2>{signIn.error instanceof Refusal ? t('signIn.refused') : t('state.unreachable')}</h2>
          <p>{signIn.error instanceof Refusal ? signIn.error.message : t('state.unreachableHow')}</p>
          <p>{t('signIn.newLink')}</p>
        </div>
      )}
      <form onSubmit={submit}>
        <label htmlFor="token">{t('signIn.token')}</label>
        <p className="hint" id="token-hint">
          {t('signIn.tokenHint')}
        </p>
        <input
          id="token"
          aria-describedby="token-hint"
          autoComplete="one-time-code"
          spellCheck={false}
          required
          value={token}
          onChange={(event) => setToken(event.target.value)}
        />
        <button type="submit" className="button-main" disabled={signIn.isPending}>
          {t('signIn.submit')}
        </button>
      </form>
      <details>
        <summary>{t('signIn.howTitle')}</summary>
        <p>{t('signIn.how')}</p>
      </details>
    </main>
  )
}
