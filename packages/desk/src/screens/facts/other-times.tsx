/** What stands on record for other days than the one asked for: no value now, and not to be overlooked. */
import type { FactRow } from '@demarche/core'
import { formatValidity } from '../../parts/format-validity.ts'
import { useOnRecord } from '../../record/on-record.ts'
import { textOf } from '../../record/wording.ts'
import { useText } from '../../texts.ts'

export function OtherTimes({ row }: { readonly row: FactRow }) {
  const t = useText()
  const { statements, wording } = useOnRecord()
  if (!row.otherTimes) return null
  return (
    <ul className="other-times quiet">
      {row.otherTimes.map((other, index) => (
        <li key={index}>
          {t(other.held === 'false' ? 'validity.notThen' : 'validity.perhapsThen', {
            value: textOf(wording.say(row.property, other.value, row.unit)),
            when: formatValidity(t, other),
            source: statements[other.statement]?.source.document ?? '',
          })}
        </li>
      ))}
    </ul>
  )
}
