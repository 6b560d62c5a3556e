/** Loading a file: choose or drop it, watch it being read, read what came of it. */
import type { TableReadAnswer } from '@demarche/api'
import { useState } from 'react'
import { type ImportInput, useCancelImport, useImport, useImportJob } from '../../api/queries.ts'
import { RefusalNote } from '../../parts/await.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { useMayRecord, WhyNotRecord } from '../../record/may-record.tsx'
import { useText } from '../../texts.ts'
import { FileChooser } from './file-chooser.tsx'
import { ImportReportView } from './import-report.tsx'
import { keepMapping, type KeptMapping } from './table-choice.ts'

export default function ImportScreen() {
  const t = useText()
  const mayRecord = useMayRecord()
  const [jobId, setJobId] = useState<string>()
  const [sent, setSent] = useState<ImportInput>()
  const start = useImport()
  const job = useImportJob(jobId)
  const cancel = useCancelImport()
  const { data } = job
  const running = data && (data.state === 'reading' || data.state === 'recording')
  const send = (input: ImportInput) => {
    setSent(input)
    start.mutate(input, { onSuccess: ({ id }) => setJobId(id) })
  }
  const readAgain = (mapping: TableReadAnswer['mapping']) => {
    if (!sent) return
    const text = JSON.stringify(mapping)
    keepMapping(mapping.kind, { name: t('mapping.own'), text })
    send({ ...sent, kind: mapping.kind, mapping: text })
  }
  const readAs = (kind: string, mapping: KeptMapping | undefined) => {
    if (sent) send({ ...sent, kind, mapping: mapping?.text, preview: 'true' })
  }
  const again = () => {
    setJobId(undefined)
    start.reset()
  }
  return (
    <>
      <PageHead title={t('import.title')} lead={t('import.lead')} />
      <WhyNotRecord />
      {!jobId && mayRecord && (
        <FileChooser
          busy={start.isPending}
          onFile={(file, sourceDate, { kind, mapping, preview }) =>
            send({ file, sourceDate, kind, mapping: mapping?.text, ...(preview ? { preview: 'true' } : {}) })
          }
        />
      )}
      {start.isPending && <p role="status">{t('import.sending')}</p>}
      {start.isError && <RefusalNote error={start.error} />}
      {job.isError && <RefusalNote error={job.error} onRetry={() => void job.refetch()} />}
      {data && running && (
        <section className="job">
          <h2>{data.filename}</h2>
          <p role="status">
            {t(`import.state.${data.state}`)} {Math.round(data.progress * 100)} %
          </p>
          <progress max={1} value={data.progress} aria-label={t('import.progress')} />
          <p>
            <button type="button" disabled={cancel.isPending} onClick={() => cancel.mutate(data.id)}>
              {t('import.cancel')}
            </button>
          </p>
        </section>
      )}
      {data && !running && (
        <ImportReportView
          key={data.id}
          job={data}
          onAgain={again}
          onReadAgain={readAgain}
          onReadAs={readAs}
          onRecord={sent && data.report?.preview ? () => send({ ...sent, preview: undefined }) : undefined}
        />
      )}
    </>
  )
}
