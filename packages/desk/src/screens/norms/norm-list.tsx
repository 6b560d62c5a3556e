/** The norms in a row each: what is on record of their implementation, and how it stands. */
import {
  countStandings,
  type Implementation,
  IMPLEMENTATION_STANDINGS,
} from '@demarche/core/portfolio/norms/implementation.ts'
import type { Norm } from '@demarche/core'
import { normPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useText } from '../../texts.ts'

interface Props {
  readonly norms: readonly Norm[]
  readonly implementations: readonly Implementation[]
}

export function NormList({ norms, implementations }: Props) {
  const t = useText()
  return (
    <table className="table cards norm-list">
      <caption className="sr-only">{t('normsPage.eleven')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('normsPage.norm')}</th>
          <th scope="col" className="num">
            {t('normsPage.items')}
          </th>
          {IMPLEMENTATION_STANDINGS.map((standing) => (
            <th scope="col" key={standing} className="num">
              {t(`standing.${standing}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {norms.map((norm) => {
          const counts = countStandings(norm, implementations)
          const none = IMPLEMENTATION_STANDINGS.every((standing) => counts[standing] === 0)
          return (
            <tr key={norm.id}>
              <th scope="row">
                <GoLink to={normPath(norm.id)} data-row="">
                  {t('norm.title', { letter: norm.letter, label: norm.label })}
                </GoLink>
              </th>
              <td className="num" data-label={t('normsPage.items')}>
                {norm.items.length}
              </td>
              {none ? (
                <td
                  colSpan={IMPLEMENTATION_STANDINGS.length}
                  className="quiet"
                  data-label={t('implementation.title')}
                >
                  {t('implementation.noneOnRecord')}
                </td>
              ) : (
                IMPLEMENTATION_STANDINGS.map((standing) => (
                  <td className="num" key={standing} data-label={t(`standing.${standing}`)}>
                    {counts[standing]}
                  </td>
                ))
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
