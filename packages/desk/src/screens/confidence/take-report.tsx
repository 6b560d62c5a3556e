/** Takes the report away, filled in as far as the records go, in the form that is chosen. */
import { REPORT_FORMATS, type ReportFormat } from '@demarche/api/confidence.ts'
import { useMutation } from '@tanstack/react-query'
import { fetchFile } from '../../api/client.ts'
import { type ReportAsked, reportFileAddress } from '../../api/confidence-queries.ts'
import { RefusalNote } from '../../parts/await.tsx'
import { PaperLanguage, usePaperLanguage } from '../../parts/paper-language.tsx'
import { useText } from '../../texts.ts'

export function TakeReport({ asked, asOf }: { readonly asked: ReportAsked; readonly asOf: string }) {
  const t = useText()
  const [language, choose] = usePaperLanguage()
  const download = useMutation({
    mutationFn: (format: ReportFormat) =>
      fetchFile(
        reportFileAddress(asked, format, language),
        `report-${asked.set}-${asked.state}-${asOf}.${format}`,
      ),
  })
  return (
    <section className="tied" aria-labelledby="take">
      <h2 id="take">{t('cbm.take.title')}</h2>
      <p className="quiet">{t('cbm.take.lead')}</p>
      <PaperLanguage language={language} choose={choose} />
      <div className="actions">
        {REPORT_FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            disabled={download.isPending}
            onClick={() => download.mutate(format)}
          >
            {download.isPending && download.variables === format
              ? t('documents.preparing')
              : format === 'csv'
                ? t('cbm.take.csv')
                : t(`documents.format.${format}`)}
          </button>
        ))}
      </div>
      <p role="status">{download.isSuccess && t('documents.saved', { name: download.data })}</p>
      {download.isError && <RefusalNote error={download.error} />}
    </section>
  )
}
