/** Whether a point of contact has lapsed, and what its last check brought (PFO-23). */
import type { ContactStanding, RecordKind } from '@demarche/core'
import { propertyOf, sayWord } from '@demarche/core/portfolio/record-kind.ts'
import { recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { formatPartialDate } from '../../parts/format-date.ts'
import { useText } from '../../texts.ts'

interface Props {
  readonly contact: ContactStanding
  readonly kinds: readonly RecordKind[]
}

export function ContactFinding({ contact: { lapsed, lastCheck }, kinds }: Props) {
  const t = useText()
  const check = kinds.find(({ id }) => id === 'contact-check')
  const outcome = check && propertyOf(check, 'outcome')
  const words = lastCheck?.outcome.map((word) => (outcome ? sayWord(outcome, word) : word)) ?? []
  return (
    <section className="record-doubts" aria-labelledby="finding">
      <h2 id="finding">{t('finding.contact')}</h2>
      <p>
        {lastCheck ? (
          <GoLink to={recordPath(lastCheck.entity)}>
            {t('partner.checked', { date: formatPartialDate(lastCheck.on) })}
          </GoLink>
        ) : (
          t('partner.neverChecked')
        )}
        {words.length > 0 && `${t('mark.colon')} ${words.join(' / ')}`}{' '}
        {lapsed && (
          <span className="tag" data-tone="warn">
            {t('partner.lapsed')}
          </span>
        )}
      </p>
      <p className="quiet">{t('finding.contactRests')}</p>
    </section>
  )
}
