/** Which partners have not been met for how long, and on what, by the meetings on record. */
import type { NotMetAnswer } from '@demarche/api'
import type { NotMet } from '@demarche/core'
import { useNotMet } from '../../api/coming-queries.ts'
import { partnerPath, recordPath, useAddressValues } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { formatPartialDate } from '../../parts/format-date.ts'
import { usePrintedPlaceName } from '../../portfolio/places.ts'
import { StatusNotes } from '../../portfolio/status-notes.tsx'
import { useText } from '../../texts.ts'

const CHOICES = [6, 12, 24, 36] as const
const USUAL = 12

export function NotMetSection({ place }: { readonly place: string | undefined }) {
  const t = useText()
  const [search, setValues] = useAddressValues()
  const months = CHOICES.find((one) => String(one) === search.get('months')) ?? USUAL
  const notMet = useNotMet({ months, ...(place === undefined ? {} : { place }) })
  useScreenMarking(notMet.data && [notMet.data.marking])
  return (
    <section className="not-met" aria-labelledby="not-met">
      <h2 id="not-met">{t('notMet.title')}</h2>
      <p className="quiet">{t('notMet.lead')}</p>
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        <label>
          <span>{t('notMet.months')}</span>
          <select value={months} onChange={(event) => setValues({ months: event.target.value })}>
            {CHOICES.map((one) => (
              <option key={one} value={one}>
                {t('notMet.choice', { count: one })}
              </option>
            ))}
          </select>
        </label>
      </form>
      <Await query={notMet}>
        {(answer) =>
          answer.partners.length === 0 ? (
            <p>{t('notMet.none')}</p>
          ) : (
            <>
              <table className="table cards">
                <caption className="sr-only">{t('notMet.title')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('notMet.partner')}</th>
                    <th scope="col">{t('notMet.last')}</th>
                    <th scope="col">{t('notMet.topics')}</th>
                    <th scope="col">{t('notMet.next')}</th>
                  </tr>
                </thead>
                <tbody>
                  {answer.partners.map((one) => (
                    <Row key={one.partner} partner={one} names={answer.names} />
                  ))}
                </tbody>
              </table>
              <StatusNotes named={answer.partners.map(({ partner }) => partner)} />
            </>
          )
        }
      </Await>
    </section>
  )
}

function Row({
  partner: { partner, last, next, topics, isLongAgo },
  names,
}: {
  readonly partner: NotMet
  readonly names: NotMetAnswer['names']
}) {
  const t = useText()
  const placeName = usePrintedPlaceName()
  const link = ({ entity, on }: { readonly entity: string; readonly on: string }) => (
    <GoLink to={recordPath(entity)} title={names[entity]}>
      {formatPartialDate(on)}
    </GoLink>
  )
  return (
    <tr>
      <th scope="row">
        <GoLink to={partnerPath(partner)} data-row="">
          {placeName(partner)}
        </GoLink>
      </th>
      <td data-label={t('notMet.last')}>
        {last ? link(last) : <span className="quiet">{t('notMet.noneFound')}</span>}
        {last && isLongAgo && <span className="differs"> {t('notMet.longAgo')}</span>}
      </td>
      <td data-label={t('notMet.topics')}>
        {topics.length === 0 ? (
          <span className="quiet">{t('notMet.noTopics')}</span>
        ) : (
          <ul className="point-sorts">
            {topics.map((topic) => (
              <li key={topic.topic}>
                {topic.topic} {link(topic)}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td data-label={t('notMet.next')}>
        {next ? link(next) : <span className="quiet">{t('notMet.noneFound')}</span>}
      </td>
    </tr>
  )
}
