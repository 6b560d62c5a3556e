/** What every entry says of itself: authority, source, dates, what was verified and what was not. */
import type { DoctrineEntry } from '@demarche/core'
import { formatPartialDate } from '../../parts/format-date.ts'
import { isReadInPart } from '../../grounds/labels.ts'
import { AuthorityMark, Unverified } from '../../parts/authority-mark.tsx'
import { Cited } from '../../parts/cited.tsx'
import { type TextKey, useText } from '../../texts.ts'

/** A list under a heading; nothing at all when there is nothing to say. */
export function Lines({
  title,
  lines,
}: {
  readonly title: TextKey
  readonly lines: readonly string[] | undefined
}) {
  const t = useText()
  if (!lines || lines.length === 0) return null
  return (
    <>
      <h2>{t(title)}</h2>
      <ul className="prose">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

export function EntryBody({ entry }: { readonly entry: DoctrineEntry }) {
  const t = useText()
  const { source, inForce } = entry
  return (
    <>
      <dl className="pairs">
        <dt>{t('doctrine.authority')}</dt>
        <dd>
          <AuthorityMark authority={entry.authority} />
          {entry.nature && <span className="quiet"> {entry.nature}</span>}
        </dd>
        <dt>{t('doctrine.source')}</dt>
        <dd>
          <Cited citation={source} />
          {source.address && (
            <>
              <br />
              {/^https?:/.test(source.address) ? (
                <a className="break" href={source.address} target="_blank" rel="noreferrer noopener">
                  {source.address}
                </a>
              ) : (
                <span className="break">{source.address}</span>
              )}
            </>
          )}
        </dd>
        <dt>{t('doctrine.inForce')}</dt>
        <dd>
          {inForce.to
            ? t('grounds.inForceBetween', {
                from: formatPartialDate(inForce.from),
                to: formatPartialDate(inForce.to),
              })
            : t('grounds.inForceSince', { from: formatPartialDate(inForce.from) })}
        </dd>
        <dt>{t('doctrine.verified')}</dt>
        <dd>
          {entry.verified ? (
            t(isReadInPart(entry) ? 'grounds.readInPart' : 'grounds.verified')
          ) : (
            <Unverified />
          )}
        </dd>
        <dt>{t('doctrine.id')}</dt>
        <dd className="mono">{entry.id}</dd>
      </dl>
      <Lines title="doctrine.verifiedParts" lines={entry.verifiedParts} />
      <Lines title="grounds.unverifiedParts" lines={entry.unverifiedParts} />
      <Lines title="grounds.notes" lines={entry.notes} />
    </>
  )
}
