/**
 * Communication checks on schedule: whether the desk asks by itself, when next, whom, and who said so.
 *
 * Whom it asks is shown as far as the reader sees (PFO-79). Asking by hand stands in the table above.
 */
import type { ContactScheduleAnswer } from '@demarche/api'
import type { ScheduleSettings } from '@demarche/core'
import { propertyOf, sayWord } from '@demarche/core/portfolio/record-kind.ts'
import { useState } from 'react'
import { useContactSchedule, useSetSchedule } from '../../api/contact-queries.ts'
import { useKind } from '../../api/portfolio-queries.ts'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await, RefusalNote } from '../../parts/await.tsx'
import { formatInstant, formatPartialDate, sayBrussels } from '../../parts/format-date.ts'
import { useText } from '../../texts.ts'
import { ScheduleDialog } from './schedule-dialog.tsx'
import { WhomItAsks } from './whom-it-asks.tsx'

export function CheckSchedule() {
  const t = useText()
  const schedule = useContactSchedule()
  useScreenMarking(schedule.data && [schedule.data.marking])
  return (
    <section className="tied" aria-labelledby="check-schedule">
      <h2 id="check-schedule">{t('contacts.schedule.title')}</h2>
      <p className="quiet">{t('contacts.schedule.lead')}</p>
      <Await query={schedule}>{(answer) => <Schedule answer={answer} />}</Await>
    </section>
  )
}

function Schedule({ answer }: { readonly answer: ContactScheduleAnswer }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const { state, settings, set, next, sendsMail, history } = answer
  return (
    <>
      <p role="status">
        <strong>{t(`contacts.schedule.state.${state}`)}</strong>{' '}
        {state === 'off' && t('contacts.schedule.offMeans')}
        {state === 'stopped' && t('contacts.schedule.stoppedMeans')}
        {state === 'on' && !sendsMail && t('contacts.schedule.noServer')}
      </p>
      {settings && state !== 'off' && (
        <dl className="pairs">
          {next !== undefined && sendsMail && (
            <div>
              <dt>{t('contacts.schedule.next')}</dt>
              <dd>{sayBrussels(next)}</dd>
            </div>
          )}
          <div>
            <dt>{t('contacts.schedule.howOften')}</dt>
            <dd>
              <Rhythm settings={settings} />
            </dd>
          </div>
          <div>
            <dt>{t('contacts.schedule.directories')}</dt>
            <dd>
              <Directories settings={settings} />
            </dd>
          </div>
          {set && (
            <div>
              <dt>{t('contacts.schedule.setBy')}</dt>
              <dd>
                {set.by ?? t('contacts.schedule.byDesk')}, {formatInstant(set.at)}
              </dd>
            </div>
          )}
        </dl>
      )}
      {state === 'on' && settings && (
        <>
          <p className="hint">{t('contacts.schedule.sight')}</p>
          <WhomItAsks contacts={answer.contacts} networks={settings.networks} />
        </>
      )}
      {history.length > 0 && (
        <details className="more">
          <summary>{t('contacts.schedule.history')}</summary>
          <ul className="set-texts">
            {history.map((one) => (
              <li key={one.at}>
                {formatInstant(one.at)}, {one.by ?? t('contacts.schedule.byDesk')}
                {t('mark.colon')} <Rhythm settings={one.settings} />.{' '}
                {t(`contacts.schedule.state.${one.state}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {answer.maySet && <Acts answer={answer} onSet={() => setOpen(true)} />}
      {isOpen && <ScheduleDialog answer={answer} onClose={() => setOpen(false)} />}
    </>
  )
}

function Acts({ answer, onSet }: { readonly answer: ContactScheduleAnswer; readonly onSet: () => void }) {
  const t = useText()
  const change = useSetSchedule()
  const { state, statement, sendsMail } = answer
  const follows = statement === undefined ? {} : { follows: statement }
  const button = (to: 'on' | 'paused' | 'off') => (
    <button
      type="button"
      className={to === 'off' ? 'button-quiet' : undefined}
      disabled={change.isPending}
      onClick={() => change.mutate({ state: to, ...follows })}
    >
      {t(`contacts.schedule.act.${to}`)}
    </button>
  )
  return (
    <>
      {change.isError && <RefusalNote error={change.error} />}
      <p className="actions">
        {sendsMail && (
          <button type="button" onClick={onSet}>
            {t(state === 'on' || state === 'paused' ? 'contacts.schedule.change' : 'contacts.schedule.set')}
          </button>
        )}
        {state === 'on' && button('paused')}
        {state === 'paused' && sendsMail && button('on')}
        {(state === 'on' || state === 'paused') && button('off')}
      </p>
    </>
  )
}

function Rhythm({ settings: { everyMonths, time, firstDay } }: { readonly settings: ScheduleSettings }) {
  const t = useText()
  return (
    <>
      {t('contacts.every', { count: everyMonths })},{' '}
      {t('contacts.schedule.from', { date: formatPartialDate(firstDay), time })}
    </>
  )
}

function Directories({ settings: { networks } }: { readonly settings: ScheduleSettings }) {
  const t = useText()
  const kind = useKind('contact-point')
  const of = kind && propertyOf(kind, 'networks')
  return networks.length === 0
    ? t('contacts.schedule.all')
    : networks.map((word) => (of ? sayWord(of, word) : word)).join(', ')
}
