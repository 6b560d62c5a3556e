/** Name, and for administrators party and e-mail address: who this is, on the first day and later. */
import type { AccountAnswer } from '@demarche/api'
import { type FormEvent, useState } from 'react'
import { useChangeAccount } from '../../api/accounts.ts'
import { useTell } from '../../frame/toasts.tsx'
import { RefusalNote } from '../../parts/await.tsx'
import { Outcome } from '../people/outcome.tsx'
import { usePartyName } from '../../parts/party-name.ts'
import { PartyField } from '../people/party-field.tsx'
import { useText } from '../../texts.ts'

export function ProfileForm({ account }: { readonly account: AccountAnswer }) {
  const t = useText()
  const tell = useTell()
  const change = useChangeAccount()
  const [name, setName] = useState(account.name)
  const [email, setEmail] = useState(account.email ?? '')
  const partyName = usePartyName()
  const [party, setParty] = useState(account.party)
  const administers = account.roles.includes('administrator')
  const changes = {
    ...(name.trim() === account.name ? {} : { name: name.trim() }),
    ...(administers && email.trim() !== '' && email.trim() !== account.email ? { email: email.trim() } : {}),
    ...(administers && party !== account.party ? { party } : {}),
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(changes, { onSuccess: ({ waiting }) => !waiting && tell(t('account.saved')) })
  }
  return (
    <form onSubmit={submit}>
      {change.isError && <RefusalNote error={change.error} />}
      {change.data?.waiting && <Outcome outcome={change.data} />}
      <div className="field">
        <label htmlFor="account-name">{t('account.name')}</label>
        <input
          id="account-name"
          autoComplete="name"
          required
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      {administers ? (
        <>
          <div className="field">
            <label htmlFor="account-email">{t('account.email')}</label>
            <input
              id="account-email"
              type="email"
              autoComplete="email"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          </div>
          <PartyField id="account-party" value={party} onChange={setParty} />
        </>
      ) : (
        <dl className="pairs">
          <div>
            <dt>{t('account.email')}</dt>
            <dd>{account.email ?? t('account.none')}</dd>
          </div>
          <div>
            <dt>{t('account.party')}</dt>
            <dd>{partyName(account.party)}</dd>
          </div>
        </dl>
      )}
      <button type="submit" disabled={change.isPending || Object.keys(changes).length === 0}>
        {t('account.save')}
      </button>
    </form>
  )
}
