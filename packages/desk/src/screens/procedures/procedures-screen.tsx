/** Every procedure that the reader may see. */
import { useState } from 'react'
import { useProcedures } from '../../api/procedure-queries.ts'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { useText } from '../../texts.ts'
import { ProcedureTable } from './procedure-table.tsx'

export default function ProceduresScreen() {
  const t = useText()
  const query = useProcedures()
  const [openOnly, setOpenOnly] = useState(true)
  useScreenMarking(query.data?.procedures.map(({ marking }) => marking))
  return (
    <>
      <PageHead title={t('procedures.title')} lead={t('procedures.lead')} />
      <label className="check">
        <input type="checkbox" checked={openOnly} onChange={() => setOpenOnly(!openOnly)} />{' '}
        {t('procedures.openOnly')}
      </label>
      <Await query={query}>
        {({ procedures }) => {
          const shown = procedures.filter(({ procedure }) => !openOnly || procedure.isOpen)
          return shown.length === 0 ? (
            <div className="note">
              <h2>{t('procedures.none')}</h2>
              <p>{t('procedures.noneHow')}</p>
            </div>
          ) : (
            <ProcedureTable procedures={shown} />
          )
        }}
      </Await>
    </>
  )
}
