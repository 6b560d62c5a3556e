/** "Set up your account": what an invitation is for, and the choice of a password (`/invitation#token=…`). */
import { type FormEvent, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useAcceptInvitation, useInvitation } from '../../api/accounts.ts'
import { Loading } from '../../parts/await.tsx'
import { NewPasswordField } from '../../parts/new-password-field.tsx'
import { formatInstant } from '../../parts/format-value.ts'
import { useText } from '../../texts.ts'
import { tokenIn, WayIn, WayInRefused } from './way-in.tsx'

export default function InvitationScreen() {
  const t = useText()
  const [, navigate] = useLocation()
  const [token] = useState(() => tokenIn(window.location.href) ?? '')
  const invitation = useInvitation(token)
  const accept = useAcceptInvitation()
  const [password, setPassword] = useState('')
  // the token leaves the address and stays in this page alone
  useEffect(() => window.history.replaceState(null, '', '/invitation'), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    accept.mutate(
      { token, password },
      {
        onSuccess: ({ needsSecondFactor }) =>
          navigate(needsSecondFactor ? '/account' : '/cases', { replace: true }),
      },
    )
  }
  const { data } = invitation
  return (
    <WayIn title={t('invitation.title')} lead={t('invitation.lead')}>
      {token === '' && (
        <div className="note" data-tone="error" role="alert">
          <p>{t('invitation.noToken')}</p>
        </div>
      )}
      {invitation.isLoading && <Loading />}
      {invitation.isError && <WayInRefused error={invitation.error} title={t('invitation.refused')} />}
      {data && (
        <>
          <dl className="pairs">
            <div>
              <dt>{t('account.name')}</dt>
              <dd>{data.name}</dd>
            </div>
            <div>
              <dt>{t('account.party')}</dt>
              <dd>{data.partyName ?? t('party.desk')}</dd>
            </div>
            <div>
              <dt>{t('people.roles')}</dt>
              <dd>{data.roles.map((role) => t(`role.${role}`)).join(', ')}</dd>
            </div>
            <div>
              <dt>{t('invitation.until')}</dt>
              <dd>{formatInstant(data.expiresAt)}</dd>
            </div>
          </dl>
          <form onSubmit={submit}>
            {accept.isError && <WayInRefused error={accept.error} title={t('invitation.refused')} />}
            <input type="hidden" name="username" autoComplete="username" value={data.email ?? ''} />
            <NewPasswordField
              id="new-password"
              value={password}
              onChange={setPassword}
              known={[data.name, data.email ?? '', data.party]}
            />
            {data.secondFactorRequired && <p className="hint">{t('invitation.thenSecondFactor')}</p>}
            <button type="submit" className="button-main" disabled={accept.isPending}>
              {t('invitation.accept')}
            </button>
          </form>
        </>
      )}
    </WayIn>
  )
}
