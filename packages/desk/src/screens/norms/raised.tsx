/** What was said of a norm in meetings: who raised it with whom, and the reply. */
import { formatPartialDate } from '../../parts/format-date.ts'
import { sourcedValues, textsOf } from '@demarche/core/portfolio/norms/record-facts.ts'
import type { Norm } from '@demarche/core'
import { useRecords } from '../../api/portfolio-queries.ts'
import { factsOf } from '../../api/norm-queries.ts'
import { recordPath, useAsOf } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { usePlaceName } from '../../portfolio/places.ts'
import { useText } from '../../texts.ts'

export function Raised({ norm }: { readonly norm: Norm }) {
  const t = useText()
  const placeName = usePlaceName()
  const [asOf] = useAsOf()
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
        {({ rows }) => {
          const said = factsOf(rows).flatMap((record) =>
            sourcedValues(record, 'raised').flatMap(({ value }) =>
              typeof value === 'object' && 'norm' in value && value.norm === norm.id
                ? [{ record, value }]
                : [],
            ),
          )
          if (said.length === 0) return <p className="quiet">{t('normPage.notRaised')}</p>
          return (
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
          )
        }}
      </Await>
    </section>
  )
}
