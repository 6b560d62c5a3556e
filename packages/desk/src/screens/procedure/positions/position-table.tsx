/** The 27 in protocol order: position, since when, in which words; what each said before, on demand. */
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import type { Doctrine, PartyPosition } from '@demarche/core'
import { formatInstant } from '../../../parts/format-value.ts'
import { useText } from '../../../texts.ts'
import { partyName } from '../../../parts/party-name.ts'
import { sayBrussels } from '../course/brussels-words.ts'
import { PositionLabel } from './position-label.tsx'

interface Props {
  readonly positions: readonly PartyPosition[]
  readonly presidency: string | null
  readonly doctrine: Doctrine | undefined
}

export function PositionTable({ positions, presidency, doctrine }: Props) {
  const t = useText()
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
        {positions.map((one) => (
          <Row key={one.party} one={one} presidency={presidency} doctrine={doctrine} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ one, presidency, doctrine }: { readonly one: PartyPosition } & Omit<Props, 'positions'>) {
  const t = useText()
  const { party, position, since, comment, paragraphs, history, recordedBy } = one
  const hasMore = comment !== undefined || paragraphs.length > 0 || history.length > 1
  return (
    <tr>
      <th scope="row">
        {euCountryCode(party)} <span className="quiet party-name">{partyName(doctrine, party)}</span>
        {presidency === party && <span className="tag">{t('positions.presidency')}</span>}
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
