/** What we promised each other, late first; and the dialogues due and past. */
import type { CommitmentStanding, PartnerCommitment } from '@demarche/core'
import { useText } from '../../texts.ts'
import { Known, useOnPage } from './on-page.tsx'
import { Fold, NoneFound, Part, RecordLine, Rows } from './partner-rows.tsx'

const OPEN: readonly CommitmentStanding[] = ['late', 'open', 'undated']

export function Commitments() {
  const t = useText()
  const { commitments } = useOnPage().answer.view
  const open = commitments.filter(({ standing }) => OPEN.includes(standing))
  const settled = commitments.filter(({ standing }) => !OPEN.includes(standing))
  return (
    <Part id="promised" title={t('partner.promised')} kind="commitment">
      {open.length === 0 && <NoneFound text={t('partner.noOpenCommitment')} />}
      {open.length > 0 && (
        <Rows
          most={10}
          rows={open.map((one) => (
            <Commitment key={one.entity} commitment={one} />
          ))}
        />
      )}
      {settled.length > 0 && (
        <Fold summary={t('partner.settled', { count: settled.length })}>
          <ul className="partner-rows">
            {settled.map((one) => (
              <Commitment key={one.entity} commitment={one} />
            ))}
          </ul>
        </Fold>
      )}
    </Part>
  )
}

function Commitment({
  commitment: { entity, standing, promised },
}: {
  readonly commitment: PartnerCommitment
}) {
  const t = useText()
  const row = useOnPage().row(entity)
  if (!row) return null
  const isOpen = OPEN.includes(standing)
  return (
    <RecordLine
      entity={entity}
      when={
        standing === 'undated' ? (
          <span className="quiet">{t('partner.noDay')}</span>
        ) : (
          <>
            {isOpen && <span className="quiet">{t('partner.due')} </span>}
            {isOpen ? <Known row={row} property="due" /> : <Known row={row} property="standing" />}
          </>
        )
      }
      flag={
        standing === 'late' && (
          <span className="tag" data-tone="warn">
            {t('partner.late')}
          </span>
        )
      }
      details={[...(isOpen ? ['standing'] : ['due']), promised === 'not-stated' ? 'towards' : 'by', 'madeAt']}
    />
  )
}

export function Dialogues() {
  const t = useText()
  const { answer, row } = useOnPage()
  const { meetings } = answer.view
  const lines = (standing: string) =>
    meetings
      .filter((one) => one.standing === standing)
      .flatMap(({ entity }) => {
        const known = row(entity)
        if (!known) return []
        return [
          <RecordLine
            key={entity}
            entity={entity}
            when={<Known row={known} property="start" />}
            flag={standing === 'due' && <span className="tag">{t('partner.ahead')}</span>}
            details={['format', 'city', 'agenda']}
          />,
        ]
      })
  const [due, past, undated] = [lines('due'), lines('past'), lines('undated')]
  return (
    <Part id="dialogues" title={t('partner.dialogues')} kind="meeting">
      {due.length === 0 ? <NoneFound text={t('partner.noneDue')} /> : <Rows rows={due} />}
      {past.length + undated.length > 0 && <Rows most={4} rows={[...past, ...undated]} />}
      {past.length + undated.length === 0 && <NoneFound text={t('partner.noneHeld')} />}
    </Part>
  )
}
