/** Every procedure that the reader may see: what runs out first comes first; every filter is part of the address. */
import { useProcedures } from '../../api/procedure-queries.ts'
import { useAddressValues } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { Empty } from '../../parts/empty.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { useText } from '../../texts.ts'
import { useAsOfInstant } from '../procedure/as-of-instant.ts'
import { ProcedureFilters } from './procedure-filters.tsx'
import { chooseProcedures, readQuestion } from './procedure-query.ts'
import { ProcedureTable } from './procedure-table.tsx'

export default function ProceduresScreen() {
  const t = useText()
  const [search, change] = useAddressValues()
  const question = readQuestion(search)
  const query = useProcedures(undefined, useAsOfInstant())
  const shown = query.data && chooseProcedures(query.data.procedures, question, query.data.at)
  useScreenMarking(shown?.map(({ marking }) => marking))
  return (
    <>
      <PageHead title={t('procedures.title')} lead={t('procedures.lead')}>
        <GoLink className="button" to="/meetings/hwpci">
          {t('meeting.link')}
        </GoLink>
      </PageHead>
      <ProcedureFilters
        question={question}
        total={shown?.length}
        onChange={(name, value) => change({ [name]: value })}
      />
      <Await query={query}>
        {({ procedures }) =>
          procedures.length === 0 ? (
            <Empty title={t('procedures.none')} text={t('procedures.noneHow')} />
          ) : !shown || shown.length === 0 ? (
            <Empty title={t('procedures.noneFit')} text={t('procedures.noneFitHow')}>
              <button type="button" onClick={() => change({ state: 'all', body: '', within: '', sort: '' })}>
                {t('cases.clear')}
              </button>
            </Empty>
          ) : (
            <ProcedureTable procedures={shown} />
          )
        }
      </Await>
    </>
  )
}
