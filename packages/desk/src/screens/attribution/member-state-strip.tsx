/** Where the Member States stand: by stance, with the count, each in protocol order; EL for Greece. */
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import type { Dossier } from '@demarche/core'
import { useText } from '../../texts.ts'
import { stateWords } from './claims.tsx'

const SYMBOLS = { attributed: '●', 'through-the-union': '◇', 'not-stated': '○' } as const

const STANCES = ['attributed', 'through-the-union', 'not-stated'] as const

export function MemberStateStrip({ dossier }: { readonly dossier: Dossier }) {
  const t = useText()
  const { memberStates } = dossier.attribution
  const groups = Map.groupBy(memberStates, ({ stance }) => stance)
  return (
    <section aria-labelledby="states-title">
      <h2 id="states-title">{t('states.title')}</h2>
      {STANCES.flatMap((stance) => {
        const states = groups.get(stance) ?? []
        return states.length === 0 ? (
          []
        ) : (
          <div key={stance} className="stance" data-stance={stance}>
            <h3>
              <span aria-hidden="true">{SYMBOLS[stance]}</span>{' '}
              {t('states.group', { stance: t(`stance.${stance}`), count: states.length })}
            </h3>
            <ul className="states">
              {states.map(({ code }) => (
                <li key={code} data-stance={stance} title={stateWords(code)}>
                  {euCountryCode(code)}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}
