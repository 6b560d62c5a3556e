/** Where a point of contact of the partner may be named: the directories of the organisations that it takes part in. */
import { valuesOf, wordsIn } from '@demarche/core/portfolio/read-record.ts'
import { useRecords } from '../../api/portfolio-queries.ts'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { useText } from '../../texts.ts'
import { useOnPage } from './on-page.tsx'
import { RecordName } from './partner-rows.tsx'
import { semicolon } from '../../parts/semicolon.ts'

/** Who merely looks on, or is kept out, names no point of contact (PFO-27). */
const LOOKS_ON: readonly string[] = ['observer', 'suspended']

export function Directories() {
  const t = useText()
  const { answer } = useOnPage()
  const sets = useRecords({ kind: 'cbm-set', detail: 'all', limit: 50, asOf: answer.asOf })
  const own = new Set(answer.memberOf.flatMap(({ group, kind }) => (LOOKS_ON.includes(kind) ? [] : [group])))
  const shown = (sets.data?.rows ?? []).filter(
    (row) => valuesOf(row, 'network').length > 0 && wordsIn(row, 'set').some((code) => own.has(code)),
  )
  useScreenMarking(shown.map(({ marking }) => marking))
  if (shown.length === 0) return null
  return (
    <p>
      <span className="quiet">{t('partner.directories')}</span>{' '}
      {shown.map((row, index) => (
        <span key={row.entity}>
          {index > 0 && semicolon()}
          <RecordName row={row} />
        </span>
      ))}
    </p>
  )
}
