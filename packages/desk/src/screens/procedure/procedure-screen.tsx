/** One procedure: what it is and where it stands, its tabs, and the tab that was asked for. */
import { lazy, Suspense } from 'react'
import { Redirect, useParams } from 'wouter'
import { useProcedure } from '../../api/procedure-queries.ts'
import { useDoctrine } from '../../api/queries.ts'
import { PROCEDURE_TABS, procedurePath, type ProcedureTab } from '../../frame/address.ts'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await, Loading } from '../../parts/await.tsx'
import { useWindowTitle } from '../../parts/page-head.tsx'
import { useText } from '../../texts.ts'
import { useAsOfInstant } from './as-of-instant.ts'
import { ProcedureContext } from './procedure-context.ts'
import { ProcedureHead } from './procedure-head.tsx'

const TABS: Readonly<Record<ProcedureTab, ReturnType<typeof lazy>>> = {
  course: lazy(() => import('./course/course-tab.tsx')),
  positions: lazy(() => import('./positions/positions-tab.tsx')),
  'what-if': lazy(() => import('./what-if/what-if-tab.tsx')),
  text: lazy(() => import('./text/text-tab.tsx')),
  documents: lazy(() => import('./documents/documents-tab.tsx')),
}

export default function ProcedureScreen() {
  const t = useText()
  const params = useParams<{ entity: string; tab?: string }>()
  const entity = decodeURIComponent(params.entity)
  const tab = PROCEDURE_TABS.find((one) => one === params.tab)
  const query = useProcedure(entity, useAsOfInstant())
  const doctrine = useDoctrine()
  useScreenMarking(query.data && [query.data.marking])
  useWindowTitle(query.data?.procedure.title ?? t('procedure.title'))
  if (!tab) return <Redirect to={procedurePath(entity)} replace />
  const Tab = TABS[tab]
  return (
    <Await query={query}>
      {(answer) => (
        <ProcedureContext value={{ answer, doctrine: doctrine.data }}>
          <ProcedureHead tab={tab} />
          <Suspense fallback={<Loading />}>
            <Tab />
          </Suspense>
        </ProcedureContext>
      )}
    </Await>
  )
}
