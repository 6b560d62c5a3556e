/** On the page of an act: the measures of each set that it counts for, and the way to confirm or set aside what is proposed. */
import { actIn, type CountsFor } from '@demarche/core/portfolio/confidence/counts-for.ts'
import { useState } from 'react'
import { today, useAsOf } from '../frame/address.ts'
import { GoLink } from '../frame/go-link.tsx'
import { useScreenMarking } from '../frame/screen-marking.tsx'
import { Loading, RefusalNote } from '../parts/await.tsx'
import { MayRecord } from '../record/may-record.tsx'
import { useOnRecord } from '../record/on-record.ts'
import { useText } from '../texts.ts'
import { CountedMeasures } from './counted-measures.tsx'
import { SettleDialog } from './settle-dialog.tsx'
import { useCountsFor } from './use-counts-for.ts'

export function CountsForSection() {
  const t = useText()
  const { facts } = useOnRecord()
  const [asOf] = useAsOf()
  const { found, measures, error } = useCountsFor(actIn({ facts }, asOf ?? today()), asOf)
  const [settling, setSettling] = useState<readonly CountsFor[] | null>(null)
  const shown = new Set(found?.map(({ measure }) => measure))
  useScreenMarking(measures.filter(({ entity }) => shown.has(entity)).map(({ marking }) => marking))
  const proposed = found?.filter(({ counting }) => counting === 'proposed') ?? []
  return (
    <section className="tied" aria-labelledby="counts-for">
      <div className="section-head">
        <h2 id="counts-for">{t('cbm.countsFor')}</h2>
        <GoLink to="/confidence">{t('cbm.title')}</GoLink>
      </div>
      <p className="quiet">{t('cbm.countsForLead')}</p>
      {error !== null && <RefusalNote error={error} />}
      {!found && error === null && <Loading />}
      {found?.length === 0 && <p>{t('cbm.countsForNothing')}</p>}
      {found && (
        <CountedMeasures
          found={found}
          level={3}
          actOn={(one) =>
            one.counting === 'proposed' && (
              <MayRecord>
                <button type="button" onClick={() => setSettling([one])}>
                  {t('cbm.settle')} <span className="sr-only">{one.name}</span>
                </button>
              </MayRecord>
            )
          }
        />
      )}
      {proposed.length > 1 && (
        <MayRecord>
          <p className="actions">
            <button type="button" className="button-main" onClick={() => setSettling(proposed)}>
              {t('cbm.settleAll', { count: proposed.length })}
            </button>
          </p>
        </MayRecord>
      )}
      {settling && <SettleDialog proposed={settling} onClose={() => setSettling(null)} />}
    </section>
  )
}
