/** The 27 in protocol order: position, since when, in which words; what each said before, on demand. */
import { euCountryCode } from '@demarche/core/incident/member-states.ts'
import type { PartyPosition } from '@demarche/core'
import { formatInstant } from '../../../parts/format-value.ts'
import { useText } from '../../../texts.ts'
import { partyName } from '../../../parts/party-name.ts'
import { sayBrussels } from '../course/brussels-words.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'
import { PositionLabel } from './position-label.tsx'

export function PositionTable() {
  const t = useText()
  const { answer } = useProcedureOnScreen()
  return (
    <table className="table cards positions">
      <caption className="sr-only">{t('positions.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('positions.party')}</th>
          <th scope="col">{t('positions.position')}</th>
          <th scope="col">{t('positions.since')}</th>
          <th scope="col">{t('positions.comment')}</th>
        </tr>
      </thead>
      <tbody>
        {answer.procedure.positions.map((one) => (
          <Row key={one.party} one={one} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ one }: { readonly one: PartyPosition }) {
  const t = useText()
  const { answer, doctrine } = useProcedureOnScreen()
  const { party, position, since, comment, paragraphs, history, recordedBy } = one
  const hasMore = comment !== undefined || paragraphs.length > 0 || history.length > 1
  return (
    <tr>
      <th scope="row">
        {euCountryCode(party)} <span className="quiet party-name">{partyName(doctrine, party)}</span>
        {answer.presidency === party && <span className="tag">{t('positions.presidency')}</span>}
      </th>
      <td data-label={t('positions.position')}>
        <PositionLabel position={position} />
        {recordedBy !== undefined && (
          <p className="quiet">{t('positions.recordedBy', { party: partyName(doctrine, recordedBy) })}</p>
        )}
      </td>
      <td data-label={t('positions.since')}>{since !== undefined && formatInstant(since)}</td>
      <td data-label={t('positions.comment')}>
        {hasMore && (
          <div>
            {comment}
            {paragraphs.map((entry) => (
              <p key={entry.statement}>
                <span className="quiet">
                  {t('positions.onParagraph', { paragraph: entry.paragraph ?? '' })}
                </span>{' '}
                <PositionLabel position={entry.position} /> {entry.comment}
              </p>
            ))}
            {history.length > 1 && (
              <details>
                <summary>{t('positions.before', { count: history.length })}</summary>
                <ul className="plain-rows">
                  {history.toReversed().map((entry) => (
                    <li key={entry.statement}>
                      {entry.position === null ? (
                        <span className="quiet">{t('positions.wasLifted')}</span>
                      ) : (
                        <PositionLabel position={entry.position} />
                      )}{' '}
                      {entry.paragraph !== undefined && (
                        <span className="quiet">
                          {t('positions.onParagraph', { paragraph: entry.paragraph })}
                        </span>
                      )}{' '}
                      {entry.comment} <span className="quiet">{sayBrussels(entry.at)}</span>
                      {entry.recordedBy !== undefined && (
                        <span className="quiet">
                          {' '}
                          {t('positions.recordedBy', { party: partyName(doctrine, entry.recordedBy) })}
                        </span>
                      )}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </div>
        )}
      </td>
    </tr>
  )
}
