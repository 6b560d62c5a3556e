/** A draft brief for the next round, made from what is open. */
import { partnerBriefAddress } from '../../api/partner-queries.ts'
import { useAsOf } from '../../frame/address.ts'
import { PaperForms } from '../../parts/paper-forms.tsx'
import { useText } from '../../texts.ts'
import { useOnPage } from './on-page.tsx'
import { Part } from './partner-rows.tsx'

export function TakeBrief() {
  const t = useText()
  const { answer } = useOnPage()
  const { code, asOf } = answer
  const [asked] = useAsOf()
  return (
    <div className="partner-brief">
      <Part id="brief" title={t('partner.brief')}>
        <p>{t('partner.briefLead')}</p>
        <PaperForms
          name={t('partner.brief')}
          address={(form) => partnerBriefAddress(code, form, asked)}
          fileName={`brief-${code}-${asOf}`}
          madeOf={answer}
        />
      </Part>
    </div>
  )
}
