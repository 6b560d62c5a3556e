/** One day of the audit log, from morning to night, to be read and printed. For auditors. */
import type { AuditDayAnswer } from '@demarche/api'
import { formatPartialDate } from '../../parts/format-date.ts'
import { useParams } from 'wouter'
import { useSession } from '../../api/queries.ts'
import { useAuditDay } from '../../api/record-queries.ts'
import { today, useGo } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { formatNumber } from '../../parts/format-value.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { useText } from '../../texts.ts'
import { AuditTable } from './audit-log.tsx'

function Day({ answer }: { readonly answer: AuditDayAnswer }) {
  const t = useText()
  const { entries, isCut, people, marking, routine } = answer
  useScreenMarking([marking])
  const counts = new Map<string, number>()
  for (const { person } of entries) counts.set(person, (counts.get(person) ?? 0) + 1)
  const refused = entries.filter(({ outcome }) => outcome === 'refused').length
  if (entries.length === 0) return <p className="quiet">{t('audit.none')}</p>
  return (
    <>
      <p>{t('auditDay.counts', { number: formatNumber(entries.length), refused: formatNumber(refused) })}</p>
      {routine > 0 && <p className="quiet">{t('auditDay.routine', { number: formatNumber(routine) })}</p>}
      {isCut && (
        <p className="note" data-tone="warn">
          {t('auditDay.cut')}
        </p>
      )}
      <h2>{t('auditDay.people')}</h2>
      <ul className="audit-people">
        {[...counts].map(([person, count]) => (
          <li key={person}>
            {people[person] ?? (person === '-' ? t('auditDay.nobody') : person)}{' '}
            <span className="quiet">{formatNumber(count)}</span>
          </li>
        ))}
      </ul>
      <h2>{t('auditDay.course')}</h2>
      <AuditTable entries={entries} isOneDay />
    </>
  )
}

function DayOfAuditor({ day }: { readonly day: string }) {
  const answer = useAuditDay(day)
  return <Await query={answer}>{(found) => <Day answer={found} />}</Await>
}

export default function DayScreen() {
  const t = useText()
  const go = useGo()
  const session = useSession()
  const { day = today() } = useParams<{ day: string }>()
  if (!session.data) return null
  return (
    <>
      <PageHead
        title={t('auditDay.title', { day: formatPartialDate(day) })}
        lead={<GoLink to="/record">{t('auditDay.back')}</GoLink>}
      >
        <label>
          <span className="sr-only">{t('auditDay.choose')}</span>
          <input
            type="date"
            value={day}
            max={today()}
            onChange={(event) => event.target.value !== '' && go(`/record/${event.target.value}`)}
          />
        </label>
        <button type="button" onClick={() => window.print()}>
          {t('auditDay.print')}
        </button>
      </PageHead>
      {session.data.role === 'auditor' ? (
        <DayOfAuditor day={day} />
      ) : (
        <p className="note" data-tone="warn">
          {t('record.forAuditors')}
        </p>
      )}
    </>
  )
}
