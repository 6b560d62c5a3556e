/** Says that a case is shown as another party would get it, what that leaves out, and leads back. */
import type { Preview } from '@demarche/api'
import { formatMarking } from '@demarche/core/kernel/marking.ts'
import { propertyLabel } from '../../grounds/labels.ts'
import { usePartyName } from '../../parts/party-name.ts'
import { useText } from '../../texts.ts'
import { useCase } from '../case/case-context.ts'
import { useViewAs } from './view-as.ts'

export function ViewBanner({ preview }: { readonly preview: Preview }) {
  const t = useText()
  const [, setAs] = useViewAs()
  const { dossier, doctrine } = useCase()
  const { party, ceiling, statements, withheldFacts, differentFacts } = preview
  const name = usePartyName()(party)
  const labels = (facts: readonly string[]) =>
    facts.map((fact) => propertyLabel(dossier, doctrine, fact, t)).join(', ')
  const marking = formatMarking({ distribution: ceiling.maxDistribution, tlp: ceiling.maxTlp })
  return (
    <section className="note" data-tone="warn" aria-label={t('viewAs.title', { party: name })}>
      <h2>{t('viewAs.title', { party: name })}</h2>
      <p>
        {t('viewAs.how', { party: name, marking })}{' '}
        {statements.withheld === 0
          ? t('viewAs.nothingWithheld', { count: statements.shown })
          : t('viewAs.withheld', { count: statements.withheld, shown: statements.shown })}
      </p>
      {withheldFacts.length > 0 && <p>{t('viewAs.missing', { facts: labels(withheldFacts) })}</p>}
      {differentFacts.length > 0 && <p>{t('viewAs.different', { facts: labels(differentFacts) })}</p>}
      <button type="button" onClick={() => setAs(undefined)}>
        {t('viewAs.back')}
      </button>
    </section>
  )
}
