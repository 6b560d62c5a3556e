/**
 * What was said of a norm in meetings: who raised it with whom, and the reply; where States are set side by side, by one of them
 * or in a meeting with one.
 */
import { formatPartialDate } from '../../parts/format-date.ts'
import { sourcedValues, textsOf } from '@demarche/core/portfolio/norms/record-facts.ts'
import type { Norm, RecordFacts } from '@demarche/core'
import { useRecords } from '../../api/portfolio-queries.ts'
import { factsOf } from '../../api/norm-queries.ts'
import { normPath, recordPath, statesIn, useAddressValues, useAsOf } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { usePlaceName } from '../../portfolio/places.ts'
import { useText } from '../../texts.ts'

export function Raised({ norm }: { readonly norm: Norm }) {
  const t = useText()
  const placeName = usePlaceName()
  const [asOf] = useAsOf()
  const [search] = useAddressValues()
  const states = statesIn(search)
  const meetings = useRecords({
    kind: 'meeting',
    facet: [`raised.norm=${norm.id}`],
    detail: 'all',
    sort: 'start',
    order: 'desc',
    limit: 200,
    ...(asOf === undefined ? {} : { asOf }),
  })
  useScreenMarking(meetings.data?.rows.map(({ marking }) => marking))
  return (
    <section className="tied" aria-labelledby="raised">
      <h2 id="raised">{t('normPage.raised')}</h2>
      <Await query={meetings}>
        {({ rows, total }) => {
          const all = factsOf(rows).flatMap((record) =>
            sourcedValues(record, 'raised').flatMap(({ value }) =>
              typeof value === 'object' && 'norm' in value && value.norm === norm.id
                ? [{ record, value }]
                : [],
            ),
          )
          const said =
            states.length === 0 ? all : all.filter(({ record, value }) => concerns(record, value, states))
          const more = total - rows.length
          const narrowed = states.length > 0 && (
            <p className="quiet">
              {t('normPage.raisedOf', { states: states.map(placeName).join(', ') })}{' '}
              <GoLink to={normPath(norm.id)}>{t('normPage.raisedAll')}</GoLink>
            </p>
          )
          if (said.length === 0)
            return (
              <>
                {narrowed}
                <p className="quiet">{t('normPage.notRaised')}</p>
              </>
            )
          return (
            <>
              {narrowed}
              <ul className="plain-rows">
                {said.map(({ record, value }, index) => {
                  const [start] = textsOf(record, 'start')
                  return (
                    <li key={index}>
                      <GoLink to={recordPath(record.entity)}>{record.name}</GoLink>{' '}
                      {start !== undefined && <span className="quiet">{formatPartialDate(start)}</span>}
                      <p>
                        {t('normPage.said', {
                          by: 'by' in value ? placeName(String(value.by)) : t('standing.unknown'),
                          what: 'what' in value ? String(value.what) : '',
                        })}
                      </p>
                      <p>
                        {'reply' in value && value.reply !== undefined
                          ? t('normPage.reply', { reply: String(value.reply) })
                          : t('normPage.noReply')}
                      </p>
                    </li>
                  )
                })}
              </ul>
              {more > 0 && <p className="quiet">{t('portfolio.more', { count: more })}</p>}
            </>
          )
        }}
      </Await>
    </section>
  )
}

/** Whether one of the States raised it, or it was raised in a meeting with one. */
function concerns(record: RecordFacts, raised: object, states: readonly string[]): boolean {
  const partners = sourcedValues(record, 'partners').flatMap(({ value }) =>
    Array.isArray(value) ? value : [],
  )
  const by = 'by' in raised ? [raised.by] : []
  return [...by, ...partners].some((code) => states.includes(String(code)))
}
