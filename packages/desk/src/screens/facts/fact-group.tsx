/** One group of facts; what nobody has stated stays folded, with its count. */
import type { FactRow } from '@demarche/core'
import { MayRecord } from '../../record/may-record.tsx'
import { useOnRecord } from '../../record/on-record.ts'
import { useText } from '../../texts.ts'
import { FactRows } from './fact-rows.tsx'
import { type FactAct, isStatable, isStated } from './fact-row.ts'

interface Props {
  readonly id: string
  readonly title: string
  readonly rows: readonly FactRow[]
  readonly onAct: (act: FactAct) => void
}

export function FactGroup({ id, title, rows, onAct }: Props) {
  const t = useText()
  const { wording } = useOnRecord()
  const stated = rows.filter(isStated)
  const open = rows.filter((row) => !isStated(row) && isStatable(row, wording.vocabulary))
  return (
    <section className="fact-group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {stated.length > 0 && (
        <table className="table cards facts-table">
          <caption className="sr-only">{t('facts.caption', { group: title })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('facts.column.property')}</th>
              <th scope="col">{t('facts.column.value')}</th>
              <th scope="col">{t('facts.column.source')}</th>
              <th scope="col">{t('facts.column.grading')}</th>
              <th scope="col">{t('facts.column.marking')}</th>
              <th scope="col">{t('facts.column.recorded')}</th>
              <th scope="col">
                <span className="sr-only">{t('facts.column.acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {stated.map((row) => (
              <FactRows key={row.property} row={row} onAct={onAct} />
            ))}
          </tbody>
        </table>
      )}
      {open.length > 0 && (
        <details className="unstated">
          <summary>{t('facts.unstated', { count: open.length })}</summary>
          <ul>
            {open.map((row) => (
              <li key={row.property}>
                <span>{wording.label(row.property)}</span>
                <MayRecord>
                  <button type="button" className="button-quiet" onClick={() => onAct({ kind: 'add', row })}>
                    {t('facts.state')} <span className="sr-only">{wording.label(row.property)}</span>
                  </button>
                </MayRecord>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
