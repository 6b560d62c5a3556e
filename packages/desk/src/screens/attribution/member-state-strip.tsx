/** Where the Member States stand, in protocol order; EL for Greece. */
import { euCountryCode } from '@demarche/core/incident/member-states.ts'
import type { Dossier } from '@demarche/core'
import { useText } from '../../texts.ts'
import { stateWords } from './claims.tsx'

const SYMBOLS = { attributed: '●', 'through-the-union': '◐', 'not-stated': '○' } as const

export function MemberStateStrip({ dossier }: { readonly dossier: Dossier }) {
  const t = useText()
  const { memberStates } = dossier.attribution
  const counts = Map.groupBy(memberStates, ({ stance }) => stance)
  return (
    <section aria-labelledby="states-title">
      <h2 id="states-title">{t('states.title')}</h2>
      <p className="legend quiet">
        {(['attributed', 'through-the-union', 'not-stated'] as const).map((stance) => (
          <span key={stance}>
            <span aria-hidden="true">{SYMBOLS[stance]}</span> {t(`stance.${stance}`)}:{' '}
            {counts.get(stance)?.length ?? 0}
          </span>
        ))}
      </p>
      <ul className="states">
        {memberStates.map(({ code, stance }) => (
          <li key={code} data-stance={stance} title={`${stateWords(code)}: ${t(`stance.${stance}`)}`}>
            <span>{euCountryCode(code)}</span> <span aria-hidden="true">{SYMBOLS[stance]}</span>
            <span className="sr-only">{t(`stance.${stance}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
