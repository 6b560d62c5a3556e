/** The list as it is narrowed, as a file: tables that can be loaded again, JSON with every source, projects as IATI. */
import { RECORD_EXPORT_FORMATS, type RecordExportFormat } from '@demarche/api/portfolio.ts'
import { useMutation } from '@tanstack/react-query'
import { fetchFile, queryString } from '../../api/client.ts'
import type { RecordQuery } from '../../api/portfolio-queries.ts'
import { RefusalNote } from '../../parts/await.tsx'
import { useText } from '../../texts.ts'

export function ExportList({ query }: { readonly query: RecordQuery }) {
  const t = useText()
  const download = useMutation({
    mutationFn: (format: RecordExportFormat) => {
      const { offset: _, limit: __, ...asked } = query
      return fetchFile(`/api/portfolio/export${queryString({ ...asked, format })}`, `${query.kind}.${format}`)
    },
  })
  return (
    <section aria-label={t('portfolio.export')}>
      <p className="actions">
        <span className="quiet">{t('portfolio.export')}</span>
        {RECORD_EXPORT_FORMATS.filter((format) => format !== 'iati' || query.kind === 'project').map(
          (format) => (
            <button
              key={format}
              type="button"
              disabled={download.isPending}
              onClick={() => download.mutate(format)}
            >
              {format.toUpperCase()}
            </button>
          ),
        )}
      </p>
      {download.error && <RefusalNote error={download.error} />}
      {download.data !== undefined && <p role="status">{t('portfolio.exported', { name: download.data })}</p>}
    </section>
  )
}
