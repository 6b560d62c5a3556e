/** A case as a signed archive for another desk: up to which marking, and for whom. */
import { TLP_LABELS } from '@demarche/core/kernel/marking.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { fetchFile, queryString } from '../../api/client.ts'
import { useDoctrine } from '../../api/queries.ts'
import { RefusalNote } from '../../parts/await.tsx'
import { usePartyName } from '../../parts/party-name.ts'
import { useText } from '../../texts.ts'

export function ArchiveSection({ entity }: { readonly entity: string }) {
  const t = useText()
  const [tlp, setTlp] = useState('')
  const nameOf = usePartyName()
  const parties = useDoctrine().data?.parties ?? []
  const [asParty, setAsParty] = useState('')
  const download = useMutation({
    mutationFn: () =>
      fetchFile(
        `/api/cases/${encodeURIComponent(entity)}/archive${queryString({ tlp, asParty })}`,
        'case.archive.ndjson',
      ),
  })
  return (
    <section className="record-part" aria-labelledby="archive-title">
      <h2 id="archive-title">{t('archive.title')}</h2>
      <p className="lead">{t('archive.lead')}</p>
      <div className="filters">
        <label>
          <span>{t('archive.upTo')}</span>
          <select value={tlp} onChange={(event) => setTlp(event.target.value)}>
            <option value="">{t('archive.allSeen')}</option>
            {TLP_LABELS.map((label) => (
              <option key={label} value={label}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('archive.asParty')}</span>
          <select value={asParty} onChange={(event) => setAsParty(event.target.value)}>
            <option value="">{t('archive.forOurselves')}</option>
            {parties.map(({ code }) => (
              <option key={code} value={code}>
                {nameOf(code)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {download.error && <RefusalNote error={download.error} />}
      {download.data !== undefined && <p role="status">{t('archive.saved', { name: download.data })}</p>}
      <div className="actions">
        <button type="button" disabled={download.isPending} onClick={() => download.mutate()}>
          {t('archive.take')}
        </button>
      </div>
    </section>
  )
}
