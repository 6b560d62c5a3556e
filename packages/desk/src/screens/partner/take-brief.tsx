/** Takes away a draft brief for the next round, made from what is open, in the form that is chosen. */
import { DOCUMENT_FORMATS, type DocumentFormat } from '@demarche/api/document-formats.ts'
import { useMutation } from '@tanstack/react-query'
import { fetchFile } from '../../api/client.ts'
import { partnerBriefAddress } from '../../api/partner-queries.ts'
import { useAsOf } from '../../frame/address.ts'
import { RefusalNote } from '../../parts/await.tsx'
import { useText } from '../../texts.ts'
import { useOnPage } from './on-page.tsx'
import { Part } from './partner-rows.tsx'

export function TakeBrief() {
  const t = useText()
  const { code, asOf } = useOnPage().answer
  const [asked] = useAsOf()
  const download = useMutation({
    mutationFn: (format: DocumentFormat) =>
      fetchFile(partnerBriefAddress(code, format, asked), `brief-${code}-${asOf}.${format}`),
  })
  return (
    <div className="partner-brief">
      <Part id="brief" title={t('partner.brief')}>
        <p>{t('partner.briefLead')}</p>
        <div className="actions">
          {DOCUMENT_FORMATS.map((format) => (
            <button
              key={format}
              type="button"
              data-row=""
              disabled={download.isPending}
              onClick={() => download.mutate(format)}
            >
              {download.isPending && download.variables === format
                ? t('documents.preparing')
                : t(`documents.format.${format}`)}
            </button>
          ))}
        </div>
        <p role="status">{download.isSuccess && t('documents.saved', { name: download.data })}</p>
        {download.isError && <RefusalNote error={download.error} />}
      </Part>
    </div>
  )
}
