/** Where each Member State stands on each item: protocol order down, items across, a sign and a word in each cell. */
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import type { MeetingItem } from '@demarche/core'
import { placeName } from '../../parts/place-name.ts'
import { useText } from '../../texts.ts'
import { PositionLabel } from '../procedure/positions/position-label.tsx'
import { type Pull, SIGNS } from '../procedure/positions/position-summary.ts'

const PULLS: readonly Pull[] = ['for', 'held', 'aside', 'against', 'unknown']

export function PositionsMatrix({ items }: { readonly items: readonly MeetingItem[] }) {
  const t = useText()
  const parties = [...new Set(items.flatMap(({ positions }) => positions.map(({ party }) => party)))]
  return (
    <section aria-labelledby="matrix-title" className="matrix-section">
      <h2 id="matrix-title">{t('meeting.matrix')}</h2>
      <p className="legend">
        {PULLS.map((pull) => (
          <span key={pull}>
            <span aria-hidden="true">{SIGNS[pull]}</span> {t(`meeting.pull.${pull}`)}
          </span>
        ))}
      </p>
      <div className="scroll" tabIndex={0} role="group" aria-label={t('meeting.matrix')}>
        <table className="table matrix" data-wide={items.length > 5 || undefined}>
          <thead>
            <tr>
              <th scope="col">{t('positions.party')}</th>
              {items.map(({ entity, title }, index) => (
                <th key={entity} scope="col">
                  {index + 1}. {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parties.map((party) => (
              <tr key={party}>
                <th scope="row">
                  {euCountryCode(party)} <span className="state-name">{placeName(party)}</span>
                </th>
                {items.map(({ entity, positions }) => {
                  const held = positions.find((one) => one.party === party)
                  return (
                    <td key={entity} className="matrix-cell">
                      {held ? (
                        <>
                          <PositionLabel position={held.position} />
                          {held.paragraphs.length > 0 && (
                            <span className="quiet">
                              {' '}
                              {t('meeting.andParagraphs', { count: held.paragraphs.length })}
                            </span>
                          )}
                        </>
                      ) : (
                        <span className="quiet">{t('meeting.noMember')}</span>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
