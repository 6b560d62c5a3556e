/** What came of the checks of the last twelve months, altogether, by directory and by region. */
import type { CheckCounts, CheckStatistics } from '@demarche/core'
import { propertyOf, sayWord } from '@demarche/core/portfolio/record-kind.ts'
import { useKind } from '../../api/portfolio-queries.ts'
import { formatNumber } from '../../parts/format-value.ts'
import { usePlaceName } from '../../portfolio/places.ts'
import { useText } from '../../texts.ts'

const COLUMNS = ['contacts', 'lapsed', 'answered', 'unanswered', 'waiting', 'hours'] as const

export function CheckNumbers({ statistics }: { readonly statistics: CheckStatistics }) {
  const t = useText()
  const placeName = usePlaceName()
  const contact = useKind('contact-point')
  const networks = contact && propertyOf(contact, 'networks')
  const rows: readonly (readonly [string, CheckCounts])[] = [
    [t('contacts.all'), statistics.all],
    ...Object.entries(statistics.networks).map(
      ([word, counts]) => [networks ? sayWord(networks, word) : word, counts] as const,
    ),
    ...Object.entries(statistics.regions).map(([id, counts]) => [placeName(id), counts] as const),
  ]
  return (
    <section className="tied" aria-labelledby="numbers">
      <h2 id="numbers">{t('contacts.numbers')}</h2>
      <p className="quiet">{t('contacts.numbersLead')}</p>
      <div className="scroll" tabIndex={0} role="group" aria-label={t('contacts.numbers')}>
        <table className="table cards">
          <caption className="sr-only">{t('contacts.numbers')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('contacts.where')}</th>
              {COLUMNS.map((column) => (
                <th scope="col" className="num" key={column}>
                  {t(`contacts.number.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, { contacts, lapsed, checks, medianHours }]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {[
                  contacts,
                  lapsed,
                  checks.answered,
                  checks.lapsed + checks['not-answered'] + checks.bounced + checks['wrong-person'],
                  checks.waiting,
                ].map((number, index) => (
                  <td
                    className="num"
                    key={index}
                    data-label={t(`contacts.number.${COLUMNS[index] ?? 'hours'}`)}
                  >
                    {formatNumber(number)}
                  </td>
                ))}
                <td className="num" data-label={t('contacts.number.hours')}>
                  {medianHours === null ? (
                    <span className="quiet">{t('contacts.noHours')}</span>
                  ) : (
                    formatNumber(medianHours)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
