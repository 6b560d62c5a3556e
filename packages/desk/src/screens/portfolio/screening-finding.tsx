/** What a dual-use screening comes to, word by word of the definition. It decides nothing: the licensing authority does. */
import type { Screening } from '@demarche/core'
import { VerdictChip } from '../../parts/verdict-chip.tsx'
import { useText } from '../../texts.ts'

interface Props {
  readonly screening: Screening
  readonly labelOf: (property: string) => string
}

export function ScreeningFinding({ screening, labelOf }: Props) {
  const t = useText()
  const { elements, isSurveillanceItem, listed, repression, duty, redFlags } = screening
  const rows = [
    ...elements.map(({ element, holds }) => ({ label: labelOf(element), holds })),
    { label: t('finding.surveillanceItem'), holds: isSurveillanceItem },
    { label: labelOf('listed'), holds: listed },
    { label: labelOf('repression'), holds: repression },
  ]
  return (
    <section className="record-doubts" aria-labelledby="finding">
      <h2 id="finding">{t('finding.screening')}</h2>
      <p>
        <strong>{t(`finding.duty.${duty}`)}</strong>{' '}
        {redFlags.length > 0 && t('finding.redFlags', { count: redFlags.length })}
      </p>
      <ul className="plain-rows">
        {rows.map(({ label, holds }) => (
          <li key={label} className="record-doubt">
            <span className="record-doubt-label">{label}</span>
            <VerdictChip verdict={holds} family="plain" />
          </li>
        ))}
      </ul>
      <p className="quiet">{t('finding.screeningRests')}</p>
    </section>
  )
}
