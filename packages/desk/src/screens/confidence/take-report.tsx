/** Takes the report away, filled in as far as the records go, in the form that is chosen. */
import { REPORT_FORMATS } from '@demarche/api/confidence.ts'
import { fetchFile } from '../../api/client.ts'
import { type ReportAsked, reportFileAddress } from '../../api/confidence-queries.ts'
import { FormatButtons } from '../../parts/format-buttons.tsx'
import { PaperLanguage, usePaperLanguage } from '../../parts/paper-language.tsx'
import { useText } from '../../texts.ts'

export function TakeReport({ asked, asOf }: { readonly asked: ReportAsked; readonly asOf: string }) {
  const t = useText()
  const [language, choose] = usePaperLanguage()
  return (
    <section className="tied" aria-labelledby="take">
      <h2 id="take">{t('cbm.take.title')}</h2>
      <p className="quiet">{t('cbm.take.lead')}</p>
      <PaperLanguage language={language} choose={choose} />
      <FormatButtons
        formats={REPORT_FORMATS}
        say={(format) => t(format === 'csv' ? 'cbm.take.csv' : `documents.format.${format}`)}
        take={(format) =>
          fetchFile(
            reportFileAddress(asked, format, language),
            `report-${asked.set}-${asked.state}-${asOf}.${format}`,
          )
        }
      />
    </section>
  )
}
