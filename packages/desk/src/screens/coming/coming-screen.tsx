/** What is coming in the portfolio, month by month; and which partners have not been met on what. */
import { isCalendarDate } from '@demarche/core/kernel/partial-date.ts'
import type { ComingAnswer, ComingQuery } from '@demarche/api'
import type { RecordKind } from '@demarche/core'
import { useComing } from '../../api/coming-queries.ts'
import { useKinds } from '../../api/portfolio-queries.ts'
import { useAddressValues, useAsOf } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { Empty } from '../../parts/empty.tsx'
import { JumpList } from '../../parts/jump-list.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { KindFilter } from '../../portfolio/kind-filter.tsx'
import { PlaceField } from '../../portfolio/place-field.tsx'
import { useText } from '../../texts.ts'
import { ComingMonths } from './coming-months.tsx'
import { NotMetSection } from './not-met-section.tsx'

const PLACE = /^[A-Za-z][A-Za-z0-9-]{1,40}$/
const KIND = /^[a-z][a-z-]{1,59}$/

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
        <GoLink className="button" to="/notices">
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
            <Filters query={query} kinds={known.kinds} answer={coming.data} onChange={setValues} />
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

interface FiltersProps {
  readonly query: ComingQuery
  readonly kinds: readonly RecordKind[]
  readonly answer: ComingAnswer | undefined
  readonly onChange: (values: Readonly<Record<string, string | undefined>>) => void
}

function Filters({ query, kinds, answer, onChange }: FiltersProps) {
  const t = useText()
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <KindFilter kinds={kinds} value={query.kind} onChange={(kind) => onChange({ kind })} />
      <PlaceField
        id="coming-place"
        className="chooser filter-place"
        label={t('portfolio.place')}
        value={query.place ?? ''}
        onChange={(place) => onChange({ place: place === '' ? undefined : place })}
      />
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          <span>{t(`coming.${end}`)}</span>
          <input
            type="date"
            value={query[end] ?? answer?.[end] ?? ''}
            onChange={(event) => onChange({ [end]: event.target.value })}
          />
        </label>
      ))}
      <p className="filter-count" role="status">
        {answer && t('coming.count', { count: answer.entries.length })}
      </p>
    </form>
  )
}

/** The question in an address; what cannot be read is not asked. */
function readQuery(search: URLSearchParams): ComingQuery {
  const text = (name: string) => search.get(name)?.trim() || undefined
  const day = (name: string) => {
    const value = text(name)
    return value !== undefined && isCalendarDate(value) ? value : undefined
  }
  const [kind, place, from, to] = [text('kind'), text('place'), day('from'), day('to')]
  return {
    ...(kind !== undefined && KIND.test(kind) ? { kind } : {}),
    ...(place !== undefined && PLACE.test(place) ? { place } : {}),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}
