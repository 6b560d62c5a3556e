/** Find a State, an organisation or a region: by typing its name or code, or from the lists. */
import { groupsOf } from '@demarche/core/places/memberships.ts'
import { useLayoutEffect, useRef, useState } from 'react'
import { partnerPath, today, useAsOf, useGo } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import {
  findPlaces,
  useCountryGroups,
  usePlaceChoices,
  usePlaceName,
  usePrintedPlaceName,
} from '../../portfolio/places.ts'
import { StatusNotes } from '../../portfolio/status-notes.tsx'
import { useText } from '../../texts.ts'
import { recentPartners } from './recent-partners.ts'

interface Place {
  readonly code: string
  readonly name: string
}

export default function PartnersScreen() {
  const t = useText()
  const go = useGo()
  const [asOf = today()] = useAsOf()
  const [typed, setTyped] = useState('')
  const [group, setGroup] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const groups = useCountryGroups()
  const placeName = usePlaceName()
  const places = usePlaceChoices().filter(({ code }) => code !== '*')
  // as soon as it is seen: a letter typed before would be taken for a command
  useLayoutEffect(() => field.current?.focus(), [])
  const found = typed.trim() === '' ? undefined : findPlaces(places, typed)
  const inGroup = ({ code }: Place) =>
    group === '' || groupsOf(groups, code, asOf).some((one) => one.group.id === group)
  const isGroup = (code: string) => groups.some(({ id }) => id === code)
  // the Union stands with the organisations
  const states = places.filter(({ code }) => code !== 'EU' && !isGroup(code))
  return (
    <>
      <PageHead title={t('partners.title')} lead={t('partners.lead')} />
      <form
        className="filters"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          const [first] = found ?? []
          if (first) go(partnerPath(first.id))
        }}
      >
        <label className="filter-search">
          <span>{t('partners.find')}</span>
          <input
            ref={field}
            type="search"
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <label>
          <span>{t('partners.group')}</span>
          <select value={group} onChange={(event) => setGroup(event.target.value)}>
            <option value="">{t('portfolio.any')}</option>
            {groups.map(({ id }) => (
              <option key={id} value={id}>
                {placeName(id)}
              </option>
            ))}
          </select>
        </label>
        <p className="filter-count" role="status">
          {found && t('partners.found', { count: found.length })}
        </p>
      </form>
      {found ? (
        <Places places={found.map(({ id }) => id)} />
      ) : (
        <>
          <List id="recent" title={t('partners.recent')} places={recentPartners()} />
          {group === '' && (
            <>
              <List
                id="organisations"
                title={t('partners.organisations')}
                places={groups.filter(({ kind }) => kind !== 'region').map(({ id }) => id)}
              />
              <List
                id="regions"
                title={t('partners.regions')}
                places={groups.filter(({ kind }) => kind === 'region').map(({ id }) => id)}
              />
            </>
          )}
          <List
            id="states"
            title={t('partners.states')}
            places={states.filter(inGroup).map(({ code }) => code)}
          />
        </>
      )}
      <StatusNotes named={found?.map(({ id }) => id) ?? states.filter(inGroup).map(({ code }) => code)} />
    </>
  )
}

interface ListProps {
  readonly id: string
  readonly title: string
  readonly places: readonly string[]
}

function List({ id, title, places }: ListProps) {
  if (places.length === 0) return null
  return (
    <section aria-labelledby={id} className="partner-list">
      <h2 id={id}>
        {title} <span className="quiet">{places.length}</span>
      </h2>
      <Places places={places} />
    </section>
  )
}

function Places({ places }: { readonly places: readonly string[] }) {
  const placeName = usePrintedPlaceName()
  return (
    <ul className="partner-places">
      {places.map((code) => (
        <li key={code}>
          <GoLink to={partnerPath(code)} data-row="">
            {placeName(code)}
          </GoLink>
        </li>
      ))}
    </ul>
  )
}
