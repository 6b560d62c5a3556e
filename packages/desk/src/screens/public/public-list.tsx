/** Public records of one kind: words, a place, page by page; all of it part of the address. */
import { PUBLIC_PAGE_ROWS } from '@demarche/api/submission-length.ts'
import { COUNTRY_CODES } from '@demarche/core/kernel/country-code.ts'
import { inOrderOfNames } from '@demarche/core/places/name-of.ts'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { usePublicList, usePublicPage } from '../../api/consultation-queries.ts'
import { publicPath, useAddressValues } from '../../frame/address.ts'
import { useWindowTitle } from '../../parts/page-head.tsx'
import { useDeskLanguage } from '../../parts/place-name.ts'
import { capital } from '../../portfolio/capital.ts'
import { kindWording } from '../../portfolio/kind-wording.ts'
import { useText } from '../../texts.ts'
import { PublicAwait } from './public-await.tsx'
import { PublicFact } from './public-fact.tsx'
import { usePublicPlaceName } from './public-words.ts'

export function PublicList() {
  const t = useText()
  const placeName = usePublicPlaceName()
  const [search, change] = useAddressValues()
  const offset = Number(search.get('offset') ?? '0') || 0
  const query = usePublicList({
    kind: search.get('kind') ?? '',
    q: search.get('q') ?? undefined,
    place: search.get('place') ?? undefined,
    offset,
  })
  useWindowTitle(query.data ? capital(query.data.kind.plural) : t('public.records'))
  return (
    <>
      <p className="crumb">
        <Link href="/public">{t('public.home')}</Link>
      </p>
      <PublicAwait query={query} title={t('public.records')}>
        {({ kind, total, rows, names }) => {
          const wording = kindWording(kind, { t, placeName, names, isBrief: true })
          return (
            <>
              <h1>{capital(kind.plural)}</h1>
              <p className="lead">{kind.description}</p>
              <Search
                q={search.get('q') ?? ''}
                place={search.get('place') ?? ''}
                onSearch={(values) => change({ ...values, offset: undefined })}
              />
              <p role="status">{total === 0 ? t('public.foundNone') : t('public.found', { count: total })}</p>
              <ul className="public-list">
                {rows.map((row) => (
                  <li key={row.entity}>
                    <Link href={publicPath(row.entity)}>{row.name}</Link>
                    <dl className="public-facts">
                      {kind.columns.map((column) => (
                        <PublicFact
                          key={column}
                          row={row.facts.find(({ property }) => property === column)}
                          property={column}
                          wording={wording}
                          doubts={row.doubts}
                        />
                      ))}
                    </dl>
                  </li>
                ))}
              </ul>
              {total > PUBLIC_PAGE_ROWS && (
                <nav className="pager" aria-label={t('public.pages')}>
                  <button
                    type="button"
                    disabled={offset === 0}
                    onClick={() => change({ offset: String(Math.max(0, offset - PUBLIC_PAGE_ROWS)) })}
                  >
                    {t('public.previous')}
                  </button>
                  <span>{t('public.shown', { from: offset + 1, to: offset + rows.length, total })}</span>
                  <button
                    type="button"
                    disabled={offset + rows.length >= total}
                    onClick={() => change({ offset: String(offset + PUBLIC_PAGE_ROWS) })}
                  >
                    {t('public.next')}
                  </button>
                </nav>
              )}
            </>
          )
        }}
      </PublicAwait>
    </>
  )
}

interface SearchProps {
  readonly q: string
  readonly place: string
  readonly onSearch: (values: { readonly q: string; readonly place: string }) => void
}

function Search({ q, place, onSearch }: SearchProps) {
  const t = useText()
  const language = useDeskLanguage()
  const placeName = usePublicPlaceName()
  const groups = usePublicPage().data?.groups ?? []
  const [words, setWords] = useState(q)
  const [where, setWhere] = useState(place)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSearch({ q: words, place: where })
  }
  return (
    <form className="public-search" role="search" onSubmit={submit}>
      <div className="field">
        <label htmlFor="public-q">{t('public.find')}</label>
        <input id="public-q" type="search" value={words} onChange={(event) => setWords(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor="public-place">{t('public.place')}</label>
        <select id="public-place" value={where} onChange={(event) => setWhere(event.target.value)}>
          <option value="">{t('public.anyPlace')}</option>
          <option value="EU">{placeName('EU')}</option>
          {inOrderOfNames(COUNTRY_CODES, language).map((code) => (
            <option key={code} value={code}>
              {placeName(code)}
            </option>
          ))}
          {groups.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button type="submit">{t('public.search')}</button>
    </form>
  )
}
