/** UN norms: said by somebody to be breached, or to be considered. */
import type { Dossier } from '@demarche/core'
import { statesOfCase } from '@demarche/core/dossier/states-of-case.ts'
import { normPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useOpenAt } from '../../frame/open-at.ts'
import { GroundsButton } from '../../grounds/grounds-button.tsx'
import { useText } from '../../texts.ts'

export function Norms({ dossier }: { readonly dossier: Dossier }) {
  const t = useText()
  const states = statesOfCase(dossier)
  useOpenAt()
  return (
    <section aria-labelledby="norms-title">
      <h2 id="norms-title">{t('norms.title')}</h2>
      {dossier.norms.length === 0 ? (
        <p className="quiet">{t('norms.none')}</p>
      ) : (
        <ul className="norms">
          {dossier.norms.map((norm) => (
            <li key={norm.norm}>
              <GroundsButton row topic={{ kind: 'norm', id: norm.norm }} verified={norm.verified}>
                {t('norm.title', { letter: norm.letter, label: norm.label })}
              </GroundsButton>
              <p className="quiet">
                {norm.status === 'claimed'
                  ? t('norm.claimedBy', { parties: norm.claimedBy.join(', ') })
                  : t('norm.toConsider')}
              </p>
              {norm.thenAsk && <p className="quiet">{norm.thenAsk}</p>}
              <p>
                <GoLink to={normPath(norm.norm, states)}>
                  {t('normPage.ofCase')}
                  <span className="sr-only"> ({norm.letter})</span>
                </GoLink>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
