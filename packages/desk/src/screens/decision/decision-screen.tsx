/** The joint decision on one case: its measures, each on its own track, what contradicts what, and what waits for what. */
import { useProcedures, useProceduresElsewhere } from '../../api/procedure-queries.ts'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { Empty } from '../../parts/empty.tsx'
import { useText } from '../../texts.ts'
import { useCase } from '../case/case-context.ts'
import { useAsOfInstant } from '../procedure/as-of-instant.ts'
import { chooseProcedures } from '../procedures/procedure-query.ts'
import { ProcedureTable } from '../procedures/procedure-table.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { OpenProcedureButton } from './open-button.tsx'
import { TrackNotes } from './track-notes.tsx'

export default function DecisionScreen() {
  const t = useText()
  const { dossier, doctrine } = useCase()
  const asOf = useAsOfInstant()
  const query = useProcedures(dossier.entity, asOf)
  const elsewhere = useProceduresElsewhere(dossier.entity, asOf)
  useScreenMarking(
    [query.data, elsewhere.data].flatMap((data) => data?.procedures.map(({ marking }) => marking) ?? []),
  )
  return (
    <>
      <section aria-labelledby="decision-title">
        <div className="section-head">
          <h2 id="decision-title">{t('decision.title')}</h2>
          <OpenProcedureButton isMain />
        </div>
        <Await query={query}>
          {({ procedures, at }) =>
            procedures.length === 0 ? (
              <Empty title={t('decision.none')} text={t('decision.noneHow')} />
            ) : (
              <>
                <ProcedureTable
                  procedures={chooseProcedures(procedures, { state: 'all', sort: 'deadline' }, at)}
                  withCase={false}
                />
                {doctrine && <TrackNotes procedures={procedures} doctrine={doctrine} />}
              </>
            )
          }
        </Await>
      </section>
      <Await query={elsewhere}>
        {({ procedures }) => <Elsewhere procedures={procedures} doctrine={doctrine} />}
      </Await>
    </>
  )
}
