/** Every act of assertion, newest record first: stated, corrected, retracted. */
import type { HistoryAnswer } from '@demarche/api'
import type { Statement } from '@demarche/core'
import { useState } from 'react'
import { GroundsButton } from '../../grounds/grounds-button.tsx'
import { StatementCard } from '../../grounds/statement-card.tsx'
import { formatInstant } from '../../parts/format-value.ts'
import { languageOf } from '../../parts/language-on-record.ts'
import { useRecorderName } from '../../parts/recorder-name.ts'
import { useOnRecord } from '../../record/on-record.ts'
import { Tombstone } from '../record/erase-button.tsx'
import { useText } from '../../texts.ts'

const STEP = 40

function Event({ event }: { readonly event: HistoryAnswer['events'][number] }) {
  const t = useText()
  const { entity, statements, wording } = useOnRecord()
  const recorderName = useRecorderName(entity)
  const { statement, act } = event
  const properties = [...new Set(statement.assertions.map(({ property }) => wording.label(property)))]
  const known = !statement.erased && statements[statement.id] !== undefined
  const withdrawn = [...(statement.retracts ?? []), ...(statement.supersedes ?? [])].flatMap(
    ({ property }) => (property ? [wording.label(property)] : []),
  )
  const what = (properties.length > 0 ? properties : withdrawn).join(', ') || t('history.wholeStatement')
  return (
    <li>
      <p className="event-head">
        <span className="tag" data-tone={act === 'stated' ? undefined : 'warn'}>
          {t(`act.${act}`)}
        </span>{' '}
        <span className="quiet">
          {formatInstant(statement.assertedAt)}, {recorderName(statement)}
        </span>
      </p>
      {known ? (
        <GroundsButton row topic={{ kind: 'statement', id: statement.id }}>
          {what}
        </GroundsButton>
      ) : statement.erased ? (
        <>
          <p>{t(`erasure.was.${wasOf(statement)}`, { what })}</p>
          <Tombstone statement={statement} />
        </>
      ) : (
        <details>
          <summary data-row="">{what}</summary>
          <StatementCard statement={statement} mayErase />
        </details>
      )}
      {!statement.erased && (
        <p className="quiet" lang={languageOf(statement)}>
          {statement.source.document}
          {statement.reason && ` — ${statement.reason}`}
        </p>
      )}
    </li>
  )
}

/** What an erased statement was, as far as its tombstone says. */
function wasOf({ supersedes, retracts }: Statement): 'correction' | 'withdrawal' | 'statement' {
  return supersedes ? 'correction' : retracts ? 'withdrawal' : 'statement'
}

export function Events({ events }: { readonly events: HistoryAnswer['events'] }) {
  const t = useText()
  const [shown, setShown] = useState(STEP)
  return (
    <section aria-labelledby="events-title">
      <h2 id="events-title">{t('history.events', { count: events.length })}</h2>
      <ol className="events">
        {events.slice(0, shown).map((event) => (
          <Event key={event.statement.id} event={event} />
        ))}
      </ol>
      {events.length > shown && (
        <button type="button" onClick={() => setShown(shown + STEP)}>
          {t('history.more', { count: Math.min(STEP, events.length - shown) })}
        </button>
      )}
    </section>
  )
}
