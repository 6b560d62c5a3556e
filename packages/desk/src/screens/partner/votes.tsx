/** How a partner voted: rival resolutions side by side, the other votes by what it said. */
import type { RecordRow } from '@demarche/api'
import { isPartialDate } from '@demarche/core/kernel/partial-date.ts'
import { wordsIn } from '@demarche/core/portfolio/read-record.ts'
import { recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { formatPartialDate } from '../../parts/format-date.ts'
import { semicolon } from '../../parts/semicolon.ts'
import { Obtain } from '../../portfolio/obtain.tsx'
import { useText } from '../../texts.ts'
import { useOnPage } from './on-page.tsx'
import { MoreOnPaper, MOST_PRINTED, RecordName } from './partner-rows.tsx'

/** A resolution beside its rival, which the partner may have had no vote on. */
interface Rivals {
  readonly pair: readonly [entity: string, entity: string]
  readonly isProposed: boolean
}

export function Votes() {
  const t = useText()
  const { answer, sections, wording, kind, row } = useOnPage()
  const voted = sections('vote').filter(({ property }) => property !== 'rivalOf')
  if (voted.length === 0) {
    return (
      <>
        <span className="quiet">{t('partner.noneFound')}</span>
        <Obtain kind={kind('vote')} />
      </>
    )
  }
  const rows = new Map(voted.flatMap((section) => section.rows.map((one) => [one.entity, one] as const)))
  // a rival of which the reader sees nothing is none
  const rivals = rivalsIn([...rows.values()]).filter(({ pair }) =>
    pair.every((entity) => rows.has(entity) || answer.names[entity] !== undefined),
  )
  const beside = new Set(rivals.flatMap(({ pair }) => pair))
  const saidOn = (entity: string) =>
    voted
      .filter((section) => section.rows.some((one) => one.entity === entity))
      .map(({ property }) => wording('vote')?.label(property))
      .join(' / ')
  return (
    <>
      {rivals.length > 0 && (
        <>
          <p className="quiet">{t('partner.rivals')}</p>
          <ul className="plain partner-rivals">
            {rivals.map(({ pair, isProposed }) => (
              <li key={pair.join(' ')}>
                {pair.map((entity) => (
                  <div key={entity}>
                    <strong>{saidOn(entity) || t('partner.noneFound')}</strong>{' '}
                    <Resolution entity={entity} row={row(entity)} />
                  </div>
                ))}
                {isProposed && <p className="quiet">{t('partner.rivalsProposed')}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
      {voted.map(({ property, rows: all, total }) => {
        const others = all.filter(({ entity }) => !beside.has(entity))
        if (others.length === 0 && total === all.length) return null
        return (
          <p key={property}>
            <span className="quiet">
              {wording('vote')?.label(property)}
              {t('mark.colon')}
            </span>{' '}
            {others.map((one, index) => (
              <span key={one.entity} className={index < MOST_PRINTED ? undefined : 'on-screen'}>
                {index > 0 && semicolon()}
                <Resolution entity={one.entity} row={one} />
              </span>
            ))}
            {total > all.length && (
              <span className="quiet on-screen"> {t('portfolio.more', { count: total - all.length })}</span>
            )}
            <MoreOnPaper count={total - (all.length - others.length) - MOST_PRINTED} />
          </p>
        )
      })}
    </>
  )
}

/** Its name, symbol and day; by name alone where nothing ties it to the partner. */
function Resolution({ entity, row }: { readonly entity: string; readonly row: RecordRow | undefined }) {
  const { names } = useOnPage().answer
  if (!row) return <GoLink to={recordPath(entity)}>{names[entity] ?? entity}</GoLink>
  const days = wordsIn(row, 'start').map((day) => (isPartialDate(day) ? formatPartialDate(day) : day))
  const about = [wordsIn(row, 'symbol').join(' / '), days.join(' / ')].filter((one) => one !== '')
  return (
    <>
      <RecordName row={row} /> <span className="quiet">{about.join(', ')}</span>
    </>
  )
}

/** Each pair once, the one that was there before first. */
function rivalsIn(rows: readonly RecordRow[]): readonly Rivals[] {
  const pairs = new Map<string, Rivals>()
  for (const row of rows) {
    const isProposed = row.doubts.some(
      ({ property, what }) => property === 'rivalOf' && what === 'unverified',
    )
    for (const rival of wordsIn(row, 'rivalOf'))
      pairs.set([row.entity, rival].toSorted().join(' '), { pair: [rival, row.entity], isProposed })
  }
  return [...pairs.values()]
}
