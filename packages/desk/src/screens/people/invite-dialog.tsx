/** Inviting somebody; afterwards the link stands where the form was. */
import { type FormEvent, useState } from 'react'
import { useInvite } from '../../api/accounts.ts'
import { RefusalNote } from '../../parts/await.tsx'
import { SideDialog } from '../../parts/side-dialog.tsx'
import { useText } from '../../texts.ts'
import { Outcome } from './outcome.tsx'
import { type PersonDraft, PersonFields } from './person-fields.tsx'

export function InviteDialog({ party, onClose }: { readonly party: string; readonly onClose: () => void }) {
  const t = useText()
  const invite = useInvite()
  const [draft, setDraft] = useState<PersonDraft>({
    name: '',
    email: '',
    party,
    roles: ['desk-officer'],
    ceiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:AMBER' },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate({ ...draft, name: draft.name.trim(), email: draft.email.trim(), roles: [...draft.roles] })
  }
  return (
    <SideDialog title={t('people.invite')} onClose={onClose}>
      {invite.data ? (
        <Outcome outcome={invite.data} />
      ) : (
        <form onSubmit={submit}>
          {invite.isError && <RefusalNote error={invite.error} />}
          <PersonFields draft={draft} onChange={setDraft} />
          <div className="actions sticky-actions">
            <button
              type="submit"
              className="button-main"
              disabled={invite.isPending || draft.roles.length === 0}
            >
              {t('people.makeLink')}
            </button>
            <button type="button" onClick={onClose}>
              {t('record.cancel')}
            </button>
          </div>
        </form>
      )}
    </SideDialog>
  )
}
