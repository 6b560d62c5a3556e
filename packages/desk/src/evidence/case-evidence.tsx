/** On the page of a case: the items of evidence that it rests on, a line each. */
import { useCaseEvidence } from '../api/evidence-queries.ts'
import { recordPath, useAsOf } from '../frame/address.ts'
import { GoLink } from '../frame/go-link.tsx'
import { MarkingLabel } from '../frame/marking-banner.tsx'
import { useScreenMarking } from '../frame/screen-marking.tsx'
import { useOnRecord } from '../record/on-record.ts'
import { useViewAs } from '../screens/access/view-as.ts'
import { useText } from '../texts.ts'

/** Nothing where no item is on record, and nothing where the case is shown as another party would get it. */
export function useItemsOfCase() {
  const { entity } = useOnRecord()
  const [asOf] = useAsOf()
  const [as] = useViewAs()
  const { data } = useCaseEvidence(entity, asOf, as === undefined)
  return as === undefined ? (data?.items ?? []) : []
}

export function CaseEvidence() {
  const t = useText()
  const items = useItemsOfCase()
  useScreenMarking(items.map(({ marking }) => marking))
  if (items.length === 0) return null
  return (
    <section className="fact-group" aria-labelledby="case-evidence">
      <h2 id="case-evidence">{t('evidence.ofCase')}</h2>
      <table className="table cards">
        <caption className="sr-only">{t('evidence.ofCase')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('evidence.item')}</th>
            <th scope="col">{t('evidence.column.rests')}</th>
            <th scope="col">{t('evidence.column.without')}</th>
            <th scope="col">{t('evidence.column.listing')}</th>
            <th scope="col">{t('facts.column.marking')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ entity: item, name, marking, falls, stays, changes, listingUse }) => (
            <tr key={item}>
              <th scope="row">
                <GoLink to={recordPath(item)}>{name}</GoLink>
              </th>
              <td data-label={t('evidence.column.rests')}>
                {falls + stays === 0
                  ? t('evidence.speaksOnly')
                  : t('evidence.statements', { count: falls + stays, alone: falls })}
              </td>
              <td data-label={t('evidence.column.without')}>{t('evidence.changes', { count: changes })}</td>
              <td data-label={t('evidence.column.listing')}>{t(`finding.use.${listingUse.use}`)}</td>
              <td data-label={t('facts.column.marking')}>
                <MarkingLabel marking={marking} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
