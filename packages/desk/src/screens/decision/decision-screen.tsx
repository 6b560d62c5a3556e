/** The joint decision on one case: its measures, each on its own track. */
import { useProcedures } from '../../api/procedure-queries.ts'
import { Await } from '../../parts/await.tsx'
import { useText } from '../../texts.ts'
import { useCase } from '../case/case-context.ts'
import { ProcedureTable } from '../procedures/procedure-table.tsx'

export default function DecisionScreen() {
  const t = useText()
  const { dossier } = useCase()
  const query = useProcedures(dossier.entity)
  return (
    <section aria-labelledby="decision-title">
      <h2 id="decision-title">{t('decision.title')}</h2>
      <Await query={query}>
        {({ procedures }) =>
          procedures.length === 0 ? (
            <p className="quiet">{t('decision.none')}</p>
          ) : (
            <ProcedureTable procedures={procedures} />
          )
        }
      </Await>
    </section>
  )
}
