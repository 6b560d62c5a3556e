/** What nobody knows of a record, or knows well: a list of work, each line with the way to settle it. */
import type { FactRow, RecordDoubt } from '@demarche/core'
import { GroundsButton } from '../../grounds/grounds-button.tsx'
import { MayRecord } from '../../record/may-record.tsx'
import { valuesInOrder } from '../../portfolio/values-in-order.ts'
import { useOnRecord } from '../../record/on-record.ts'
import { textOf } from '../../record/wording.ts'
import { isStated } from '../facts/fact-row.ts'
import { useText } from '../../texts.ts'

interface Props {
  readonly doubts: readonly RecordDoubt[]
  readonly onState: (row: FactRow) => void
}

/** What is missing is asked for first, then what sources disagree on, then what nobody read where it is said to stand. */
const ORDER: readonly RecordDoubt['what'][] = ['missing', 'contested', 'unverified']

export function Doubts({ doubts, onState }: Props) {
  const t = useText()
  const { facts, wording } = useOnRecord()
  // before anything was known of it, all of it is missing: the page says so once
  if (doubts.length === 0 || !facts.some(isStated)) return null
  return (
    <section className="record-doubts" aria-labelledby="doubts">
      <h2 id="doubts">{t('portfolio.doubts')}</h2>
      <ul className="plain-rows">
        {doubts
          .toSorted((a, b) => ORDER.indexOf(a.what) - ORDER.indexOf(b.what))
          .flatMap((doubt) => {
            const row = facts.find(({ property }) => property === doubt.property)
            if (!row) return []
            const values = valuesInOrder(row).map((value) =>
              textOf(wording.say(row.property, value, row.unit)),
            )
            const label = wording.label(doubt.property)
            return [
              <li key={doubt.property} id={`doubt-${doubt.property}`} className="record-doubt">
                <span className="record-doubt-label">{label}</span>
                <span>
                  {doubt.what === 'missing' ? (
                    t('portfolio.doubt.missing')
                  ) : (
                    <GroundsButton topic={{ kind: 'fact', id: row.property }}>
                      {t(`portfolio.doubt.${doubt.what}`, { count: values.length })}
                    </GroundsButton>
                  )}
                  {doubt.what === 'contested' && <span className="quiet"> {values.join(' / ')}</span>}
                </span>
                <MayRecord>
                  <button type="button" className="button-quiet" onClick={() => onState(row)}>
                    {t(doubt.what === 'missing' ? 'facts.state' : 'portfolio.stateFromSource')}{' '}
                    <span className="sr-only">{label}</span>
                  </button>
                </MayRecord>
              </li>,
            ]
          })}
      </ul>
    </section>
  )
}
