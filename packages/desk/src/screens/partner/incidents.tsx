/** Incidents in which it was hit and those it is said to have done; who of it is listed. */
import { formatPartialDate } from '../../parts/format-date.ts'
import { semicolon } from '../../parts/semicolon.ts'
import { GoLink } from '../../frame/go-link.tsx'
import type { TextKey } from '../../texts.ts'
import { useText } from '../../texts.ts'
import { useOnPage } from './on-page.tsx'
import { Line, NoneFound, Part, RecordName, Rows } from './partner-rows.tsx'

/** How a case is tied to a place, by the property that does it. */
const TIES: readonly (readonly [heading: TextKey, properties: readonly string[]])[] = [
  ['partner.victim', ['target.country', 'memberStates']],
  ['partner.allegedOrigin', ['attributionClaim.accusedState']],
]

export function Incidents() {
  const t = useText()
  const { sections } = useOnPage()
  return (
    <Part id="incidents" title={t('partner.incidents')}>
      <dl className="partner-pairs">
        {TIES.map(([heading, properties]) => {
          const own = sections('case').filter(({ property }) => properties.includes(property))
          const rows = [...new Map(own.flatMap((one) => one.rows.map((row) => [row.entity, row]))).values()]
          const more = Math.max(0, ...own.map((one) => one.total - one.rows.length))
          return (
            <div key={heading}>
              <dt>{t(heading)}</dt>
              <dd>
                {rows.length === 0 && <span className="quiet">{t('partner.noneFound')}</span>}
                {rows.map((row, index) => (
                  <span key={row.entity}>
                    {index > 0 && semicolon()}
                    <RecordName row={{ ...row, doubts: [] }} />
                  </span>
                ))}
                {more > 0 && <span className="quiet"> {t('portfolio.more', { count: more })}</span>}
              </dd>
            </div>
          )
        })}
      </dl>
    </Part>
  )
}

export function Listed() {
  const t = useText()
  const { code, listings } = useOnPage().answer
  return (
    <Part id="listed" title={t('partner.listed')}>
      {listings.length === 0 && <NoneFound text={t('partner.noneListed')} />}
      <Rows
        most={4}
        rows={listings.map(
          ({ id, name, annexRef, listingDate, standing, status, nationality, isChecked }) => (
            <Line key={id} when={formatPartialDate(listingDate)}>
              <GoLink className="partner-name" to={`/register?grounds=listing:${id}`} data-row="">
                {name}
              </GoLink>
              <p className="partner-details">
                <span className="partner-detail">{annexRef}</span>
                <span className="partner-detail">
                  {t(`register.standing.${standing}`, {
                    read: formatPartialDate(status.asOf),
                    removed: status.delistedOn === null ? '' : formatPartialDate(status.delistedOn),
                  })}
                </span>
                {nationality !== code && <span className="partner-detail">{t('partner.linkedState')}</span>}
                {!isChecked && <span className="partner-detail">{t('register.transcription')}</span>}
              </p>
            </Line>
          ),
        )}
      />
    </Part>
  )
}
