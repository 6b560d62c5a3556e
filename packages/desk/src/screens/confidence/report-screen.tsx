/** What one State can report under one set of measures; set, State and period are part of the address. */
import type { ConfidenceReportAnswer } from '@demarche/api'
import { REPORT_STANDINGS } from '@demarche/core/portfolio/confidence/confidence-report.ts'
import { type ReportAsked, useConfidence, useConfidenceReport } from '../../api/confidence-queries.ts'
import { newRecordPath, recordPath, useAddressValues, useAsOf } from '../../frame/address.ts'
import { askedCode, askedDay } from '../../frame/asked.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { Empty } from '../../parts/empty.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { PlaceField } from '../../portfolio/place-field.tsx'
import { usePlaceName, useShortPlaceName } from '../../portfolio/places.ts'
import { MayRecord } from '../../record/may-record.tsx'
import { useText } from '../../texts.ts'
import { ReportRows } from './report-rows.tsx'
import { TakeReport } from './take-report.tsx'

export default function ReportScreen() {
  const t = useText()
  const [search, change] = useAddressValues()
  const [asOf] = useAsOf()
  const placeName = usePlaceName()
  const short = useShortPlaceName()
  const overview = useConfidence(asOf)
  const asked = readAsked(search, asOf)
  const report = useConfidenceReport(asked)
  useScreenMarking(report.data && [report.data.marking])
  const given = (name: string) => search.get(name) ?? ''
  return (
    <>
      <p className="crumb">
        <GoLink to="/portfolio">{t('portfolio.title')}</GoLink>
        {' / '}
        <GoLink to="/confidence">{t('cbm.title')}</GoLink>
      </p>
      <PageHead
        title={
          asked
            ? t('cbm.reportTitle', { state: placeName(asked.state), set: short(asked.set) })
            : t('cbm.report')
        }
        lead={t('cbm.reportLead')}
      />
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <label>
          <span>{t('cbm.set')}</span>
          <select value={given('set')} onChange={(event) => change({ set: event.target.value })}>
            <option value="">{t('cbm.choose')}</option>
            {overview.data?.sets.map(({ set }) => (
              <option key={set} value={set}>
                {placeName(set)}
              </option>
            ))}
          </select>
        </label>
        <PlaceField
          id="report-state"
          className="chooser filter-place"
          label={t('cbm.state')}
          value={given('state')}
          onChange={(state) => change({ state: state === '' ? undefined : state })}
        />
        {(['from', 'to'] as const).map((end) => (
          <label key={end}>
            <span>{t(`cbm.${end}`)}</span>
            <input
              type="date"
              value={given(end)}
              onChange={(event) => change({ [end]: event.target.value })}
            />
          </label>
        ))}
      </form>
      {asked ? (
        <Await query={report}>{(answer) => <Report answer={answer} asked={asked} />}</Await>
      ) : (
        <Empty title={t('cbm.chooseTitle')} text={t('cbm.chooseText')} />
      )}
    </>
  )
}

function Report({ answer, asked }: { readonly answer: ConfidenceReportAnswer; readonly asked: ReportAsked }) {
  const t = useText()
  const placeName = usePlaceName()
  const { report, takesPart } = answer
  const [state, set] = [placeName(report.state), placeName(report.set)]
  return (
    <>
      {takesPart !== 'yes' && (
        <p className="note" data-tone="warn">
          {t(`cbm.takesPart.${takesPart}`, { state, set })}
        </p>
      )}
      <ul className="report-sum" aria-label={t('cbm.sum')}>
        {REPORT_STANDINGS.map((standing) => (
          <li key={standing}>
            {t('overlaps.counts', {
              word: t(`cbm.standing.${standing}`),
              count: report.counts[standing],
            })}
          </li>
        ))}
      </ul>
      <MayRecord>
        <p className="actions">
          <GoLink className="button" to={newRecordPath('cbm-act', { party: report.state })}>
            {t('cbm.newActOf', { state })}
          </GoLink>
          {answer.record && (
            <GoLink className="button" to={recordPath(answer.record.entity)}>
              {t('cbm.setRecord')}
            </GoLink>
          )}
        </p>
      </MayRecord>
      <ReportRows answer={answer} />
      <TakeReport asked={asked} answer={answer} />
    </>
  )
}

function readAsked(search: URLSearchParams, asOf: string | undefined): ReportAsked | undefined {
  const [set, state] = [askedCode(search, 'set'), askedCode(search, 'state')]
  if (set === undefined || state === undefined) return undefined
  return { set, state, from: askedDay(search, 'from'), to: askedDay(search, 'to'), asOf }
}
