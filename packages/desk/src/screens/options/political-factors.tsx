/** Political factors, shown beside the proportionality test and never inside it. */
import type { Dossier } from '@demarche/core'
import { GroundsButton } from '../../grounds/grounds-button.tsx'
import { politicalLabel, reasonInDesk } from '../../parts/say-reason.ts'
import { VerdictChip } from '../../parts/verdict-chip.tsx'
import { useText } from '../../texts.ts'

export function PoliticalFactors({ dossier }: { readonly dossier: Dossier }) {
  const t = useText()
  return (
    <section aria-labelledby="political-title">
      <h2 id="political-title">{t('options.political')}</h2>
      <p className="quiet">{t('options.politicalNote')}</p>
      <ul className="plain-rows">
        {dossier.political.map((factor) => (
          <li key={factor.id}>
            <GroundsButton row topic={{ kind: 'political', id: factor.id }}>
              {politicalLabel(t, factor)} <VerdictChip verdict={factor.verdict} family="plain" />
            </GroundsButton>
            <p className="quiet">{reasonInDesk(t, factor.words, factor.text)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
