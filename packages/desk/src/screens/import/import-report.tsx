/** What came of a file: cases opened, what was there already, what was left out and by which rule. */
import type { ImportJob, TableReadAnswer } from '@demarche/api'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useCases } from '../../api/queries.ts'
import { casePath, recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { ON_RECORD } from '../../parts/language-on-record.ts'
import {
  hasEnglish,
  InEnglish,
  RefusalText,
  Rule,
  useToldFault,
  useToldRefusal,
} from '../../parts/fault-lines.tsx'
import { formatNumber } from '../../parts/format-value.ts'
import { isTextKey, useText } from '../../texts.ts'
import { MappingEditor } from './mapping-editor.tsx'
import { isOfNoKind, SayKind } from './say-kind.tsx'
import type { KeptMapping } from './table-choice.ts'

const SHOWN = 100

function Part({
  title,
  count,
  children,
}: {
  readonly title: string
  readonly count: number
  readonly children: ReactNode
}) {
  if (count === 0) return null
  return (
    <details className="report-part" open={count <= 20}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

/** Why a file was refused: one fault with its place, or all of them. */
function ToldProblem({ problem }: { readonly problem: NonNullable<ImportJob['problem']> }) {
  const tell = useToldRefusal()
  const faults = problem.faults.slice(0, SHOWN)
  const isSaid = faults.length > 0 && faults.every(({ words }) => words !== undefined)
  // a file has places: its faults are lines, be it one
  const told = tell({
    code: isSaid ? 'malformed-request' : 'import-refused',
    message: problem.message,
    faults,
  })
  return <RefusalText told={told} />
}

/** Names of the cases recorded last: one question, whatever the file held. */
function useNames(jobId: string): ReadonlyMap<string, string> {
  const queries = useQueryClient()
  // a list asked for before the import does not know its cases
  useEffect(() => void queries.invalidateQueries({ queryKey: ['cases'] }), [queries, jobId])
  const { data } = useCases({ sort: 'recorded', order: 'desc', limit: 200 })
  return new Map(data?.rows.map(({ entity, name }) => [entity, name]))
}

export function ImportReportView({
  job,
  onAgain,
  onRecord,
  onReadAgain,
  onReadAs,
}: {
  readonly job: ImportJob
  readonly onAgain: () => void
  /** of a preview: puts on record what was looked at */
  readonly onRecord: (() => void) | undefined
  /** of a preview: reads the table once more, by another mapping */
  readonly onReadAgain: (mapping: TableReadAnswer['mapping']) => void
  /** of a table of which nothing says of what kind its rows are: reads it as records of a kind */
  readonly onReadAs: (kind: string, mapping: KeptMapping | undefined) => void
}) {
  const t = useText()
  const { report, problem, state } = job
  const names = useNames(job.id)
  const [isChanged, setChanged] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  // what chose the file, or the kind of its rows, is gone
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus()
  }, [])
  const tell = useToldFault()
  const rejected = (report?.rejected ?? []).slice(0, SHOWN).map(tell)
  const remarks = (report?.remarks ?? []).slice(0, SHOWN).map(tell)
  const left = (report?.notCarriedOver ?? []).map(({ field, count, why, ...more }) => ({
    ...tell({ place: field, message: why, ...more }),
    count,
  }))
  const ofRecords = report?.table !== undefined || (report?.records.length ?? 0) > 0
  const format = `import.formatName.${report?.format ?? ''}`
  return (
    <section className="report" aria-labelledby="report-title">
      <div role="status">
        <h2 id="report-title" ref={heading} tabIndex={-1}>
          {!report?.preview && `${t(`import.state.${state}`)}${t('mark.colon')} `}
          <span className="break">{job.filename}</span>
        </h2>
      </div>
      {problem && isOfNoKind(problem) && <SayKind onReadAs={onReadAs} />}
      {problem && !isOfNoKind(problem) && (
        <div className="note" data-tone="error" role="alert">
          <ToldProblem problem={problem} />
          <p>{t('import.nothingChanged')}</p>
        </div>
      )}
      {report && (
        <>
          {report.preview && <p className="note">{t('import.previewed')}</p>}
          <dl className="figures">
            <div>
              <dt>{t(ofRecords ? 'import.records' : 'import.cases')}</dt>
              <dd>{formatNumber(ofRecords ? report.records.length : report.cases.length)}</dd>
            </div>
            <div>
              <dt>{t(report.preview ? 'import.wouldRecord' : 'import.statements')}</dt>
              <dd>{formatNumber(report.statements)}</dd>
            </div>
            <div>
              <dt>{t('import.already')}</dt>
              <dd>{formatNumber(report.alreadyOnRecord)}</dd>
            </div>
            <div>
              <dt>{t('import.rejected')}</dt>
              <dd>{formatNumber(report.rejected.length)}</dd>
            </div>
          </dl>
          <p className="quiet">
            {t('import.format', {
              format: isTextKey(format) ? t(format) : report.format,
            })}
          </p>
          {report.table && (
            <MappingEditor table={report.table} onChange={() => setChanged(true)} onReadAgain={onReadAgain} />
          )}
          <Part title={t('import.casesTitle', { count: report.cases.length })} count={report.cases.length}>
            <ul>
              {report.cases.slice(0, SHOWN).map((entity) => (
                <li key={entity}>
                  {report.preview && !names.has(entity) ? (
                    entity.replace(/^case:/, '')
                  ) : (
                    <GoLink to={casePath(entity)} data-row="">
                      {names.get(entity) ?? entity.replace(/^case:/, '')}
                    </GoLink>
                  )}
                </li>
              ))}
            </ul>
            {report.cases.length > SHOWN && (
              <p className="quiet">{t('import.andMore', { count: report.cases.length - SHOWN })}</p>
            )}
          </Part>
          <Part
            title={t('import.recordsTitle', { count: report.records.length })}
            count={report.records.length}
          >
            <ul>
              {report.records.slice(0, SHOWN).map(({ entity, name }) => (
                <li key={entity}>
                  {report.preview ? (
                    name
                  ) : (
                    <GoLink to={recordPath(entity)} data-row="">
                      {name}
                    </GoLink>
                  )}
                </li>
              ))}
            </ul>
            {report.records.length > SHOWN && (
              <p className="quiet">{t('import.andMore', { count: report.records.length - SHOWN })}</p>
            )}
          </Part>
          <Part
            title={t('import.rejectedTitle', { count: report.rejected.length })}
            count={report.rejected.length}
          >
            <table className="table cards">
              <thead>
                <tr>
                  <th scope="col">{t('import.place')}</th>
                  <th scope="col">{t('import.what')}</th>
                  <th scope="col">{t('import.rule')}</th>
                </tr>
              </thead>
              <tbody>
                {rejected.map(({ place, placeLang, text, lang, rule }, index) => (
                  <tr key={index}>
                    <th scope="row" className="mono" lang={placeLang}>
                      {place}
                    </th>
                    <td data-label={t('import.what')} lang={lang}>
                      {text}
                    </td>
                    <td data-label={t('import.rule')} className="mono">
                      {rule}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <InEnglish told={{ isInEnglish: hasEnglish(rejected) }} />
            {report.rejected.length > SHOWN && (
              <p className="quiet">{t('import.andMore', { count: report.rejected.length - SHOWN })}</p>
            )}
          </Part>
          <Part
            title={t('import.notCarriedTitle', { count: report.notCarriedOver.length })}
            count={report.notCarriedOver.length}
          >
            <ul>
              {left.map(({ place, count, text, lang, rule }) => (
                <li key={place}>
                  <span className="mono" lang={ON_RECORD}>
                    {place}
                  </span>{' '}
                  <span className="quiet">{t('import.times', { count })}</span>{' '}
                  <span lang={lang}>{text}</span>
                  {rule !== undefined && <Rule rule={rule} />}
                </li>
              ))}
            </ul>
            <InEnglish told={{ isInEnglish: hasEnglish(left) }} />
          </Part>
          <Part
            title={t('import.remarksTitle', { count: report.remarks.length })}
            count={report.remarks.length}
          >
            <ul>
              {remarks.map(({ place, placeLang, text, lang, rule }, index) => (
                <li key={index}>
                  <span className="mono" lang={placeLang}>
                    {place}
                  </span>{' '}
                  <span lang={lang}>{text}</span>
                  {rule !== undefined && <Rule rule={rule} />}
                </li>
              ))}
            </ul>
            <InEnglish told={{ isInEnglish: hasEnglish(remarks) }} />
            {report.remarks.length > SHOWN && (
              <p className="quiet">{t('import.andMore', { count: report.remarks.length - SHOWN })}</p>
            )}
          </Part>
        </>
      )}
      {isChanged && <p className="note">{t('mapping.changed')}</p>}
      <p className="actions">
        {onRecord && !isChanged && report && report.statements > 0 && (
          <button type="button" className="button-main" onClick={onRecord}>
            {t('import.record')}
          </button>
        )}
        <button type="button" onClick={onAgain}>
          {t('import.again')}
        </button>
        <GoLink className="button" to={ofRecords ? '/portfolio' : '/cases'}>
          {t(ofRecords ? 'import.toPortfolio' : 'import.toCases')}
        </GoLink>
      </p>
    </section>
  )
}
