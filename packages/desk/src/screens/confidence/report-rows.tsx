/** The measures of a report, one below the other: standing, acts with date and source, what is missing. */
import type { ConfidenceReportAnswer, RecordRow } from '@demarche/api'
import type { ReportedAct, ReportedContact, ReportRow } from '@demarche/core'
import { isPartialDate } from '@demarche/core/kernel/partial-date.ts'
import { propertyOf, sayWord } from '@demarche/core/portfolio/record-kind.ts'
import { useKind } from '../../api/portfolio-queries.ts'
import { recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { Unverified } from '../../parts/authority-mark.tsx'
import { formatPartialDate } from '../../parts/format-date.ts'
import { semicolon } from '../../parts/semicolon.ts'
import { useText } from '../../texts.ts'
import { ReportStandingWord } from './standing-word.tsx'

export function ReportRows({ answer }: { readonly answer: ConfidenceReportAnswer }) {
  const t = useText()
  return (
    <section aria-labelledby="measures">
      <h2 id="measures">{t('cbm.measureByMeasure')}</h2>
      <ol className="report-rows">
        {answer.report.rows.map((row) => (
          <li key={row.measure} className="report-row" data-standing={row.standing}>
            <OneRow row={row} records={answer.records} />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface RowProps {
  readonly row: ReportRow
  readonly records: ConfidenceReportAnswer['records']
}

function OneRow({ row, records }: RowProps) {
  const t = useText()
  const { measure, number, acts, proposed, contacts, missing } = row
  const record = records[measure]
  return (
    <>
      <div className="report-head">
        <h3>
          {number !== undefined && `${number}. `}
          <GoLink to={recordPath(measure)} data-row="">
            {record?.name ?? measure}
          </GoLink>{' '}
          {isUnread(record, 'name') && <Unverified />}
        </h3>
        <ReportStandingWord standing={row.standing} />
      </div>
      {acts.length > 0 && (
        <ul className="report-acts">
          {acts.map((act) => (
            <li key={act.entity}>
              <Act act={act} record={records[act.entity]} />
            </li>
          ))}
        </ul>
      )}
      {contacts.length > 0 && (
        <ul className="report-acts">
          {contacts.map((contact) => (
            <li key={contact.entity}>
              <Contact contact={contact} record={records[contact.entity]} />
            </li>
          ))}
        </ul>
      )}
      {proposed.length > 0 && (
        <p className="quiet">
          {t('cbm.proposedHere')}{' '}
          {proposed.map(({ entity }, index) => (
            <span key={entity}>
              {index > 0 && semicolon()}
              <GoLink to={recordPath(entity)}>{records[entity]?.name ?? entity}</GoLink>
            </span>
          ))}
        </p>
      )}
      {missing.length > 0 && (
        <p className="quiet">
          {t('cbm.missing', { what: missing.map((gap) => t(`cbm.gap.${gap}`)).join(semicolon()) })}
        </p>
      )}
    </>
  )
}

function Act({ act, record }: { readonly act: ReportedAct; readonly record: RecordRow | undefined }) {
  const t = useText()
  const { entity, on, evidence, standing, reported, counting } = act
  const sources = Object.values(record?.sources ?? {})
  return (
    <>
      <GoLink to={recordPath(entity)}>{record?.name ?? entity}</GoLink>,{' '}
      {on.length === 0 ? t('cbm.undated') : on.map(formatPartialDate).join(' / ')}
      {semicolon()}
      <span className="standing" data-standing={standing}>
        {t(`cbm.standing.${standing}`)}.
      </span>
      {counting === 'contested' && <span className="differs"> {t('cbm.counting.contested')}</span>}
      {evidence.map((address) => (
        <span key={address}>
          {' '}
          <a href={address} rel="noreferrer noopener">
            {t('cbm.evidence')}
          </a>
        </span>
      ))}{' '}
      <span className="quiet">
        {reported.length === 0
          ? t('cbm.notReported')
          : reported
              .map(({ on: day, reference }) =>
                t('cbm.reported', {
                  date: day !== undefined && isPartialDate(day) ? formatPartialDate(day) : t('cbm.undated'),
                  reference: reference ?? '',
                }),
              )
              .join(' ')}{' '}
        {t('cbm.sources', {
          sources: [
            ...new Set(
              sources.map(({ document, date }) =>
                date === undefined ? document : `${document}, ${formatPartialDate(date)}`,
              ),
            ),
          ].join(semicolon()),
        })}
      </span>{' '}
      {(record?.doubts ?? []).some(({ what }) => what === 'unverified') && <Unverified />}
    </>
  )
}

function Contact({
  contact: { entity, lapsed, lastCheck },
  record,
}: {
  readonly contact: ReportedContact
  readonly record: RecordRow | undefined
}) {
  const t = useText()
  const kind = useKind('contact-check')
  const outcomes = kind && propertyOf(kind, 'outcome')
  return (
    <>
      <GoLink to={recordPath(entity)}>{record?.name ?? entity}</GoLink>
      {t('mark.colon')}{' '}
      {lastCheck
        ? t('cbm.lastCheck', {
            date: formatPartialDate(lastCheck.on),
            outcome: lastCheck.outcome.map((word) => (outcomes ? sayWord(outcomes, word) : word)).join(' / '),
          })
        : t('cbm.neverChecked')}{' '}
      {lapsed && (
        <strong className="standing" data-standing="lapsed">
          {t('cbm.standing.lapsed')}
        </strong>
      )}
    </>
  )
}

function isUnread(record: RecordRow | undefined, property: string): boolean {
  return (record?.doubts ?? []).some((doubt) => doubt.property === property && doubt.what === 'unverified')
}
