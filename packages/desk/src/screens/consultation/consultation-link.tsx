/** On the page of a consultation: how many answers wait, and the way to them. */
import { useConsultation } from '../../api/consultation-queries.ts'
import { consultationPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { Await } from '../../parts/await.tsx'
import { formatNumber } from '../../parts/format-value.ts'
import { useText } from '../../texts.ts'

const COUNTED = [
  ['waiting', 'desk.consultation.waiting'],
  ['accepted', 'desk.consultation.accepted'],
  ['set-aside', 'desk.consultation.setAside'],
] as const

export function ConsultationLink({ entity }: { readonly entity: string }) {
  const t = useText()
  const query = useConsultation(entity)
  return (
    <section className="tied" aria-labelledby="answers">
      <h2 id="answers">{t('desk.consultation.section')}</h2>
      <Await query={query}>
        {({ counts }) => (
          <p className="head-facts">
            {COUNTED.map(([state, label]) => (
              <span key={state}>
                <span className="quiet">{t(label)}</span> {formatNumber(counts[state])}
              </span>
            ))}
          </p>
        )}
      </Await>
      <p>
        <GoLink className="button" to={consultationPath(entity)}>
          {t('desk.consultation.open')}
        </GoLink>
      </p>
    </section>
  )
}
