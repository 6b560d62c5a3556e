/** Says that a case is shown as another party would get it, what that leaves out, and leads back. */
import type { Preview } from '@demarche/api'
import { formatMarking } from '@demarche/core/kernel/marking.ts'
import { useText } from '../../texts.ts'
import { useViewAs } from './view-as.ts'

export function ViewBanner({ preview }: { readonly preview: Preview }) {
  const t = useText()
  const [, setAs] = useViewAs()
  const { name, ceiling, statements, withheldFacts, differentFacts } = preview
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
      {withheldFacts.length > 0 && <p>{t('viewAs.missing', { facts: withheldFacts.join(', ') })}</p>}
      {differentFacts.length > 0 && <p>{t('viewAs.different', { facts: differentFacts.join(', ') })}</p>}
      <button type="button" onClick={() => setAs(undefined)}>
        {t('viewAs.back')}
      </button>
    </section>
  )
}
