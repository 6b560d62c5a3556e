/** One public record: what is known of it, and the source of each fact. */
import type { PublicRecordAnswer } from '@demarche/api'
import type { Source } from '@demarche/core'
import { Link, useParams } from 'wouter'
import { usePublicRecord } from '../../api/consultation-queries.ts'
import { publicPath } from '../../frame/address.ts'
import { formatPartialDate } from '../../parts/format-date.ts'
import { useWindowTitle } from '../../parts/page-head.tsx'
import { capital } from '../../portfolio/capital.ts'
import { kindWording } from '../../portfolio/kind-wording.ts'
import { useText } from '../../texts.ts'
import { isStated } from '../facts/fact-row.ts'
import { PublicAwait } from './public-await.tsx'
import { PublicFact } from './public-fact.tsx'
import { usePublicPlaceName } from './public-words.ts'

export function PublicRecord() {
  const t = useText()
  const { entity = '' } = useParams<{ entity: string }>()
  const query = usePublicRecord(decodeURIComponent(entity))
  return (
    <PublicAwait query={query} title={t('public.records')}>
      {(answer) => <Page answer={answer} />}
    </PublicAwait>
  )
}

function Page({ answer: { kind, record, sources, names, tied } }: { readonly answer: PublicRecordAnswer }) {
  const t = useText()
  const placeName = usePublicPlaceName()
  useWindowTitle(record.name)
  const wording = kindWording(kind, { t, placeName, names })
  const groups = Object.entries(kind.groups).map(([id, title]) => ({
    id,
    title,
    rows: record.facts.filter((row) => row.group === id && row.property !== 'name' && isStated(row)),
  }))
  return (
    <>
      <p className="crumb">
        <Link href="/public">{t('public.home')}</Link>
        {' / '}
        <Link href={`/public/records?kind=${kind.id}`}>{capital(kind.plural)}</Link>
      </p>
      <h1>{record.name}</h1>
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ id, title, rows }) => (
          <section key={id} aria-labelledby={`group-${id}`}>
            <h2 id={`group-${id}`}>{title}</h2>
            <dl className="public-facts">
              {rows.map((row) => (
                <PublicFact
                  key={row.property}
                  row={row}
                  property={row.property}
                  wording={wording}
                  doubts={record.doubts}
                  sourcesOf={(statements) => <Sources of={statements} sources={sources} />}
                />
              ))}
            </dl>
          </section>
        ))}
      {tied.length > 0 && (
        <section aria-labelledby="tied">
          <h2 id="tied">{t('public.tied')}</h2>
          {tied.map(({ heading, total, records }, index) => (
            <div key={index}>
              <h3>{capital(heading)}</h3>
              <ul>
                {records.map(({ entity, name }) => (
                  <li key={entity}>
                    <Link href={publicPath(entity)}>{name}</Link>
                  </li>
                ))}
              </ul>
              {total > records.length && (
                <p className="quiet">{t('public.andMore', { count: total - records.length })}</p>
              )}
            </div>
          ))}
        </section>
      )}
    </>
  )
}

interface SourcesProps {
  readonly of: readonly string[]
  readonly sources: Readonly<Record<string, Source>>
}

/** Where a value is taken from, each source once. */
function Sources({ of, sources }: SourcesProps) {
  const t = useText()
  const known = of.flatMap((id) => sources[id] ?? [])
  const shown = [
    ...new Map(known.map((source) => [`${source.document} ${source.date ?? ''}`, source])).values(),
  ]
  return (
    <small className="quiet public-source">
      {shown.map((source, index) => (
        <span key={index}>
          {t('public.source')}
          {t('mark.colon')} <SourceName source={source} />
        </span>
      ))}
    </small>
  )
}

function SourceName({ source: { document, date, address } }: { readonly source: Source }) {
  const said = date === undefined ? document : `${document}, ${formatPartialDate(date)}`
  return address !== undefined && /^https?:\/\//.test(address) ? (
    <a className="break" href={address} rel="noreferrer noopener">
      {said}
    </a>
  ) : (
    said
  )
}
