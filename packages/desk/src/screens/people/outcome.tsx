/** What became of giving access: a link to hand on, or who has to confirm it first. */
import type { AccessOutcome } from '@demarche/api'
import { useText } from '../../texts.ts'
import { InvitationLink } from './invitation-link.tsx'

export function Outcome({ outcome }: { readonly outcome: AccessOutcome }) {
  const t = useText()
  const { person, token, waiting } = outcome
  if (token !== null) return <InvitationLink token={token} name={person?.name ?? ''} />
  if (!waiting) return null
  const who = waiting.confirmers.join(', ')
  return (
    <div className="note" data-tone="warn" role="status">
      <h3>{t('people.waits')}</h3>
      <p>{who === '' ? t('people.waitsForNobody') : t('people.waitsFor', { who })}</p>
    </div>
  )
}
