/** The fingerprint by which other desks know this one's archives, and the keys whose archives are taken here. */
import { useArchiveKey } from '../../api/record-queries.ts'
import { Await } from '../../parts/await.tsx'
import { inGroups } from '../../parts/fingerprint.ts'
import { useText } from '../../texts.ts'

export function ArchiveKey() {
  const t = useText()
  const key = useArchiveKey()
  return (
    <section className="record-part" aria-labelledby="archive-key-title">
      <h2 id="archive-key-title">{t('archive.keyTitle')}</h2>
      <p>{t('archive.keyLead')}</p>
      <Await query={key}>
        {({ fingerprint, trusted }) => (
          <dl className="pairs">
            <dt>{t('archive.fingerprint')}</dt>
            <dd className="mono break">{inGroups(fingerprint)}</dd>
            <dt>{t('archive.trusted')}</dt>
            <dd className="mono break">
              {trusted.length === 0 ? t('archive.trustedNone') : trusted.map(inGroups).join(', ')}
            </dd>
          </dl>
        )}
      </Await>
    </section>
  )
}
