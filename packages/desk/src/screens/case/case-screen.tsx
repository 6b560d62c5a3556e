/** One case: its identity and stage, its tabs, and the tab that was asked for. */
import { lazy, Suspense } from 'react'
import { Redirect, useParams } from 'wouter'
import { Refusal } from '../../api/client.ts'
import { useDoctrine, useDossier } from '../../api/queries.ts'
import { CASE_TABS, type CaseTab, casePath, useAsOf } from '../../frame/address.ts'
import { useViewAs } from '../access/view-as.ts'
import { ViewAsChoice } from '../access/view-as-choice.tsx'
import { ViewBanner } from '../access/view-banner.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await, Loading, RefusalNote } from '../../parts/await.tsx'
import { PageHead, useWindowTitle } from '../../parts/page-head.tsx'
import { OnRecordContext } from '../../record/on-record.ts'
import { useText } from '../../texts.ts'
import { CaseContext } from './case-context.ts'
import { wordingOfCase } from '../../grounds/labels.ts'
import { CaseHead } from './case-head.tsx'

const ErasedCase = lazy(() => import('./erased-case.tsx'))
const TABS: Readonly<Record<CaseTab, ReturnType<typeof lazy>>> = {
  facts: lazy(() => import('../facts/facts-screen.tsx')),
  assessment: lazy(() => import('../assessment/assessment-screen.tsx')),
  attribution: lazy(() => import('../attribution/attribution-screen.tsx')),
  options: lazy(() => import('../options/options-screen.tsx')),
  decision: lazy(() => import('../decision/decision-screen.tsx')),
  documents: lazy(() => import('../documents/documents-screen.tsx')),
  history: lazy(() => import('../history/history-screen.tsx')),
}

export default function CaseScreen() {
  const t = useText()
  const params = useParams<{ entity: string; tab?: string }>()
  const entity = decodeURIComponent(params.entity)
  const tab = CASE_TABS.find((one) => one === params.tab)
  const [asOf] = useAsOf()
  const [as] = useViewAs()
  const query = useDossier(entity, asOf, as)
  const doctrine = useDoctrine()
  const dossier = query.data
  useScreenMarking(
    dossier && [dossier.marking, ...Object.values(dossier.statements).map(({ marking }) => marking)],
  )
  useWindowTitle(dossier ? `${dossier.name}, ${t(`tab.${tab ?? 'facts'}`)}` : t('case.title'))
  if (!tab) return <Redirect to={casePath(entity)} replace />
  const Tab = TABS[tab]
  if (query.isError && !dossier) {
    if (as === undefined && query.error instanceof Refusal && query.error.code === 'not-found')
      return (
        <Suspense fallback={<Loading />}>
          <ErasedCase entity={entity} asked={query} />
        </Suspense>
      )
    return (
      <>
        <PageHead title={t('case.title')} />
        <RefusalNote error={query.error} onRetry={() => void query.refetch()} />
        {as !== undefined && <ViewAsChoice />}
      </>
    )
  }
  return (
    <Await query={query}>
      {(found) => (
        <CaseContext value={{ dossier: found, doctrine: doctrine.data }}>
          <OnRecordContext value={{ ...found, wording: wordingOfCase(found, doctrine.data, t) }}>
            {found.preview && <ViewBanner preview={found.preview} />}
            <CaseHead dossier={found} tab={tab} />
            <Suspense fallback={<Loading />}>
              <Tab />
            </Suspense>
          </OnRecordContext>
        </CaseContext>
      )}
    </Await>
  )
}
