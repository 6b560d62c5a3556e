/** The audit log: filtered, page by page, each entry as a sentence with the raw line beside it, and as a file. */
import type { AuditListAnswer, AuditLine } from '@demarche/api'
import { useMutation } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'
import { fetchFile } from '../../api/client.ts'
import { type AuditFilters, auditExportAddress, useAudit } from '../../api/record-queries.ts'
import { today } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await, RefusalNote } from '../../parts/await.tsx'
import { formatInstant } from '../../parts/format-value.ts'
import { useText } from '../../texts.ts'
import { AuditFilterForm } from './audit-filters.tsx'
import { FILTERS, filtersIn } from './audit-query.ts'

function RawLine({ line }: { readonly line: AuditLine }) {
  const { story: _story, seq, ...raw } = line
  return <code className="audit-raw break">{`${seq} ${Object.values(raw).filter(Boolean).join(' · ')}`}</code>
}

interface TableProps {
  readonly entries: readonly AuditLine[]
  /** all of one day: the story says the time */
  readonly isOneDay?: boolean
}

export function AuditTable({ entries, isOneDay = false }: TableProps) {
  const t = useText()
  return (
    <table className="table cards audit-table">
      <caption className="sr-only">{t('audit.title')}</caption>
      <thead>
        <tr>
          {!isOneDay && <th scope="col">{t('audit.at')}</th>}
          <th scope="col">{t('audit.story')}</th>
          <th scope="col">{t('audit.raw')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((line) => (
          <tr key={line.seq} data-outcome={line.outcome}>
            {!isOneDay && <th scope="row">{formatInstant(line.at)}</th>}
            <td data-label={t('audit.story')}>{line.story}</td>
            <td data-label={t('audit.raw')}>
              <RawLine line={line} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Page({
  page,
  filters,
  onOlder,
}: {
  readonly page: AuditListAnswer
  readonly filters: AuditFilters
  readonly onOlder: (before: number) => void
}) {
  const t = useText()
  const { next, marking, entries } = page
  useScreenMarking([marking])
  const download = useMutation({
    mutationFn: (format: 'csv' | 'ndjson') =>
      fetchFile(auditExportAddress(filters, format), `audit.${format}`),
  })
  return (
    <>
      <div className="actions">
        <button type="button" disabled={download.isPending} onClick={() => download.mutate('csv')}>
          {t('audit.csv')}
        </button>
        <button type="button" disabled={download.isPending} onClick={() => download.mutate('ndjson')}>
          {t('audit.ndjson')}
        </button>
        <GoLink to={`/record/${filters.from?.slice(0, 10) ?? today()}`}>{t('audit.day')}</GoLink>
      </div>
      {download.error && <RefusalNote error={download.error} />}
      {entries.length === 0 ? <p className="quiet">{t('audit.none')}</p> : <AuditTable entries={entries} />}
      <div className="actions pager">
        {next === null ? (
          <p className="quiet">{t('audit.end')}</p>
        ) : (
          <button type="button" onClick={() => onOlder(next)}>
            {t('audit.older')}
          </button>
        )}
      </div>
    </>
  )
}

export function AuditLog() {
  const t = useText()
  const [search, setSearch] = useSearchParams()
  const filters = filtersIn(search)
  const before = Number(search.get('before')) || undefined
  const audit = useAudit(filters, before)
  const change = (values: Readonly<Record<string, string | undefined>>) =>
    setSearch((current) => {
      const next = new URLSearchParams(current)
      for (const [name, value] of Object.entries(values)) {
        if (value) next.set(name, value)
        else next.delete(name)
      }
      return next
    })
  const people = audit.data?.people ?? {}
  return (
    <section className="record-part" aria-labelledby="audit-title">
      <h2 id="audit-title">{t('audit.title')}</h2>
      <p>{t('audit.lead')}</p>
      <AuditFilterForm
        filters={filters}
        people={people}
        verbs={audit.data?.verbs ?? []}
        onChange={(values) => change({ ...values, before: undefined })}
      />
      {FILTERS.some((name) => search.has(name)) && (
        <p>
          <button
            type="button"
            className="button-quiet"
            onClick={() =>
              change(Object.fromEntries([...FILTERS, 'before'].map((name) => [name, undefined])))
            }
          >
            {t('audit.clear')}
          </button>
        </p>
      )}
      <Await query={audit}>
        {(page) => (
          <Page page={page} filters={filters} onOlder={(older) => change({ before: String(older) })} />
        )}
      </Await>
    </section>
  )
}
