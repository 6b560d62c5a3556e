/** The nearest precedents, with the distance explained feature by feature and what was done. */
import type { Dossier, Neighbour } from '@demarche/core'
import { casePath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { GroundsButton } from '../../grounds/grounds-button.tsx'
import { Empty } from '../../parts/empty.tsx'
import { formatPartialDate } from '../../parts/format-date.ts'
import { words } from '../../parts/format-value.ts'
import { useText } from '../../texts.ts'
import { ListingsFollowed } from '../register/listings-followed.tsx'
import { sayFeature, sayFeatureValues } from './say-feature.ts'

function Features({ neighbour }: { readonly neighbour: Neighbour }) {
  const t = useText()
  return (
    <details>
      <summary>{t('options.featuresCount', { count: neighbour.features.length })}</summary>
      <table className="table inner">
        <caption className="sr-only">{t('options.featuresCaption', { name: neighbour.name })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('options.feature')}</th>
            <th scope="col">{t('options.here')}</th>
            <th scope="col">{t('options.there')}</th>
            <th scope="col" className="num">
              {t('options.apart')}
            </th>
            <th scope="col" className="num">
              {t('options.weight')}
            </th>
          </tr>
        </thead>
        <tbody>
          {neighbour.features.map((feature) => (
            <tr key={feature.feature}>
              <th scope="row">{sayFeature(t, feature.feature)}</th>
              <td>{sayFeatureValues(t, feature.feature, feature.here)}</td>
              <td>{sayFeatureValues(t, feature.feature, feature.there)}</td>
              <td className="num">{Math.round(feature.distance * 100)} %</td>
              <td className="num">{feature.weight}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

export function Precedents({ dossier }: { readonly dossier: Dossier }) {
  const t = useText()
  return (
    <section aria-labelledby="precedents-title">
      <h2 id="precedents-title">{t('options.precedents')}</h2>
      <ListingsFollowed entity={dossier.entity} own />
      {dossier.neighbours.length === 0 ? (
        <Empty title={t('options.noPrecedentsTitle')} text={t('options.noPrecedentsText')} />
      ) : (
        <ul className="precedents">
          {dossier.neighbours.map((neighbour) => (
            <li key={neighbour.entity}>
              <h3>
                <GoLink to={casePath(neighbour.entity)}>{neighbour.name}</GoLink>
              </h3>
              <p>
                <GroundsButton row topic={{ kind: 'neighbour', id: neighbour.entity }}>
                  {t('options.distance', {
                    percent: Math.round((1 - neighbour.distance) * 100),
                    compared: Math.round(neighbour.compared * 100),
                  })}
                </GroundsButton>
              </p>
              <p>
                <span className="category" data-category={neighbour.responseClass}>
                  {t(`answered.${neighbour.responseClass}`)}
                </span>
              </p>
              {neighbour.responses.length > 0 && (
                <ul className="responses">
                  {neighbour.responses.slice(0, 3).map((response, index) => (
                    <li key={index}>
                      <span className="quiet num">{formatPartialDate(response.date)}</span> {response.by}
                      {t('mark.colon')} {words(response.instrument)}
                    </li>
                  ))}
                </ul>
              )}
              <ListingsFollowed entity={neighbour.entity} />
              <Features neighbour={neighbour} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
