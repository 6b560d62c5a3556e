/** Takes away a draft brief for the next round, made from what is open, in the form that is chosen. */
import { fetchFile } from '../../api/client.ts'
import type { PaperForm } from '../../api/paper-form.ts'
import { partnerBriefAddress } from '../../api/partner-queries.ts'
import { useAsOf } from '../../frame/address.ts'
import { PaperForms } from '../../parts/paper-forms.tsx'
import { useText } from '../../texts.ts'
import { useOnPage } from './on-page.tsx'
import { Part } from './partner-rows.tsx'

export function TakeBrief() {
  const t = useText()
  const { code, asOf } = useOnPage().answer
  const [asked] = useAsOf()
  const take = (form: PaperForm) =>
    fetchFile(partnerBriefAddress(code, form, asked), `brief-${code}-${asOf}.${form.format}`)
  return (
    <div className="partner-brief">
      <Part id="brief" title={t('partner.brief')}>
        <p>{t('partner.briefLead')}</p>
        <PaperForms take={take} />
      </Part>
    </div>
  )
}
