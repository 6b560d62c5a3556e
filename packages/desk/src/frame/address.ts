/**
 * Addresses of the desk: every view can be mailed to a colleague, with its as-of date.
 *
 * `asOf` travels with every link; `grounds` names what the side panel shows and stays only while it is pinned.
 */
import { dayInBrussels } from '@demarche/core/kernel/brussels-day.ts'
import { isCalendarDate } from '@demarche/core/kernel/partial-date.ts'
import { useCallback } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { isCode } from './asked.ts'
import { usePreferences } from './preferences.tsx'

export const CASE_TABS = [
  'facts',
  'assessment',
  'attribution',
  'options',
  'decision',
  'documents',
  'history',
] as const
export type CaseTab = (typeof CASE_TABS)[number]

/** The page of a case; `entity` such as `case:viasat-kasat-2022` stays readable in the address. */
export function casePath(entity: string, tab: CaseTab = 'facts'): string {
  return `/cases/${encodeURIComponent(entity).replace('%3A', ':')}/${tab}`
}

/** The screen of a consultation: its answers, its synthesis. */
export function consultationPath(entity: string): string {
  return `/consultations/${encodeURIComponent(entity).replace('%3A', ':')}`
}

/** A record on the public page; consultations have a page of their own. */
export function publicPath(entity: string): string {
  const of = entity.startsWith('consultation:') ? 'consultations' : 'records'
  return `/public/${of}/${encodeURIComponent(entity).replace('%3A', ':')}`
}

export const PROCEDURE_TABS = ['course', 'positions', 'what-if', 'text', 'documents'] as const
export type ProcedureTab = (typeof PROCEDURE_TABS)[number]

/** The page of a procedure, such as `/procedures/procedure:declaration-a1b2c3/course`. */
export function procedurePath(entity: string, tab: ProcedureTab = 'course'): string {
  return `/procedures/${encodeURIComponent(entity).replace('%3A', ':')}/${tab}`
}

/** The page of a country, organisation or region, such as `/partners/GE`. The Union has one, under the code records use. */
export function partnerPath(code: string): string {
  return `/partners/${encodeURIComponent(code === 'org-eu' ? 'EU' : code)}`
}

/** The list of the records of a kind; `query` narrows it, e.g. `{ place: 'GE' }`. */
export function kindPath(kind: string, query: Readonly<Record<string, string>> = {}): string {
  const text = new URLSearchParams(query).toString()
  return `/portfolio/${encodeURIComponent(kind)}${text === '' ? '' : `?${text}`}`
}

/** The page of a record, such as `/portfolio/records/project:glacy-plus`; that of a case where the entity is one. */
export function recordPath(entity: string): string {
  return entity.startsWith('case:')
    ? casePath(entity)
    : `/portfolio/records/${encodeURIComponent(entity).replace('%3A', ':')}`
}

/** The form for a new record of a kind, with what it starts from, e.g. `{ madeAt: 'meeting:x' }`. */
export function newRecordPath(kind: string, values: Readonly<Record<string, string>> = {}): string {
  const text = new URLSearchParams(values).toString()
  return `/portfolio/${encodeURIComponent(kind)}/new${text === '' ? '' : `?${text}`}`
}

/** What changed of a kind of record, or around a place, e.g. `{ place: 'GE' }`. */
export function changesPath(query: Readonly<Record<string, string>>): string {
  return `/changes?${new URLSearchParams(query).toString()}`
}

/** The pairs of projects that overlap; those of one project where it is given. */
export function overlapsPath(project?: string): string {
  return project === undefined
    ? '/overlaps'
    : `/overlaps?project=${encodeURIComponent(project).replace('%3A', ':')}`
}

/** The page of a norm, such as `/norms/un-k`; `states` are set side by side. */
export function normPath(norm: string, states: readonly string[] = []): string {
  return `/norms/${encodeURIComponent(norm)}${states.length === 0 ? '' : `?states=${states.join(',')}`}`
}

/** The States that the address of a norm sets side by side, each once; none where it names none. */
export function statesIn(search: URLSearchParams): readonly string[] {
  return [...new Set((search.get('states') ?? '').split(',').filter(isCode))]
}

/** Today as a calendar date in Brussels, where the desk's deadlines are counted. */
export function today(): string {
  return dayInBrussels(new Date().toISOString())
}

/** The date that every screen answers for; undefined means today. */
export function useAsOf(): readonly [string | undefined, (date: string | undefined) => void] {
  const [search, setSearch] = useSearchParams()
  const value = search.get('asOf')
  const asOf = value !== null && isCalendarDate(value) ? value : undefined
  const setAsOf = useCallback(
    (date: string | undefined) =>
      setSearch((current) => {
        const next = new URLSearchParams(current)
        if (date === undefined || date === today()) next.delete('asOf')
        else next.set('asOf', date)
        return next
      }),
    [setSearch],
  )
  return [asOf, setAsOf]
}

/**
 * What the address of the screen says, and how to change it: values are set, empty ones taken out, and the browser's
 * history gets no entry for it.
 */
export function useAddressValues(): readonly [
  URLSearchParams,
  (values: Readonly<Record<string, string | undefined>>) => void,
] {
  const [search, setSearch] = useSearchParams()
  const change = useCallback(
    (values: Readonly<Record<string, string | undefined>>) =>
      setSearch(
        (current) => {
          const next = new URLSearchParams(current)
          for (const [name, value] of Object.entries(values)) {
            if (value) next.set(name, value)
            else next.delete(name)
          }
          return next
        },
        { replace: true },
      ),
    [setSearch],
  )
  return [search, change]
}

/** Makes the full address of a path, carrying what must travel along. */
export function useAddress(): (path: string) => string {
  const [search] = useSearchParams()
  const { groundsPinned } = usePreferences()
  const asOf = search.get('asOf')
  const as = search.get('as')
  const grounds = groundsPinned ? search.get('grounds') : null
  return useCallback(
    (path) => {
      const [pathname = '', own] = path.split('?')
      const parameters = new URLSearchParams(own)
      if (asOf) parameters.set('asOf', asOf)
      // only cases are shown as another party would get them
      if (as && pathname.startsWith('/cases/case:')) parameters.set('as', as)
      if (grounds) parameters.set('grounds', grounds)
      const text = parameters.toString()
      return text === '' ? pathname : `${pathname}?${text}`
    },
    [as, asOf, grounds],
  )
}

/** Goes to a path, carrying what must travel along. */
export function useGo(): (path: string) => void {
  const [, navigate] = useLocation()
  const address = useAddress()
  return useCallback((path) => navigate(address(path)), [navigate, address])
}

/** The entity of the case on screen, if any. */
export function useCaseOnScreen(): string | undefined {
  const [path] = useLocation()
  const entity = /^\/cases\/([^/]+)\/[a-z]+/.exec(path)?.[1]
  return entity === undefined ? undefined : decodeURIComponent(entity)
}

/** The entity of the record of the portfolio on screen, if any. */
export function useRecordOnScreen(): string | undefined {
  const [path] = useLocation()
  const entity = /^\/portfolio\/records\/([^/]+)/.exec(path)?.[1]
  return entity === undefined ? undefined : decodeURIComponent(entity)
}
