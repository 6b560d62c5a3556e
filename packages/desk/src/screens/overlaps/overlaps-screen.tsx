/** All pairs of projects worth a look, narrowed by what the address asks. */
import { OVERLAP_OUTCOMES } from '@demarche/core/portfolio/overlap/comparison.ts'
import { PROJECT_KIND } from '@demarche/core/portfolio/overlap/kinds.ts'
import { OUTCOMES_IN_ORDER } from '@demarche/core/portfolio/overlap/outcomes-in-order.ts'
import { propertyOf } from '@demarche/core/portfolio/record-kind.ts'
import type { OverlapsAnswer } from '@demarche/api'
import { type OverlapQuery, useOverlaps } from '../../api/overlap-queries.ts'
import { useKind } from '../../api/portfolio-queries.ts'
import { useAddressValues, useAsOf } from '../../frame/address.ts'
import { askedCode, askedDay, askedOffset, askedText } from '../../frame/asked.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { OUTCOME_WORDS } from '../../overlaps/say-overlap.ts'
import { markingsIn, PairList } from '../../overlaps/pair-list.tsx'
import { Await } from '../../parts/await.tsx'
import { Empty } from '../../parts/empty.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Pager } from '../../parts/pager.tsx'
import { PlaceField } from '../../portfolio/place-field.tsx'
import { WhyNotRecord } from '../../record/may-record.tsx'
import { useText } from '../../texts.ts'

const LIMIT = 10
const PROJECT = /^project:[\w.-]{1,120}$/

export default function OverlapsScreen() {
  const t = useText()
  const [search, setValues] = useAddressValues()
  const [asOf] = useAsOf()
  const query = readQuery(search, asOf)
  const overlaps = useOverlaps(query)
  useScreenMarking(overlaps.data && markingsIn(overlaps.data))
  const change = (values: Readonly<Record<string, string | undefined>>) =>
    setValues({ offset: undefined, ...values })
  return (
    <>
      <p className="crumb">
        <GoLink to="/portfolio">{t('portfolio.title')}</GoLink>
      </p>
      <PageHead title={t('overlaps.title')} lead={t('overlaps.lead')}>
        <GoLink className="button button-main" to="/overlaps/plan">
          {t('overlaps.check')}
        </GoLink>
      </PageHead>
      <WhyNotRecord />
      {query.project !== undefined && (
        <p className="note">
          {t('overlaps.ofProject', { name: overlaps.data?.projects[query.project]?.name ?? query.project })}{' '}
          <button type="button" className="button-quiet" onClick={() => change({ project: undefined })}>
            {t('overlaps.all')}
          </button>
        </p>
      )}
      <Filters query={query} answer={overlaps.data} onChange={change} />
      <Await query={overlaps}>
        {({ pairs, projects, total }) =>
          pairs.length === 0 ? (
            <Empty title={t('overlaps.noneTitle')} text={t('overlaps.noneText')} />
          ) : (
            <>
              <PairList pairs={pairs} projects={projects} />
              <Pager
                total={total}
                offset={query.offset ?? 0}
                shown={pairs.length}
                limit={LIMIT}
                label={t('overlaps.pages')}
                onGo={(offset) => change({ offset: String(offset) })}
              />
            </>
          )
        }
      </Await>
    </>
  )
}

interface FiltersProps {
  readonly query: OverlapQuery
  readonly answer: OverlapsAnswer | undefined
  readonly onChange: (values: Readonly<Record<string, string | undefined>>) => void
}

function Filters({ query, answer, onChange }: FiltersProps) {
  const t = useText()
  const kind = useKind(PROJECT_KIND)
  const themes = Object.entries((kind && propertyOf(kind, 'themes')?.values) ?? {})
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span>{t('overlaps.outcome')}</span>
        <select value={query.outcome ?? ''} onChange={(event) => onChange({ outcome: event.target.value })}>
          <option value="">{t('overlaps.anyOutcome')}</option>
          {OUTCOMES_IN_ORDER.map((outcome) => (
            <option key={outcome} value={outcome}>
              {answer
                ? t('overlaps.counts', {
                    word: t(OUTCOME_WORDS[outcome]),
                    count: answer.counts[outcome] ?? 0,
                  })
                : t(OUTCOME_WORDS[outcome])}
            </option>
          ))}
        </select>
      </label>
      <PlaceField
        id="overlaps-place"
        className="chooser filter-place"
        label={t('portfolio.place')}
        value={query.place ?? ''}
        onChange={(place) => onChange({ place: place === '' ? undefined : place })}
      />
      <label>
        <span>{t('overlaps.theme')}</span>
        <select value={query.theme ?? ''} onChange={(event) => onChange({ theme: event.target.value })}>
          <option value="">{t('portfolio.any')}</option>
          {themes.map(([theme, says]) => (
            <option key={theme} value={theme}>
              {says}
            </option>
          ))}
        </select>
      </label>
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          <span>{t(`overlaps.${end}`)}</span>
          <input
            type="date"
            value={query[end] ?? ''}
            onChange={(event) => onChange({ [end]: event.target.value })}
          />
        </label>
      ))}
      <label>
        <span>{t('overlaps.judged')}</span>
        <select value={query.judged ?? ''} onChange={(event) => onChange({ judged: event.target.value })}>
          <option value="">{t('overlaps.judgedAny')}</option>
          <option value="no">{t('overlaps.judgedNo')}</option>
          <option value="yes">{t('overlaps.judgedYes')}</option>
        </select>
      </label>
      <p className="filter-count" role="status">
        {answer && t('overlaps.count', { count: answer.total })}
      </p>
    </form>
  )
}

/** The question in an address; what cannot be read is not asked. */
function readQuery(search: URLSearchParams, asOf: string | undefined): OverlapQuery {
  const project = askedText(search, 'project')
  return {
    project: project !== undefined && PROJECT.test(project) ? project : undefined,
    outcome: OVERLAP_OUTCOMES.find((one) => one === search.get('outcome')),
    judged: (['yes', 'no'] as const).find((one) => one === search.get('judged')),
    place: askedCode(search, 'place'),
    theme: askedText(search, 'theme')?.slice(0, 60),
    from: askedDay(search, 'from'),
    to: askedDay(search, 'to'),
    asOf,
    offset: askedOffset(search),
    limit: LIMIT,
  }
}
