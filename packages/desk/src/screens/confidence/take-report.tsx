/** The report, filled in as far as the records go, in the form that is chosen. */
import type { ConfidenceReportAnswer } from '@demarche/api'
import { type ReportAsked, reportFileAddress } from '../../api/confidence-queries.ts'
import { PaperForms } from '../../parts/paper-forms.tsx'
import { useText } from '../../texts.ts'

interface Props {
  readonly asked: ReportAsked
  readonly answer: ConfidenceReportAnswer
}

export function TakeReport({ asked, answer }: Props) {
  const t = useText()
  return (
    <section className="tied" aria-labelledby="take">
      <h2 id="take">{t('cbm.take.title')}</h2>
      <p className="quiet">{t('cbm.take.lead')}</p>
      <PaperForms
        name={t('cbm.report')}
        address={(form) => reportFileAddress(asked, form)}
        fileName={`report-${asked.set}-${asked.state}-${answer.report.asOf}`}
        madeOf={answer}
        table={(form) => ({
          label: t('cbm.take.csv'),
          address: reportFileAddress(asked, { ...form, format: 'csv' }),
        })}
      />
    </section>
  )
}
