/** Wider access that waits for a second administrator: what, of whom, who may confirm, and confirming or withdrawing it. */
import type { AccessProposal, AccountChange } from '@demarche/api'
import { useConfirmAccess, useWithdrawAccess } from '../../api/accounts.ts'
import { RefusalNote } from '../../parts/await.tsx'
import { formatInstant } from '../../parts/format-value.ts'
import { usePartyName } from '../../parts/party-name.ts'
import { isTextKey, useText } from '../../texts.ts'
import { Outcome } from './outcome.tsx'

/** What stands in a field of an account, in the words of the desk. */
function useFieldWords(): (field: AccountChange['field'], value: string | null) => string {
  const t = useText()
  const nameOf = usePartyName()
  return (field, value) => {
    if (value === null) return t('account.none')
    if (field === 'party') return nameOf(value)
    if (field !== 'roles') return value
    return value
      .split(', ')
      .map((role) => {
        const key = `role.${role}`
        return isTextKey(key) ? t(key) : role
      })
      .join(', ')
  }
}

function Proposal({
  proposal,
  confirm,
  withdraw,
}: {
  readonly proposal: AccessProposal
  readonly confirm: ReturnType<typeof useConfirmAccess>
  readonly withdraw: ReturnType<typeof useWithdrawAccess>
}) {
  const t = useText()
  const say = useFieldWords()
  const { id, kind, name, changes, by, proposedAt, expiresAt, confirmers, mayConfirm } = proposal
  return (
    <li className="erasure">
      <h3>{t(`people.proposal.${kind}`, { name })}</h3>
      {changes.length > 0 && (
        <dl className="pairs">
          {changes.map(({ field, from, to }) => (
            <div key={field}>
              <dt>{t(`people.field.${field}`)}</dt>
              <dd>
                {from === null
                  ? say(field, to)
                  : t('people.fromTo', { from: say(field, from), to: say(field, to) })}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="quiet">
        {t('people.proposedBy', {
          name: by.name,
          at: formatInstant(proposedAt),
          until: formatInstant(expiresAt),
        })}
      </p>
      <p>
        {confirmers.length === 0
          ? t('people.waitsForNobody')
          : t(mayConfirm ? 'people.youMayConfirm' : 'people.waitsFor', { who: confirmers.join(', ') })}
      </p>
      <div className="actions">
        {mayConfirm && (
          <button
            type="button"
            className="button-main"
            disabled={confirm.isPending}
            aria-label={t('people.confirmOne', { name })}
            onClick={() => confirm.mutate(id)}
          >
            {t('people.confirm')}
          </button>
        )}
        <button
          type="button"
          disabled={withdraw.isPending}
          aria-label={t(mayConfirm ? 'people.declineOne' : 'people.withdrawOne', { name })}
          onClick={() => withdraw.mutate(id)}
        >
          {t(mayConfirm ? 'people.decline' : 'people.withdrawProposal')}
        </button>
      </div>
    </li>
  )
}

export function Waiting({ proposals }: { readonly proposals: readonly AccessProposal[] }) {
  const t = useText()
  const confirm = useConfirmAccess()
  const withdraw = useWithdrawAccess()
  const error = confirm.error ?? withdraw.error
  if (proposals.length === 0 && !confirm.data && !error) return null
  return (
    <section aria-labelledby="people-waiting">
      <h2 id="people-waiting">{t('people.waitingTitle')}</h2>
      <p>{t('people.waitingLead')}</p>
      {error && <RefusalNote error={error} />}
      {confirm.data && <Outcome outcome={confirm.data} />}
      <ul className="erasures">
        {proposals.map((proposal) => (
          <Proposal key={proposal.id} proposal={proposal} confirm={confirm} withdraw={withdraw} />
        ))}
      </ul>
    </section>
  )
}
