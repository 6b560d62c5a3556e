/** The points of contact, those due first: last check, next one, and the way to begin it or to record one by hand. */
import type { ContactLine } from '@demarche/core'
import { propertyOf, sayWord } from '@demarche/core/portfolio/record-kind.ts'
import type { RecordKind } from '@demarche/core'
import { useKind } from '../../api/portfolio-queries.ts'
import { newRecordPath, recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { formatPartialDate } from '../../parts/format-date.ts'
import { usePrintedPlaceName } from '../../portfolio/places.ts'
import { StatusNotes } from '../../portfolio/status-notes.tsx'
import { MayRecord } from '../../record/may-record.tsx'
import { useText } from '../../texts.ts'

interface Props {
  readonly lines: readonly ContactLine[]
  /** undefined where no mail can be sent */
  readonly onStart: ((contact: string) => void) | undefined
  readonly isStarting: boolean
}

export function ContactTable({ lines, onStart, isStarting }: Props) {
  const t = useText()
  const placeName = usePrintedPlaceName()
  const contact = useKind('contact-point')
  return (
    <>
      <div className="scroll" tabIndex={0} role="group" aria-label={t('contacts.caption')}>
        <table className="table cards contact-lines">
          <caption className="sr-only">{t('contacts.caption')}</caption>
          <thead>
            <tr>
              {(['name', 'state', 'networks', 'last', 'next'] as const).map((column) => (
                <th scope="col" key={column}>
                  {t(`contacts.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.entity}>
                <th scope="row">
                  <GoLink to={recordPath(line.entity)} data-row="">
                    {line.name}
                  </GoLink>
                </th>
                <td data-label={t('contacts.column.state')}>
                  <Known of={line.states.map(placeName)} />
                </td>
                <td data-label={t('contacts.column.networks')}>
                  <Known of={line.networks.map((word) => say(contact, 'networks', word))} />
                </td>
                <td data-label={t('contacts.column.last')}>
                  <span>
                    <LastCheck line={line} />
                  </span>
                </td>
                <td data-label={t('contacts.column.next')}>
                  <span>
                    <NextCheck line={line} />
                  </span>
                  <MayRecord>
                    <p className="line-act">
                      {onStart && line.hasMail && !line.waiting ? (
                        <button type="button" disabled={isStarting} onClick={() => onStart(line.entity)}>
                          {t('contacts.start')} <span className="sr-only">{line.name}</span>
                        </button>
                      ) : (
                        <GoLink to={newRecordPath('contact-check', { contact: line.entity })}>
                          {t('contacts.byHand')} <span className="sr-only">{line.name}</span>
                        </GoLink>
                      )}
                    </p>
                  </MayRecord>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <StatusNotes named={lines.flatMap(({ states }) => states)} />
    </>
  )
}

function Known({ of }: { readonly of: readonly string[] }) {
  const t = useText()
  return of.length > 0 ? of.join(', ') : <span className="quiet">{t('portfolio.notKnown')}</span>
}

function LastCheck({ line: { lastCheck, lapsed } }: { readonly line: ContactLine }) {
  const t = useText()
  const check = useKind('contact-check')
  return (
    <>
      {lastCheck ? (
        <GoLink to={recordPath(lastCheck.entity)}>
          {t('contacts.lastOn', {
            date: formatPartialDate(lastCheck.on),
            outcome: lastCheck.noReply
              ? t('contacts.noReply')
              : lastCheck.outcome.map((word) => say(check, 'outcome', word)).join(' / '),
          })}
        </GoLink>
      ) : (
        t('contacts.never')
      )}{' '}
      {lapsed && (
        <span className="standing" data-standing="lapsed">
          <span aria-hidden="true">✕</span> {t('cbm.standing.lapsed')}
        </span>
      )}
    </>
  )
}

function NextCheck({ line: { waiting, isDue, nextDue, everyMonths } }: { readonly line: ContactLine }) {
  const t = useText()
  if (waiting)
    return (
      <GoLink to={recordPath(waiting.entity)}>
        {t('contacts.waiting', { date: formatPartialDate(waiting.replyBy) })}
      </GoLink>
    )
  return (
    <>
      {isDue ? <strong>{t('contacts.due')}</strong> : nextDue && formatPartialDate(nextDue)}{' '}
      <span className="quiet">{t('contacts.every', { count: everyMonths })}</span>
    </>
  )
}

function say(kind: RecordKind | undefined, property: string, word: string): string {
  const of = kind && propertyOf(kind, property)
  return of ? sayWord(of, word) : word
}
