/** The gap map: what is needed, which projects are known and where none is, country by theme for a year. */
import { PROJECT_KIND } from '@demarche/core/portfolio/overlap/kinds.ts'
import { propertyOf } from '@demarche/core/portfolio/record-kind.ts'
import { inOrderOfNames } from '@demarche/core/places/name-of.ts'
import type { GapsAnswer } from '@demarche/api'
import { useState } from 'react'
import { type GapsQuery, useGaps } from '../../api/overlap-queries.ts'
import { useKind } from '../../api/portfolio-queries.ts'
import { recordPath, useAddressValues, useAsOf } from '../../frame/address.ts'
import { askedCode, askedText } from '../../frame/asked.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Await } from '../../parts/await.tsx'
import { Empty } from '../../parts/empty.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { useDeskLanguage } from '../../parts/place-name.ts'
import { SideDialog } from '../../parts/side-dialog.tsx'
import { TakeFile } from '../../parts/take-file.tsx'
import { Obtain } from '../../portfolio/obtain.tsx'
import { PlaceField } from '../../portfolio/place-field.tsx'
import { usePrintedPlaceName } from '../../portfolio/places.ts'
import { StatusNotes } from '../../portfolio/status-notes.tsx'
import { useText } from '../../texts.ts'
import { cellAt, type CellPlace, type Theme } from './gap-cells.ts'
import { GapCards } from './gap-cards.tsx'
import { GapDetails } from './gap-details.tsx'
import { GapTable } from './gap-table.tsx'

/** capacity building for the Union's neighbours comes first in the mandate */
const FIRST_PLACE = 'neighbourhood'
const [FIRST_YEAR, LAST_YEAR] = [1990, 2100]

export default function GapsScreen() {
  const t = useText()
  const [search, setValues] = useAddressValues()
  const [asOf] = useAsOf()
  const placeName = usePrintedPlaceName()
  const language = useDeskLanguage()
  const kind = useKind(PROJECT_KIND)
  const need = useKind('need')
  const query = readQuery(search, asOf)
  const gaps = useGaps(query)
  const [opened, setOpened] = useState<CellPlace | null>(null)
  useScreenMarking(
    gaps.data &&
      [...Object.values(gaps.data.projects), ...Object.values(gaps.data.stated)].map(
        ({ marking }) => marking,
      ),
  )
  const all: readonly Theme[] = Object.entries((kind && propertyOf(kind, 'themes')?.values) ?? {}).map(
    ([id, says]) => ({ id, says }),
  )
  const themes = all.filter(({ id }) => query.theme === undefined || query.theme === id)
  return (
    <>
      <p className="crumb">
        <GoLink to="/portfolio">{t('portfolio.title')}</GoLink>
      </p>
      <PageHead title={t('gaps.title')} lead={t('gaps.lead')}>
        <button type="button" onClick={() => window.print()}>
          {t('gaps.print')}
        </button>
      </PageHead>
      <Filters query={query} themes={all} answer={gaps.data} onChange={setValues} />
      <Await query={gaps}>
        {(answer) => {
          const countries = inOrderOfNames(answer.countries, language)
          const caption = t('gaps.caption', { place: placeName(query.place), year: String(answer.year) })
          const shared = { answer, countries, themes, onOpen: setOpened }
          const theme = all.find(({ id }) => id === opened?.theme)
          return countries.length === 0 ? (
            <Empty title={t('gaps.noneTitle')} text={t('gaps.noneText')} />
          ) : (
            <>
              <p className="quiet gap-legend">{t('gaps.legend')}</p>
              <GapTable {...shared} caption={caption} />
              <GapCards {...shared} caption={caption} />
              <StatusNotes named={countries} />
              <Nowhere answer={answer} />
              {answer.needs.length === 0 && (
                <>
                  <p className="quiet">{t('gaps.noNeeds')}</p>
                  <Obtain kind={need} />
                </>
              )}
              <TakeFile
                path="/api/portfolio/gaps/export"
                values={{ ...query }}
                name="gap-map.csv"
                label={t('gaps.export')}
              />
              {opened && theme && (
                <SideDialog
                  title={t('gaps.cellTitle', {
                    country: placeName(opened.country),
                    theme: theme.says,
                    year: String(answer.year),
                  })}
                  onClose={() => setOpened(null)}
                >
                  <GapDetails answer={answer} cell={cellAt(answer, opened)} place={opened} />
                </SideDialog>
              )}
            </>
          )
        }}
      </Await>
    </>
  )
}

interface FiltersProps {
  readonly query: GapsQuery
  readonly themes: readonly Theme[]
  readonly answer: GapsAnswer | undefined
  readonly onChange: (values: Readonly<Record<string, string | undefined>>) => void
}

function Filters({ query, themes, answer, onChange }: FiltersProps) {
  const t = useText()
  const placed = answer
    ? new Set(answer.cells.flatMap(({ certain, perhaps }) => [...certain, ...perhaps])).size
    : 0
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <PlaceField
        id="gaps-place"
        className="chooser filter-place"
        label={t('gaps.place')}
        value={query.place}
        onChange={(place) => onChange({ place: place === '' ? undefined : place })}
      />
      <label>
        <span>{t('gaps.theme')}</span>
        <select value={query.theme ?? ''} onChange={(event) => onChange({ theme: event.target.value })}>
          <option value="">{t('portfolio.any')}</option>
          {themes.map(({ id, says }) => (
            <option key={id} value={id}>
              {says}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('gaps.year')}</span>
        <input
          type="number"
          min={FIRST_YEAR}
          max={LAST_YEAR}
          value={query.year}
          onChange={(event) => onChange({ year: event.target.value })}
        />
      </label>
      <p className="filter-count" role="status">
        {answer && t('gaps.count', { count: placed, year: String(answer.year) })}
      </p>
    </form>
  )
}

/** Projects of the year that stand in no cell, because nobody has recorded where or on what they work. */
function Nowhere({ answer: { nowhere, projects } }: { readonly answer: GapsAnswer }) {
  const t = useText()
  if (nowhere.length === 0) return null
  return (
    <details className="gap-nowhere">
      <summary>{t('gaps.nowhere', { count: nowhere.length })}</summary>
      <ul className="plain-rows">
        {nowhere.map((entity) => (
          <li key={entity}>
            <GoLink to={recordPath(entity)}>{projects[entity]?.name ?? entity}</GoLink>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The question in an address; what cannot be read is not asked. */
function readQuery(search: URLSearchParams, asOf: string | undefined): GapsQuery {
  const year = Number.parseInt(search.get('year') ?? '', 10)
  const present = asOf === undefined ? new Date().getFullYear() : Number(asOf.slice(0, 4))
  return {
    place: askedCode(search, 'place') ?? FIRST_PLACE,
    theme: askedText(search, 'theme')?.slice(0, 60),
    year: year >= FIRST_YEAR && year <= LAST_YEAR ? year : present,
    ...(asOf === undefined ? {} : { asOf }),
  }
}
