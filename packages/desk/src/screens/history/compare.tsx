/** What changed between two dates, as known and under the doctrine of each. */
import type { HistoryAnswer } from '@demarche/api'
import type { Dossier } from '@demarche/core'
import { useState } from 'react'
import { useHistory } from '../../api/queries.ts'
import { today } from '../../frame/address.ts'
import { Await } from '../../parts/await.tsx'
import { isCalendarDate } from '@demarche/core/kernel/partial-date.ts'
import { formatPartialDate } from '../../parts/format-date.ts'
import { useText } from '../../texts.ts'
import { useCase } from '../case/case-context.ts'
import { ChangeTable } from './change-table.tsx'

interface Props {
  readonly dossier: Dossier
  readonly turningPoints: HistoryAnswer['turningPoints']
}

function Changes({
  dossier,
  from,
  to,
}: {
  readonly dossier: Dossier
  readonly from: string
  readonly to: string
}) {
  const t = useText()
  const { doctrine } = useCase()
  const known = { dossier, doctrine, t }
  const query = useHistory(dossier.entity, from, to)
  return (
    <Await query={query}>
      {({ changes }) =>
        changes.length === 0 ? (
          <p className="quiet" role="status">
            {t('history.noChanges')}
          </p>
        ) : (
          <ChangeTable
            changes={changes}
            known={known}
            caption={t('history.changes', {
              count: changes.length,
              from: formatPartialDate(from),
              to: formatPartialDate(to),
            })}
            before={t('history.before')}
            after={t('history.after')}
            from={from}
            to={to}
          />
        )
      }
    </Await>
  )
}

export function Compare({ dossier, turningPoints }: Props) {
  const t = useText()
  const dates = turningPoints.map(({ date }) => date).toSorted()
  const [from, setFrom] = useState(dates[0] ?? '2020-01-01')
  const [to, setTo] = useState(dossier.asOf)
  const ready = isCalendarDate(from) && isCalendarDate(to) && from < to
  return (
    <section aria-labelledby="compare-title">
      <h2 id="compare-title">{t('history.compare')}</h2>
      <div className="field-row">
        <div className="field">
          <label htmlFor="compare-from">{t('history.from')}</label>
          <input
            id="compare-from"
            type="date"
            max={today()}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="compare-to">{t('history.to')}</label>
          <input
            id="compare-to"
            type="date"
            max={today()}
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        </div>
      </div>
      {ready ? (
        <Changes dossier={dossier} from={from} to={to} />
      ) : (
        <p className="field-error">{t('history.order')}</p>
      )}
    </section>
  )
}
