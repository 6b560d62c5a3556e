/** What changed in the portfolio since a day: of all of it, of one kind of record, or around one partner. */
import type { ChangesAnswer } from '@demarche/api'
import { useChanges } from '../../api/change-queries.ts'
import { useKinds } from '../../api/portfolio-queries.ts'
import { today, useAddressValues, useAsOf } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { Empty } from '../../parts/empty.tsx'
import { formatPartialDate } from '../../parts/format-date.ts'
import { formatNumber } from '../../parts/format-value.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { Pager } from '../../parts/pager.tsx'
import { TakeFile } from '../../parts/take-file.tsx'
import { RecordFilters } from '../../portfolio/record-filters.tsx'
import { useText } from '../../texts.ts'
import { ChangeList } from './change-list.tsx'
import { type AskedChanges, CHOSEN_DAY, LIMIT, PERIODS, readChangeQuery } from './change-query.ts'

type Change = (values: Readonly<Record<string, string | undefined>>) => void

export default function ChangesScreen() {
  const t = useText()
  const [search, setValues] = useAddressValues()
  const [asOf] = useAsOf()
  const kinds = useKinds()
  const asked = readChangeQuery(search, today())
  const changes = useChanges(asked.query)
  useScreenMarking(changes.data?.rows.map(({ marking }) => marking))
  const change: Change = (values) => setValues({ offset: undefined, ...values })
  const { offset = 0, limit: _, ...wanted } = asked.query
  const isNarrowed = wanted.kind !== undefined || wanted.place !== undefined
  return (
    <>
      <p className="crumb">
        <GoLink to="/portfolio">{t('portfolio.title')}</GoLink>
      </p>
      <PageHead title={t('changes.title')} lead={t('changes.lead')} />
      {asOf !== undefined && (
        <p className="note" data-tone="info">
          {t('openPoints.today')}
        </p>
      )}
      <Await query={kinds}>
        {(known) => (
          <>
            <RecordFilters
              id="changes-place"
              kinds={known.kinds}
              asked={asked.query}
              count={
                changes.data &&
                t('changes.count', {
                  count: changes.data.total,
                  number: formatNumber(changes.data.total),
                  date: formatPartialDate(changes.data.since),
                })
              }
              onChange={change}
            >
              <PeriodFilter asked={asked} onChange={change} />
            </RecordFilters>
            <Await query={changes}>
              {(answer) => (
                <>
                  <WhatElseCame answer={answer} />
                  {answer.rows.length === 0 ? (
                    <Empty
                      title={t('changes.noneTitle')}
                      text={t('changes.noneText', { date: formatPartialDate(answer.since) })}
                    >
                      {isNarrowed && (
                        <button type="button" onClick={() => change({ kind: undefined, place: undefined })}>
                          {t('openPoints.clear')}
                        </button>
                      )}
                    </Empty>
                  ) : (
                    <>
                      <ChangeList rows={answer.rows} kinds={known.kinds} />
                      <Pager
                        total={answer.total}
                        offset={offset}
                        shown={answer.rows.length}
                        limit={LIMIT}
                        label={t('openPoints.pages')}
                        onGo={(next) => change({ offset: String(next) })}
                      />
                      <TakeFile
                        path="/api/portfolio/changes/export"
                        values={wanted}
                        name="changes.csv"
                        label={t('openPoints.export')}
                      />
                    </>
                  )}
                </>
              )}
            </Await>
          </>
        )}
      </Await>
    </>
  )
}

/** What is not in the list: what came with the desk in one line, and that the list is cut. */
function WhatElseCame({ answer: { shipped, isCut } }: { readonly answer: ChangesAnswer }) {
  const t = useText()
  return (
    <>
      {shipped.on !== null && (
        <p className="quiet">
          {t('changes.shipped', {
            count: shipped.records,
            number: formatNumber(shipped.records),
            date: formatPartialDate(shipped.on),
          })}
        </p>
      )}
      {isCut && (
        <p className="note" data-tone="warn">
          {t('changes.cut')}
        </p>
      )}
    </>
  )
}

interface PeriodFilterProps {
  readonly asked: AskedChanges
  readonly onChange: Change
}

function PeriodFilter({ asked: { period, query }, onChange }: PeriodFilterProps) {
  const t = useText()
  return (
    <>
      <label>
        <span>{t('changes.period')}</span>
        <select
          value={period}
          onChange={({ target: { value } }) =>
            onChange(
              value === CHOSEN_DAY
                ? { days: undefined, since: query.since }
                : { days: value, since: undefined },
            )
          }
        >
          {PERIODS.map((days) => (
            <option key={days} value={days}>
              {t('changes.lastDays', { number: days })}
            </option>
          ))}
          <option value={CHOSEN_DAY}>{t('changes.aDay')}</option>
        </select>
      </label>
      {period === CHOSEN_DAY && (
        <label>
          <span>{t('changes.day')}</span>
          <input
            type="date"
            max={today()}
            value={query.since}
            // a date that is being typed is none yet
            onChange={(event) => event.target.value !== '' && onChange({ since: event.target.value })}
          />
        </label>
      )}
    </>
  )
}
