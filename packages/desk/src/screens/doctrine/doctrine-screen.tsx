/** The doctrine pack: every entry of law, guidance and judgement, by kind, with its source and its doubts. */
import type { DoctrineEntry } from '@demarche/core'
import { useSearchParams } from 'wouter'
import { useDoctrineAtLength } from '../../api/queries.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { Await } from '../../parts/await.tsx'
import { AuthorityMark, Unverified } from '../../parts/authority-mark.tsx'
import { Cited } from '../../parts/cited.tsx'
import { Empty } from '../../parts/empty.tsx'
import { formatPartialDate } from '../../parts/format-date.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { useText } from '../../texts.ts'
import { entriesOf, KINDS } from './doctrine-kinds.ts'

const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

function matches(entry: DoctrineEntry, wanted: string): boolean {
  const text = fold(
    [entry.id, entry.label, entry.description, entry.source.document, entry.source.locator].join(' '),
  )
  return fold(wanted)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function Row({ entry }: { readonly entry: DoctrineEntry }) {
  const t = useText()
  return (
    <li>
      <p className="entry-label">
        <AuthorityMark authority={entry.authority} short />{' '}
        <GoLink to={`/doctrine/${encodeURIComponent(entry.id)}`} data-row="">
          {entry.label}
        </GoLink>{' '}
        {!entry.verified && <Unverified />}
      </p>
      <p className="quiet">
        <Cited citation={entry.source} /> ·{' '}
        {entry.inForce.to
          ? t('grounds.inForceBetween', {
              from: formatPartialDate(entry.inForce.from),
              to: formatPartialDate(entry.inForce.to),
            })
          : t('grounds.inForceSince', { from: formatPartialDate(entry.inForce.from) })}
      </p>
    </li>
  )
}

export default function DoctrineScreen() {
  const t = useText()
  const doctrine = useDoctrineAtLength()
  const [search, setSearch] = useSearchParams()
  const wanted = search.get('q') ?? ''
  const change = (value: string) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current)
        if (value === '') next.delete('q')
        else next.set('q', value)
        return next
      },
      { replace: true },
    )
  return (
    <>
      <PageHead
        title={t('doctrine.title')}
        lead={doctrine.data && `${doctrine.data.title}, ${doctrine.data.version}`}
      />
      <Await query={doctrine}>
        {(pack) => {
          const groups = KINDS.map((kind) => ({
            kind,
            entries: entriesOf(pack, kind).filter((entry) => matches(entry, wanted.trim())),
          }))
          const total = groups.reduce((sum, { entries }) => sum + entries.length, 0)
          return (
            <>
              <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
                <label className="filter-search">
                  <span>{t('doctrine.search')}</span>
                  <input type="search" value={wanted} onChange={(event) => change(event.target.value)} />
                </label>
                <p className="filter-count" role="status">
                  {t('doctrine.count', { count: total })}
                </p>
              </form>
              <p className="legend quiet">
                <AuthorityMark authority="binding-law" /> <AuthorityMark authority="agreed-guidance" />{' '}
                <AuthorityMark authority="our-judgement" />
              </p>
              {total === 0 && (
                <Empty title={t('doctrine.noneTitle')} text={t('doctrine.noneText')}>
                  <button type="button" onClick={() => change('')}>
                    {t('cases.clear')}
                  </button>
                </Empty>
              )}
              {groups
                .filter(({ entries }) => entries.length > 0)
                .map(({ kind, entries }) => (
                  <section key={kind}>
                    <h2>
                      {t(`kind.${kind}`)} <span className="quiet">{entries.length}</span>
                    </h2>
                    <ul className="entries">
                      {entries.map((entry) => (
                        <Row key={`${entry.id}${entry.inForce.from}`} entry={entry} />
                      ))}
                    </ul>
                  </section>
                ))}
            </>
          )
        }}
      </Await>
    </>
  )
}
