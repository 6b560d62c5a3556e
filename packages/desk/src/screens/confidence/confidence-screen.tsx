/** Confidence building at a glance: each set of measures with its texts, and who can report how much under it. */
import type { RecordRow, SetOverview, StateUnderSet } from '@demarche/api'
import { REPORT_STANDINGS } from '@demarche/core/portfolio/confidence/confidence-report.ts'
import { alternativesOf } from '@demarche/core/portfolio/read-record.ts'
import { useConfidence } from '../../api/confidence-queries.ts'
import { kindPath, newRecordPath, recordPath, useAsOf } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Unverified } from '../../parts/authority-mark.tsx'
import { Await } from '../../parts/await.tsx'
import { formatPartialDate } from '../../parts/format-date.ts'
import { formatNumber } from '../../parts/format-value.ts'
import { JumpList } from '../../parts/jump-list.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { usePlaceName, usePrintedPlaceName, useShortPlaceName } from '../../portfolio/places.ts'
import { StatusNotes } from '../../portfolio/status-notes.tsx'
import { MayRecord } from '../../record/may-record.tsx'
import { useText } from '../../texts.ts'
import { reportPath } from './report-path.ts'

export default function ConfidenceScreen() {
  const t = useText()
  const [asOf] = useAsOf()
  const overview = useConfidence(asOf)
  const short = useShortPlaceName()
  useScreenMarking(overview.data && [overview.data.marking])
  return (
    <>
      <p className="crumb">
        <GoLink to="/portfolio">{t('portfolio.title')}</GoLink>
      </p>
      <PageHead title={t('cbm.title')} lead={t('cbm.lead')}>
        <MayRecord>
          <GoLink className="button button-main" to={newRecordPath('cbm-act')}>
            {t('cbm.newAct')}
          </GoLink>
        </MayRecord>
        <GoLink className="button" to="/confidence/contacts">
          {t('contacts.title')}
        </GoLink>
      </PageHead>
      <Await query={overview}>
        {({ sets }) => (
          <>
            <JumpList targets={sets.map(({ set }) => ({ id: set, label: short(set) }))} />
            {sets.map((one) => (
              <OneSet key={one.set} one={one} />
            ))}
          </>
        )}
      </Await>
    </>
  )
}

function OneSet({ one: { set, record, measures, states } }: { readonly one: SetOverview }) {
  const t = useText()
  const placeName = usePlaceName()
  return (
    <section className="tied" aria-labelledby={set}>
      <div className="section-head">
        <h2 id={set}>{placeName(set)}</h2>
        <span className="set-links">
          <GoLink to={reportPath(set)}>{t('cbm.reportOf')}</GoLink>
          <GoLink to={kindPath('cbm', { place: set })}>{t('cbm.measures', { count: measures })}</GoLink>
          {record && <GoLink to={recordPath(record.entity)}>{t('cbm.setRecord')}</GoLink>}
        </span>
      </div>
      {record && <Texts record={record} />}
      {states.length === 0 ? <p>{t('cbm.nobody')}</p> : <StateTable set={set} states={states} />}
    </section>
  )
}

/** The decisions in which the measures stand; what nobody read is marked. */
function Texts({ record }: { readonly record: RecordRow }) {
  const t = useText()
  const row = record?.facts.find(({ property }) => property === 'texts')
  if (!row) return null
  const texts = alternativesOf(row).flatMap(({ value, support }) => {
    if (typeof value !== 'object' || Array.isArray(value)) return []
    const { reference, on, covers } = Object.fromEntries(Object.entries(value))
    const isRead = support.some(({ statement }) => record.sources?.[statement]?.verified)
    return [{ reference: String(reference), on: on === undefined ? '' : String(on), covers, isRead }]
  })
  // as they were adopted, undated ones last
  const inOrder = ({ on, reference }: (typeof texts)[number]) => `${on || '9999'} ${reference}`
  return (
    <ul className="set-texts">
      {texts
        .toSorted((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1))
        .map(({ reference, on, covers, isRead }) => (
          <li key={`${reference} ${on}`}>
            {t(on === '' ? 'cbm.textUndated' : 'cbm.text', {
              reference,
              date: on === '' ? '' : formatPartialDate(on),
              covers: String(covers),
            })}{' '}
            {!isRead && <Unverified />}
          </li>
        ))}
    </ul>
  )
}

function StateTable({ set, states }: { readonly set: string; readonly states: readonly StateUnderSet[] }) {
  const t = useText()
  const placeName = usePrintedPlaceName()
  return (
    <>
      <div className="scroll" tabIndex={0} role="group" aria-label={t('cbm.states', { set: placeName(set) })}>
        <table className="table set-states">
          <caption className="sr-only">{t('cbm.states', { set: placeName(set) })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('cbm.state')}</th>
              <th scope="col" className="num">
                {t('cbm.acts')}
              </th>
              {REPORT_STANDINGS.map((standing) => (
                <th scope="col" className="num" key={standing}>
                  {t(`cbm.standing.${standing}`)}
                </th>
              ))}
              <th scope="col" className="num">
                {t('cbm.waiting')}
              </th>
            </tr>
          </thead>
          <tbody>
            {states.map(({ state, takesPart, counts, acts, proposed }) => (
              <tr key={state}>
                <th scope="row">
                  <GoLink to={reportPath(set, state)} data-row="">
                    {placeName(state)}
                  </GoLink>{' '}
                  {takesPart !== 'yes' && <span className="quiet">{t(`cbm.stateIn.${takesPart}`)}</span>}
                </th>
                <td className="num">{formatNumber(acts)}</td>
                {REPORT_STANDINGS.map((standing) => (
                  <td className="num" key={standing}>
                    {formatNumber(counts[standing])}
                  </td>
                ))}
                <td className="num">{formatNumber(proposed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <StatusNotes named={states.map(({ state }) => state)} />
    </>
  )
}
