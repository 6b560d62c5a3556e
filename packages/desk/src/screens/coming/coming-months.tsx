/** What is coming, month by month; what is known to the year alone, or began before the time, comes last. */
import type { ComingAnswer, ComingEntry } from '@demarche/api'
import { earliestDay, parsePartialDate } from '@demarche/core/kernel/partial-date.ts'
import type { RecordKind } from '@demarche/core'
import { recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { RaisedMarking } from '../../parts/raised-marking.tsx'
import { Unverified } from '../../parts/authority-mark.tsx'
import { formatPartialDate } from '../../parts/format-date.ts'
import { usePrintedPlaceName } from '../../portfolio/places.ts'
import { StatusNotes } from '../../portfolio/status-notes.tsx'
import { useText } from '../../texts.ts'

interface Props {
  readonly answer: ComingAnswer
  readonly kinds: readonly RecordKind[]
}

const WITHOUT_MONTH = ''
/** So many places of one record are named; the rest is counted. */
const MOST_NAMED = 4

export function ComingMonths({ answer, kinds }: Props) {
  const t = useText()
  const byMonth = Map.groupBy(answer.entries, ({ on }) => monthOf(on, answer.from))
  const months = [...byMonth].toSorted(
    ([a], [b]) => Number(a === WITHOUT_MONTH) - Number(b === WITHOUT_MONTH),
  )
  const named = answer.entries.flatMap(({ places }) => places.slice(0, MOST_NAMED))
  return (
    <>
      {months.map(([month, entries]) => {
        const id = `month-${month || 'none'}`
        return (
          <section key={id} className="coming-month" aria-labelledby={id}>
            <h3 id={id}>
              {month === WITHOUT_MONTH
                ? t('coming.withoutMonth')
                : formatPartialDate(parsePartialDate(month))}
            </h3>
            <ul className="coming-rows">
              {entries.map((entry) => (
                <Entry
                  key={`${entry.entity} ${entry.what} ${entry.on}`}
                  entry={entry}
                  kind={kinds.find(({ id: one }) => one === entry.kind)}
                />
              ))}
            </ul>
          </section>
        )
      })}
      <StatusNotes named={named} />
    </>
  )
}

function Entry({ entry, kind }: { readonly entry: ComingEntry; readonly kind: RecordKind | undefined }) {
  const t = useText()
  const placeName = usePrintedPlaceName()
  const { entity, name, what, on, doubt, places, marking } = entry
  const label = kind?.label ?? entry.kind
  const named = places.slice(0, MOST_NAMED).map(placeName).join(', ')
  return (
    <li>
      <span className="coming-day">{formatPartialDate(on)}</span>
      <div>
        <GoLink to={recordPath(entity)} data-row="">
          {name}
        </GoLink>
        <RaisedMarking marking={marking} />
        <p>
          <span>{t(`coming.what.${what}`, { kind: label })}</span>
          {named !== '' && <span className="quiet"> · {named}</span>}
          {places.length > MOST_NAMED && (
            <span className="quiet"> {t('portfolio.more', { count: places.length - MOST_NAMED })}</span>
          )}
          {doubt === 'contested' && <span className="differs"> {t('coming.differ')}</span>}
          {doubt === 'unverified' && (
            <>
              {' '}
              <Unverified />
            </>
          )}
        </p>
      </div>
    </li>
  )
}

/** The month of the date; none for a date that may mean several, or that lies before the time. */
function monthOf(on: ComingEntry['on'], from: string): string {
  if (on.length === 4 || earliestDay(on).slice(0, 7) < from.slice(0, 7)) return WITHOUT_MONTH
  return on.slice(0, 7)
}
