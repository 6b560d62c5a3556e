/** What only paper shows: marking in header and footer of each page, date of knowledge, doctrine version. */
import { formatPartialDate } from '../parts/format-date.ts'
import { useDoctrine } from '../api/queries.ts'
import { useText } from '../texts.ts'
import { MarkingLabel } from './marking-banner.tsx'
import { useShownMarking } from './screen-marking.tsx'

export function PrintFurniture({ asOf }: { readonly asOf: string }) {
  const t = useText()
  const { marking } = useShownMarking()
  const doctrine = useDoctrine()
  return (
    <>
      <div className="print-head" aria-hidden="true">
        <div className="print-line">
          <MarkingLabel marking={marking} />
        </div>
      </div>
      <div className="print-foot" aria-hidden="true">
        <div className="print-line">
          <span>
            {t('print.asOf', { date: formatPartialDate(asOf), doctrine: doctrine.data?.version ?? '' })}
          </span>
          <MarkingLabel marking={marking} />
        </div>
      </div>
    </>
  )
}
