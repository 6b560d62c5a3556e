/** The records of one kind: search, filters, period, order, page; all of it part of the address. */
import type { RecordKind } from '@demarche/core'
import { useParams } from 'wouter'
import { useKinds, useRecords } from '../../api/portfolio-queries.ts'
import { changesPath, newRecordPath, useAddressValues, useAsOf } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { Empty } from '../../parts/empty.tsx'
import { NotFound } from '../../parts/not-found.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { capital } from '../../portfolio/capital.ts'
import { notedPlacesIn } from '../../portfolio/noted-places.ts'
import { Obtain } from '../../portfolio/obtain.tsx'
import { RecordTable } from '../../portfolio/record-table.tsx'
import { StatusNotes } from '../../portfolio/status-notes.tsx'
import { MayRecord, useMayRecord } from '../../record/may-record.tsx'
import { useText } from '../../texts.ts'
import { ExportList } from './export-list.tsx'
import { RecordFilters } from './record-filters.tsx'
import { facetName, facetsIn, LIMIT, readRecordQuery } from './record-query.ts'
import { Pager } from '../../parts/pager.tsx'

export default function KindScreen() {
  const { kind: id } = useParams<{ kind: string }>()
  const kinds = useKinds()
  return (
    <Await query={kinds}>
      {(answer) => {
        const kind = answer.kinds.find((one) => one.id === id)
        return kind ? <KindList key={id} kind={kind} /> : <NotFound />
      }}
    </Await>
  )
}

function KindList({ kind }: { readonly kind: RecordKind }) {
  const t = useText()
  const [search, setValues] = useAddressValues()
  const [asOf] = useAsOf()
  const query = readRecordQuery(kind, search, asOf)
  const records = useRecords(query)
  useScreenMarking(
    records.data && [records.data.namesMarking, ...records.data.rows.map(({ marking }) => marking)],
  )
  const change = (values: Readonly<Record<string, string | undefined>>) =>
    setValues({ offset: undefined, ...values })
  const facets = facetsIn(kind, search)
  const isNarrowed =
    facets.length > 0 || [query.q, query.place, query.from, query.to].some((one) => one !== undefined)
  const clear = () =>
    change({
      q: undefined,
      place: undefined,
      from: undefined,
      to: undefined,
      ...Object.fromEntries(facets.map(({ property }) => [facetName(property), undefined])),
    })
  return (
    <>
      <p className="crumb">
        <GoLink to="/portfolio">{t('portfolio.title')}</GoLink>
      </p>
      <PageHead title={capital(kind.plural)} lead={kind.description}>
        <GoLink className="button" to={changesPath({ kind: kind.id })}>
          {t('changes.title')}
        </GoLink>
        <MayRecord>
          <GoLink className="button button-main" to={newRecordPath(kind.id)}>
            {t('portfolio.new', { kind: kind.label })}
          </GoLink>
        </MayRecord>
      </PageHead>
      <RecordFilters
        kind={kind}
        query={query}
        total={records.data?.total}
        names={records.data?.names ?? {}}
        onChange={change}
      />
      <Await query={records}>
        {({ total, rows, names }) =>
          rows.length === 0 ? (
            <NoRecords kind={kind} isNarrowed={isNarrowed} onClear={clear} />
          ) : (
            <>
              <RecordTable
                kind={kind}
                rows={rows}
                names={names}
                caption={t('portfolio.caption', { kinds: kind.plural })}
              />
              <StatusNotes named={notedPlacesIn(rows)} />
              <Pager
                total={total}
                offset={query.offset ?? 0}
                shown={rows.length}
                limit={LIMIT}
                label={t('portfolio.pages')}
                onGo={(offset) => change({ offset: String(offset) })}
              />
              <ExportList query={query} />
              <Obtain kind={kind} />
            </>
          )
        }
      </Await>
    </>
  )
}

interface NoRecordsProps {
  readonly kind: RecordKind
  readonly isNarrowed: boolean
  readonly onClear: () => void
}

/** Nothing here yet, or nothing that fits; neither means that there is nothing. */
function NoRecords({ kind, isNarrowed, onClear }: NoRecordsProps) {
  const t = useText()
  const mayRecord = useMayRecord()
  if (isNarrowed) {
    return (
      <>
        <Empty title={t('portfolio.filteredTitle')} text={t('portfolio.filteredText')}>
          <button type="button" onClick={onClear}>
            {t('portfolio.clear')}
          </button>
        </Empty>
        <Obtain kind={kind} />
      </>
    )
  }
  return (
    <Empty
      title={t('portfolio.emptyTitle', { kinds: kind.plural })}
      text={kind.obtain ?? t('portfolio.emptyText')}
    >
      {mayRecord && (
        <>
          <GoLink className="button" to={newRecordPath(kind.id)}>
            {t('portfolio.new', { kind: kind.label })}
          </GoLink>
          {kind.obtain !== undefined && (
            <GoLink className="button" to="/import">
              {t('import.title')}
            </GoLink>
          )}
        </>
      )}
    </Empty>
  )
}
