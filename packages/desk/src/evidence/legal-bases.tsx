/** On the page of an item of evidence: the records of its legal bases, which say what each gives and where it ends. */
import { wordsIn } from '@demarche/core/portfolio/read-record.ts'
import { useRecords } from '../api/portfolio-queries.ts'
import { recordPath } from '../frame/address.ts'
import { GoLink } from '../frame/go-link.tsx'
import { MarkingLabel } from '../frame/marking-banner.tsx'
import { useScreenMarking } from '../frame/screen-marking.tsx'
import { useText } from '../texts.ts'

/** @param bases as the item names them */
export function LegalBases({ bases, asOf }: { readonly bases: readonly string[]; readonly asOf: string }) {
  const t = useText()
  const { data } = useRecords({ kind: 'legal-basis', detail: 'all', limit: 200, asOf }, bases.length > 0)
  const shown = (data?.rows ?? []).filter((row) => wordsIn(row, 'basis').some((word) => bases.includes(word)))
  useScreenMarking(shown.map(({ marking }) => marking))
  if (shown.length === 0) return null
  return (
    <>
      <h3>{t('finding.legalBases')}</h3>
      <ul className="plain-rows">
        {shown.map(({ entity, name, marking }) => (
          <li key={entity}>
            <GoLink to={recordPath(entity)}>{name}</GoLink> <MarkingLabel marking={marking} />
          </li>
        ))}
      </ul>
    </>
  )
}
