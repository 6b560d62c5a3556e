/** The list of cases: search, filter, sort, density; every filter is part of the address. */
import type { CaseListQuery } from '@demarche/api'
import { STATES_THAT_WERE_MEMBERS } from '@demarche/core/incident/member-states.ts'
import { useCases } from '../../api/queries.ts'
import { useAddressValues } from '../../frame/address.ts'
import { askedOffset, askedText } from '../../frame/asked.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { useMayRecord } from '../../record/may-record.tsx'
import { useText } from '../../texts.ts'
import { CaseFilters } from './case-filters.tsx'
import { CaseTable } from './case-table.tsx'
import { ANSWERS, LIMIT, SORTS } from './case-query.ts'
import { NoCases } from './no-cases.tsx'

function readQuery(search: URLSearchParams): Partial<CaseListQuery> {
  const answered = ANSWERS.find((one) => one === search.get('answered'))
  const memberState = STATES_THAT_WERE_MEMBERS.find((code) => code === search.get('ms'))
  return {
    q: askedText(search, 'q'),
    memberState,
    answered,
    sort: SORTS.find((one) => one === search.get('sort')) ?? 'recorded',
    order: search.get('order') === 'asc' ? 'asc' : 'desc',
    offset: askedOffset(search),
    limit: LIMIT,
  }
}

export function CasesScreen() {
  const t = useText()
  const [search, setValues] = useAddressValues()
  const query = readQuery(search)
  const cases = useCases(query)
  const mayWrite = useMayRecord()
  useScreenMarking(cases.data?.rows.map(({ marking }) => marking))
  const change = (values: Readonly<Record<string, string | undefined>>) =>
    setValues({ offset: undefined, ...values })
  const filtered = Boolean(query.q ?? query.memberState ?? query.answered)
  return (
    <>
      <PageHead title={t('cases.title')}>
        {mayWrite && (
          <>
            <GoLink className="button" to="/import">
              {t('cases.load')}
            </GoLink>
            <GoLink className="button button-main" to="/cases/new">
              {t('cases.new')}
            </GoLink>
          </>
        )}
      </PageHead>
      <CaseFilters query={query} total={cases.data?.total} onChange={change} />
      <Await query={cases}>
        {(answer) =>
          answer.rows.length === 0 ? (
            <NoCases
              filtered={filtered}
              mayWrite={mayWrite}
              onClear={() => change({ q: undefined, ms: undefined, answered: undefined })}
            />
          ) : (
            <CaseTable answer={answer} query={query} onChange={change} />
          )
        }
      </Await>
    </>
  )
}
