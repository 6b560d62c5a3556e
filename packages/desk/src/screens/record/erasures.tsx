/** Proposals to erase: what shall go, on which authority, who proposed it, and confirming or withdrawing it. */
import type { ErasureProposal } from '@demarche/api'
import { useState } from 'react'
import { useConfirmErasure, useErasures, useStatement, useWithdrawErasure } from '../../api/record-queries.ts'
import { casePath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { StatementCard } from '../../grounds/statement-card.tsx'
import { MarkingLabel } from '../../frame/marking-banner.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await, RefusalNote } from '../../parts/await.tsx'
import { formatInstant } from '../../parts/format-value.ts'
import { usePartyName } from '../../parts/party-name.ts'
import { SideDialog } from '../../parts/side-dialog.tsx'
import { useSaidReason } from '../../parts/fault-lines.tsx'
import { useText } from '../../texts.ts'
import { WhoMaySeeButton } from '../access/who-may-see-button.tsx'

function ConfirmDialog({
  proposal,
  onClose,
}: {
  readonly proposal: ErasureProposal
  readonly onClose: () => void
}) {
  const t = useText()
  const confirm = useConfirmErasure()
  const statement = useStatement(proposal.statement)
  return (
    <SideDialog title={t('erasure.confirmTitle')} onClose={onClose}>
      <p>{t('erasure.confirmIntro')}</p>
      {confirm.error && <RefusalNote error={confirm.error} />}
      <Await query={statement}>{(shown) => <StatementCard statement={shown} />}</Await>
      <dl className="pairs">
        <dt>{t('erasure.authority')}</dt>
        <dd>{proposal.authority}</dd>
        <dt>{t('erasure.reason')}</dt>
        <dd>{proposal.reason}</dd>
      </dl>
      <div className="actions sticky-actions">
        <button
          type="button"
          className="button-main"
          disabled={confirm.isPending}
          onClick={() => confirm.mutate(proposal.id, { onSuccess: onClose })}
        >
          {t('erasure.confirmSubmit')}
        </button>
        <button type="button" onClick={onClose}>
          {t('record.cancel')}
        </button>
      </div>
    </SideDialog>
  )
}

function Proposal({
  proposal,
  onConfirm,
}: {
  readonly proposal: ErasureProposal
  readonly onConfirm: () => void
}) {
  const t = useText()
  const reasonIn = useSaidReason()
  const withdraw = useWithdrawErasure()
  const partyName = usePartyName()
  const {
    entity,
    authority,
    reason,
    party,
    proposedAt,
    expiresAt,
    state,
    endedAt,
    marking,
    whyNot,
    whyNotWords,
    confirmedBy,
  } = proposal
  return (
    <li className="erasure">
      <p>
        <strong>{t(`erasure.state.${state}`)}</strong>{' '}
        {entity.startsWith('case:') ? (
          <GoLink to={casePath(entity, 'history')}>{entity}</GoLink>
        ) : (
          <span className="mono break">{entity}</span>
        )}{' '}
        <span className="mono" title={proposal.statement}>
          {proposal.statement.slice(0, 12)}
        </span>
      </p>
      <dl className="pairs">
        <dt>{t('erasure.authority')}</dt>
        <dd>{authority}</dd>
        <dt>{t('erasure.reason')}</dt>
        <dd>{reason}</dd>
        <dt>{t('erasure.proposed')}</dt>
        <dd>
          {t('erasure.proposedBy', {
            role: t(`role.${roleOf(proposal)}`),
            party: partyName(party),
            at: formatInstant(proposedAt),
          })}
        </dd>
        {confirmedBy && (
          <>
            <dt>{t('erasure.confirmed')}</dt>
            <dd>
              {t('erasure.confirmedBy', {
                role: t(`role.${confirmedBy.role}`),
                party: partyName(confirmedBy.party),
              })}
            </dd>
          </>
        )}
        <dt>{t(endedAt === null ? 'erasure.expires' : 'erasure.ended')}</dt>
        <dd>{formatInstant(endedAt ?? expiresAt)}</dd>
        <dt>{t('statement.marking')}</dt>
        <dd>
          <MarkingLabel marking={marking} />
        </dd>
      </dl>
      {withdraw.error && <RefusalNote error={withdraw.error} />}
      {whyNot !== null && <p className="quiet">{reasonIn(whyNot, whyNotWords)}</p>}
      <div className="actions">
        {proposal.mayConfirm && (
          <button type="button" className="button-main" onClick={onConfirm}>
            {t('erasure.confirm')}
          </button>
        )}
        {proposal.mayWithdraw && (
          <button type="button" disabled={withdraw.isPending} onClick={() => withdraw.mutate(proposal.id)}>
            {t('erasure.withdraw')}
          </button>
        )}
        <WhoMaySeeButton object={proposal.id} name={t(`erasure.state.${state}`)} />
      </div>
    </li>
  )
}

const PROPOSERS = ['desk-officer', 'chair', 'legal-adviser'] as const
function roleOf({ role }: ErasureProposal): (typeof PROPOSERS)[number] {
  return PROPOSERS.find((one) => one === role) ?? 'desk-officer'
}

function List({ proposals }: { readonly proposals: readonly ErasureProposal[] }) {
  const t = useText()
  const [confirming, setConfirming] = useState<ErasureProposal>()
  useScreenMarking(proposals.map(({ marking }) => marking))
  if (proposals.length === 0) return <p className="quiet">{t('erasure.none')}</p>
  return (
    <>
      <ul className="erasures">
        {proposals.map((proposal) => (
          <Proposal key={proposal.id} proposal={proposal} onConfirm={() => setConfirming(proposal)} />
        ))}
      </ul>
      {confirming && <ConfirmDialog proposal={confirming} onClose={() => setConfirming(undefined)} />}
    </>
  )
}

export function Erasures() {
  const t = useText()
  const erasures = useErasures()
  return (
    <section className="record-part" aria-labelledby="erasures-title">
      <h2 id="erasures-title">{t('erasure.title')}</h2>
      <p>{t('erasure.lead')}</p>
      <Await query={erasures}>{({ proposals }) => <List proposals={proposals} />}</Await>
    </section>
  )
}
