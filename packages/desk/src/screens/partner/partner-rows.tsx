/** Records in rows on a partner's page: when, what, and a line of what is known; the rest folded away with its number. */
import type { RecordRow } from '@demarche/api'
import type { ReactNode } from 'react'
import { alternativesOf } from '@demarche/core/portfolio/read-record.ts'
import { kindPath, recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { RaisedMarking } from '../../parts/raised-marking.tsx'
import { usePrintedPlaceName } from '../../portfolio/places.ts'
import { useText } from '../../texts.ts'
import { Known, useOnPage } from './on-page.tsx'

/** So many rows of a list are shown at once. */
const MOST_SHOWN = 6
/** So many of a list that is brief on paper are printed; `partner.css` counts the same. */
export const MOST_PRINTED = 3

/** The first rows; how many more there are opens the rest, and is what paper shows of them. */
export function Rows({
  rows,
  most = MOST_SHOWN,
  isBrief = false,
}: {
  readonly rows: readonly ReactNode[]
  readonly most?: number
  /** on paper a few stand for all, unless the rest was opened */
  readonly isBrief?: boolean
}) {
  const t = useText()
  // one row alone is not worth a fold
  const shown = rows.length === most + 1 ? rows.length : most
  return (
    <>
      <ul className="partner-rows" data-brief={isBrief || undefined}>
        {rows.slice(0, shown)}
      </ul>
      {rows.length > shown && (
        <Fold summary={t('portfolio.more', { count: rows.length - shown })}>
          <ul className="partner-rows">{rows.slice(shown)}</ul>
        </Fold>
      )}
      {isBrief && <MoreOnPaper count={rows.length - MOST_PRINTED} />}
    </>
  )
}

/** How many of a list that is brief on paper are not printed. */
export function MoreOnPaper({ count }: { readonly count: number }) {
  const t = useText()
  return count > 0 && <span className="on-paper"> {t('portfolio.more', { count })}</span>
}

export function Fold({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  return (
    <details className="partner-fold">
      <summary>{summary}</summary>
      {children}
    </details>
  )
}

interface LineProps {
  /** the first column: a date, a word */
  readonly when: ReactNode
  readonly children: ReactNode
}

/** One line of a list. */
export function Line({ when, children }: LineProps) {
  return (
    <li className="partner-row">
      <span className="partner-when">{when}</span>
      <div>{children}</div>
    </li>
  )
}

interface RecordLineProps {
  readonly entity: string
  readonly when: ReactNode
  /** what is to be noticed before the details */
  readonly flag?: ReactNode
  /** properties said in the line below the name; those of which nothing is stated are left out */
  readonly details: readonly string[]
}

/** A record by name, which leads to it and so to its sources. */
export function RecordLine({ entity, when, flag, details }: RecordLineProps) {
  const row = useOnPage().row(entity)
  if (!row) return null
  return (
    <Line when={when}>
      <RecordName row={row} />
      {flag && <> {flag}</>}
      <Details row={row} properties={details} />
    </Line>
  )
}

interface RecordNameProps {
  readonly row: Pick<RecordRow, 'entity' | 'name' | 'marking' | 'doubts'>
  /** what it is called here; its own name when absent or empty */
  readonly name?: string | undefined
}

export function RecordName({ row, name }: RecordNameProps) {
  return (
    <>
      <GoLink className="partner-name" to={recordPath(row.entity)} data-row="">
        {name || row.name}
      </GoLink>
      <RaisedMarking marking={row.marking} />
    </>
  )
}

function Details({ row, properties }: { readonly row: RecordRow; readonly properties: readonly string[] }) {
  const t = useText()
  const wording = useOnPage().wording(row.kind)
  const stated = properties.filter((property) =>
    row.facts.some((fact) => fact.property === property && alternativesOf(fact).length > 0),
  )
  if (!wording || stated.length === 0) return null
  return (
    <p className="partner-details">
      {stated.map((property) => (
        <span key={property} className="partner-detail">
          <span className="quiet">
            {wording.label(property)}
            {t('mark.colon')}
          </span>{' '}
          <Known row={row} property={property} />
        </span>
      ))}
    </p>
  )
}

interface PartProps {
  readonly id: string
  readonly title: string
  /** the kind whose records stand here, for the way to all of them */
  readonly kind?: string
  readonly children: ReactNode
}

/** A part of the page under its heading, with the way to all the records that it is made of. */
export function Part({ id, title, kind, children }: PartProps) {
  return (
    <section className="partner-part" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {kind !== undefined && <AllOf kind={kind} />}
      </div>
      {children}
    </section>
  )
}

function AllOf({ kind }: { readonly kind: string }) {
  const t = useText()
  const placeName = usePrintedPlaceName()
  const { answer, kind: find, sections } = useOnPage()
  const of = find(kind)
  // a list is asked by place: what a region, or a country of it, alone ties to it is not in it
  const indirect = new Set(
    answer.view.projects.flatMap(({ entity, regions, countries }) =>
      regions.length + countries.length > 0 ? [entity] : [],
    ),
  )
  const direct = sections(kind).filter(({ rows }) => rows.some(({ entity }) => !indirect.has(entity)))
  if (!of || direct.length === 0) return null
  const isWhole = direct.every(({ rows, total }) => rows.length === total)
  const shown = [...new Set(sections(kind).flatMap(({ rows }) => rows.map(({ entity }) => entity)))]
  const count = shown.filter((entity) => !indirect.has(entity)).length
  // more stands here than the list that the link leads to
  const hasOthers = shown.length > count
  const values = { count, kinds: count === 1 ? of.label : of.plural, name: placeName(answer.code) }
  return (
    <p className="partner-all">
      {!isWhole && <span className="quiet">{t('partner.lastOf', { count })} </span>}
      <GoLink to={kindPath(kind, { place: answer.code })}>
        {isWhole
          ? t(hasOthers ? 'partner.allNaming' : 'partner.allCounted', values)
          : t('partner.all', { kinds: of.plural })}
      </GoLink>
    </p>
  )
}

/** None found, which never says that there is none. */
export function NoneFound({ text }: { readonly text: string }) {
  return <p className="quiet">{text}</p>
}
