/** On the page of an item of evidence: its files, kept encrypted; taking one out, and attaching one. */
import { MOST_FILE_BYTES } from '@demarche/api/evidence.ts'
import type { EvidenceFile } from '@demarche/api'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { fetchFile } from '../api/client.ts'
import { fileAddress, useAttachFile, useItemFiles } from '../api/evidence-queries.ts'
import { useImportLimit } from '../api/queries.ts'
import { recordPath } from '../frame/address.ts'
import { GoLink } from '../frame/go-link.tsx'
import { MarkingLabel } from '../frame/marking-banner.tsx'
import { useScreenMarking } from '../frame/screen-marking.tsx'
import { Await, RefusalNote } from '../parts/await.tsx'
import { formatInstant, formatNumber } from '../parts/format-value.ts'
import { usePartyName } from '../parts/party-name.ts'
import { MayRecord } from '../record/may-record.tsx'
import { TextField } from '../record/text-field.tsx'
import { useText } from '../texts.ts'

export function ItemFiles({ entity }: { readonly entity: string }) {
  const t = useText()
  const query = useItemFiles(entity)
  useScreenMarking(query.data?.files.map(({ marking }) => marking))
  return (
    <section className="tied" aria-labelledby="files">
      <h2 id="files">{t('evidence.files')}</h2>
      <p className="quiet">{t('evidence.filesNote')}</p>
      <Await query={query}>
        {({ files }) =>
          files.length === 0 ? (
            <p>{t('evidence.noFiles')}</p>
          ) : (
            <>
              {files.some(({ isReadable }) => !isReadable) && (
                <p className="note" data-tone="warn">
                  {t('evidence.keyMissing')}
                </p>
              )}
              <Files item={entity} files={files} />
            </>
          )
        }
      </Await>
      <MayRecord>
        <AttachFile item={entity} />
      </MayRecord>
    </section>
  )
}

function Files({ item, files }: { readonly item: string; readonly files: readonly EvidenceFile[] }) {
  const t = useText()
  const partyName = usePartyName()
  const take = useMutation({
    mutationFn: ({ statement, filename }: EvidenceFile) => fetchFile(fileAddress(item, statement), filename),
  })
  return (
    <>
      {take.isError && <RefusalNote error={take.error} />}
      <table className="table cards">
        <caption className="sr-only">{t('evidence.files')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('evidence.file')}</th>
            <th scope="col">{t('evidence.sha256')}</th>
            <th scope="col">{t('evidence.attached')}</th>
            <th scope="col">{t('facts.column.marking')}</th>
            <th scope="col">
              <span className="sr-only">{t('facts.column.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.statement}>
              <th scope="row">
                <GoLink to={recordPath(file.entry)}>{file.filename}</GoLink>
              </th>
              <td data-label={t('evidence.sha256')} className="mono break">
                {file.sha256}
              </td>
              <td data-label={t('evidence.attached')}>
                {t('statement.recordedBy', { by: partyName(file.by), at: formatInstant(file.at) })}
              </td>
              <td data-label={t('facts.column.marking')}>
                <MarkingLabel marking={file.marking} />
              </td>
              <td>
                <button
                  type="button"
                  disabled={!file.isReadable || take.isPending}
                  onClick={() => take.mutate(file)}
                >
                  {t('evidence.takeOut')} <span className="sr-only">{file.filename}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function AttachFile({ item }: { readonly item: string }) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [why, setWhy] = useState('')
  const [file, setFile] = useState<File>()
  const [isTried, setTried] = useState(false)
  const limit = useImportLimit().data
  const attach = useAttachFile(item)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!file || why.trim() === '') return
    attach.mutate(
      { file, why: why.trim() },
      {
        onSuccess() {
          setWhy('')
          setFile(undefined)
          setTried(false)
          if (input.current) input.current.value = ''
        },
      },
    )
  }
  const noFile = isTried && !file
  return (
    <details className="more">
      <summary>{t('evidence.attach')}</summary>
      <form onSubmit={submit} noValidate>
        {attach.isError && <RefusalNote error={attach.error} />}
        <div className="field" data-invalid={noFile}>
          <label htmlFor="evidence-file">{t('evidence.file')}</label>
          <p className="hint" id="evidence-file-hint">
            {t('evidence.attachHint', {
              size: formatNumber(
                Math.floor(Math.min(limit?.maxBytes ?? MOST_FILE_BYTES, MOST_FILE_BYTES) / 1e6),
              ),
            })}
          </p>
          {noFile && <p className="field-error">{t('evidence.chooseFile')}</p>}
          <input
            ref={input}
            id="evidence-file"
            type="file"
            aria-describedby="evidence-file-hint"
            onChange={(event) => setFile(event.target.files?.[0])}
          />
        </div>
        <TextField
          id="evidence-why"
          label={t('evidence.why')}
          hint={t('evidence.whyHint')}
          value={why}
          error={isTried && why.trim() === '' ? t('evidence.whyMissing') : undefined}
          onChange={setWhy}
        />
        <button type="submit" className="button-main" disabled={attach.isPending}>
          {t('evidence.attachNow')}
        </button>
      </form>
    </details>
  )
}
