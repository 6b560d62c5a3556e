/** One person, for an administrator: what they may do, a new link, closing the account, their sessions. */
import type { PersonAnswer } from '@demarche/api'
import { type FormEvent, useState } from 'react'
import { useChangePerson, useInviteAgain, useWithdrawInvitation } from '../../api/accounts.ts'
import { useTell } from '../../frame/toasts.tsx'
import { RefusalNote } from '../../parts/await.tsx'
import { SideDialog } from '../../parts/side-dialog.tsx'
import { useText } from '../../texts.ts'
import { SessionTable } from '../account/session-table.tsx'
import { Outcome } from './outcome.tsx'
import { type PersonDraft, PersonFields } from './person-fields.tsx'

export function PersonDialog({
  person,
  onClose,
}: {
  readonly person: PersonAnswer
  readonly onClose: () => void
}) {
  const t = useText()
  const tell = useTell()
  const change = useChangePerson(person.id)
  const again = useInviteAgain(person.id)
  const withdraw = useWithdrawInvitation(person.id)
  const [draft, setDraft] = useState<PersonDraft>({
    name: person.name,
    email: person.email ?? '',
    party: person.party,
    roles: person.roles,
    ceiling: person.ceiling,
  })
  const closed = person.state === 'closed'
  const error = change.error ?? again.error ?? withdraw.error
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { email, ...rest } = draft
    change.mutate(
      { ...rest, roles: [...draft.roles], ...(email.trim() === '' ? {} : { email: email.trim() }) },
      { onSuccess: ({ waiting }) => !waiting && tell(t('people.saved', { name: draft.name })) },
    )
  }
  return (
    <SideDialog title={person.name} onClose={onClose}>
      {error && <RefusalNote error={error} />}
      {again.data && <Outcome outcome={again.data} />}
      {change.data?.waiting && <Outcome outcome={change.data} />}
      <form onSubmit={submit} noValidate={person.email === null}>
        <PersonFields draft={draft} onChange={setDraft} />
        <div className="actions">
          <button
            type="submit"
            className="button-main"
            disabled={change.isPending || draft.roles.length === 0 || draft.name.trim() === ''}
          >
            {t('account.save')}
          </button>
        </div>
      </form>
      <h3>{t('people.access')}</h3>
      <p className="quiet">{t('people.linkMeans')}</p>
      <div className="actions">
        {!closed && (
          <button type="button" disabled={again.isPending} onClick={() => again.mutate(undefined)}>
            {t('people.newLink')}
          </button>
        )}
        {person.invitedUntil !== null && (
          <button type="button" disabled={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
            {t('people.withdraw')}
          </button>
        )}
        <button type="button" disabled={change.isPending} onClick={() => change.mutate({ open: closed })}>
          {t(closed ? 'people.reopen' : 'people.close')}
        </button>
      </div>
      <h3>{t('sessions.title')}</h3>
      <SessionTable person={person.id} />
    </SideDialog>
  )
}
