/** What is coming in the portfolio, month by month; and which partners have not been met on what. */
import type { ComingAnswer, ComingQuery } from '@demarche/api'
import { useComing } from '../../api/coming-queries.ts'
import { useKinds } from '../../api/portfolio-queries.ts'
import { useAddressValues, useAsOf } from '../../frame/address.ts'
import { askedCode, askedDay, askedKind } from '../../frame/asked.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { Empty } from '../../parts/empty.tsx'
import { JumpList } from '../../parts/jump-list.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { RecordFilters } from '../../portfolio/record-filters.tsx'
import { useText } from '../../texts.ts'
import { ComingMonths } from './coming-months.tsx'
import { NotMetSection } from './not-met-section.tsx'

export default function ComingScreen() {
  const t = useText()
  const [search, setValues] = useAddressValues()
  const [asOf] = useAsOf()
  const kinds = useKinds()
  const query = readQuery(search)
  const coming = useComing(query)
  useScreenMarking(coming.data?.entries.map(({ marking }) => marking))
  return (
    <>
      <p className="crumb">
        <GoLink to="/portfolio">{t('portfolio.title')}</GoLink>
      </p>
      <PageHead title={t('coming.title')} lead={t('coming.lead')}>
        <GoLink className="button" to="/notices?at=feed-portfolio">
          {t('coming.follow')}
        </GoLink>
      </PageHead>
      {asOf !== undefined && (
        <p className="note" data-tone="info">
          {t('coming.today')}
        </p>
      )}
      <Await query={kinds}>
        {(known) => (
          <>
            <RecordFilters
              id="coming-place"
              kinds={known.kinds}
              asked={query}
              count={coming.data && t('coming.count', { count: coming.data.entries.length })}
              onChange={setValues}
            >
              <PeriodFilter query={query} answer={coming.data} onChange={setValues} />
            </RecordFilters>
            <JumpList
              targets={[
                {
                  id: 'dates',
                  label: t('coming.dates'),
                  ...(coming.data ? { count: coming.data.entries.length } : {}),
                },
                { id: 'not-met', label: t('notMet.title') },
              ]}
            />
            <section aria-labelledby="dates">
              <h2 id="dates">{t('coming.dates')}</h2>
              <Await query={coming}>
                {(answer) =>
                  answer.entries.length === 0 ? (
                    <Empty title={t('coming.noneTitle')} text={t('coming.noneText')} />
                  ) : (
                    <>
                      {answer.isCut && (
                        <p className="note" data-tone="warn">
                          {t('coming.cut')}
                        </p>
                      )}
                      <ComingMonths answer={answer} kinds={known.kinds} />
                    </>
                  )
                }
              </Await>
            </section>
          </>
        )}
      </Await>
      <NotMetSection place={query.place} />
    </>
  )
}

interface PeriodFilterProps {
  readonly query: ComingQuery
  readonly answer: ComingAnswer | undefined
  readonly onChange: (values: Readonly<Record<string, string>>) => void
}

function PeriodFilter({ query, answer, onChange }: PeriodFilterProps) {
  const t = useText()
  return (['from', 'to'] as const).map((end) => (
    <label key={end}>
      <span>{t(`coming.${end}`)}</span>
      <input
        type="date"
        value={query[end] ?? answer?.[end] ?? ''}
        onChange={(event) => onChange({ [end]: event.target.value })}
      />
    </label>
  ))
}

/** The question in an address; what cannot be read is not asked. */
function readQuery(search: URLSearchParams): ComingQuery {
  return {
    kind: askedKind(search),
    place: askedCode(search, 'place'),
    from: askedDay(search, 'from'),
    to: askedDay(search, 'to'),
  }
}
