/** Points of contact and their lines: what is due, what waits, what has lapsed; checks begun by mail; what came of them. */
import type { ContactChecksAnswer } from '@demarche/api'
import { useContactChecks, useStartChecks } from '../../api/contact-queries.ts'
import { useKind } from '../../api/portfolio-queries.ts'
import { newRecordPath, useAsOf } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await, RefusalNote } from '../../parts/await.tsx'
import { Empty } from '../../parts/empty.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { MayRecord, useMayRecord } from '../../record/may-record.tsx'
import { useText } from '../../texts.ts'
import { CheckNumbers } from './check-numbers.tsx'
import { CheckSchedule } from './check-schedule.tsx'
import { ContactTable } from './contact-table.tsx'

export default function ContactsScreen() {
  const t = useText()
  const [asOf] = useAsOf()
  const checks = useContactChecks(asOf)
  useScreenMarking(checks.data && [checks.data.marking])
  return (
    <>
      <p className="crumb">
        <GoLink to="/portfolio">{t('portfolio.title')}</GoLink>
        {' / '}
        <GoLink to="/confidence">{t('cbm.title')}</GoLink>
      </p>
      <PageHead title={t('contacts.title')} lead={t('contacts.lead')}>
        <MayRecord>
          <GoLink className="button" to={newRecordPath('contact-point')}>
            {t('contacts.new')}
          </GoLink>
        </MayRecord>
      </PageHead>
      <Await query={checks}>{(answer) => <Lines answer={answer} />}</Await>
    </>
  )
}

function Lines({ answer }: { readonly answer: ContactChecksAnswer }) {
  const t = useText()
  const [asOf] = useAsOf()
  const start = useStartChecks()
  const kind = useKind('contact-point')
  const mayRecord = useMayRecord()
  const { lines, sendsMail, statistics } = answer
  const due = lines.filter(({ isDue }) => isDue)
  // a check is begun today, whatever day is looked at
  const mayStart = sendsMail && asOf === undefined
  if (lines.length === 0)
    return (
      <>
        <Empty title={t('contacts.noneTitle')} text={kind?.obtain ?? t('contacts.noneText')}>
          {mayRecord && (
            <>
              <GoLink className="button" to={newRecordPath('contact-point')}>
                {t('contacts.new')}
              </GoLink>
              <GoLink className="button" to="/import">
                {t('rail.import')}
              </GoLink>
            </>
          )}
        </Empty>
        {asOf === undefined && <CheckSchedule />}
      </>
    )
  return (
    <>
      {!sendsMail && (
        <p className="note" data-tone="info">
          {t('contacts.noServer')}
        </p>
      )}
      {mayStart && due.length > 0 && (
        <MayRecord>
          <p className="actions">
            <button
              type="button"
              className="button-main"
              disabled={start.isPending}
              onClick={() => start.mutate(undefined)}
            >
              {t('contacts.startAll', { count: due.length })}
            </button>
          </p>
        </MayRecord>
      )}
      <div role="status">
        {start.data && (
          <>
            {start.data.started.length > 0 && (
              <p>{t('contacts.started', { count: start.data.started.length })}</p>
            )}
            {start.data.left.length > 0 && (
              <ul className="set-texts">
                {start.data.left.map(({ contact, why }) => (
                  <li key={contact}>
                    {lines.find(({ entity }) => entity === contact)?.name ?? contact}
                    {t('mark.colon')} {t(`contacts.left.${why}`)}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </div>
      {start.isError && <RefusalNote error={start.error} />}
      <ContactTable
        lines={lines}
        onStart={mayStart ? start.mutate : undefined}
        isStarting={start.isPending}
      />
      {asOf === undefined && <CheckSchedule />}
      <CheckNumbers statistics={statistics} />
    </>
  )
}
