/** What we do not know about a partner: the doubts of every record on the page as work, and what nothing was found of. */
import type { OpenPoint, RecordDoubt } from '@demarche/core'
import { kindPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useText } from '../../texts.ts'
import { useOnPage } from './on-page.tsx'
import { Line, Part, RecordName, Rows } from './partner-rows.tsx'

const WHATS: readonly RecordDoubt['what'][] = ['missing', 'contested', 'unverified']

export function OpenPoints() {
  const t = useText()
  const { answer, kind } = useOnPage()
  const { work, noneFound } = answer.view
  const points = work.reduce((sum, { doubts }) => sum + doubts.length, 0)
  const none = noneFound.flatMap((id) => kind(id) ?? [])
  return (
    <Part id="unknown" title={t('partner.unknown')}>
      <p className="quiet">
        {points === 0 ? t('partner.noPoints') : t('partner.points', { points, count: work.length })}
      </p>
      <Rows
        isBrief
        rows={work.map((one) => (
          <Point key={one.entity} point={one} />
        ))}
      />
      {none.length > 0 && (
        <p className="partner-none">
          <span className="quiet">{t('partner.noneOf')}</span>{' '}
          {none.map(({ id, plural }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <GoLink to={kindPath(id)}>{plural}</GoLink>
            </span>
          ))}
          {'. '}
          <span className="quiet">{t('partner.noneIsNotNone')}</span>
        </p>
      )}
    </Part>
  )
}

function Point({ point: { entity, doubts } }: { readonly point: OpenPoint }) {
  const t = useText()
  const { row, kind, wording } = useOnPage()
  const known = row(entity)
  const words = known && wording(known.kind)
  if (!known || !words) return null
  return (
    <Line when={<span className="quiet">{kind(known.kind)?.label}</span>}>
      <RecordName row={known} />
      <p className="partner-details">
        {WHATS.map((what) => {
          const own = doubts.filter((doubt) => doubt.what === what)
          if (own.length === 0) return null
          return (
            <span key={what} className="partner-detail">
              <span className="quiet">{t(`partner.doubt.${what}`)}</span>{' '}
              {own.map(({ property }) => words.label(property)).join(', ')}
            </span>
          )
        })}
      </p>
    </Line>
  )
}
