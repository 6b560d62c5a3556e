/**
 * What every statement of one EuRepoC row shares: its entity, its place in the file, its source.
 */
import { inWords, type PartialDate, sayPlace, type Source, within } from '@demarche/core'
import type { Claim, Collector } from '../reading.ts'
import { dateOfCell, nestedSlotsOf, said, slotsOf } from './cells.ts'
import type { EurepocRow } from './layout.ts'

export interface IncidentRow {
  readonly row: EurepocRow
  readonly entity: string
  readonly collector: Collector
  /** when the activity began, at the precision that the data set supports */
  readonly start: PartialDate | undefined
}

/** The row's case, or null when its ID is no whole number. */
export function incidentRow(collector: Collector, row: EurepocRow): IncidentRow | null {
  const id = /^(\d{1,9})(?:\.0)?$/.exec(row.cell('ID')?.trim() ?? '')?.[1]
  if (id === undefined) return null
  return { row, entity: `case:eurepoc-${id}`, collector, start: dateOfCell(row.cell('start_date')) }
}

/** States claims of the row under a locator of their own (`incident 3, attribution 1`). */
export function stateRow(
  { row, entity, collector }: IncidentRow,
  part: string,
  claims: readonly Claim[],
  source: Partial<Source> = {},
): void {
  const place = part === '' ? row.place : within(row.place, part)
  const locator = sayPlace(place)
  const date = source.date ?? collector.options.sourceDate ?? dateOfCell(row.cell('updated_at'))
  collector.state({
    entity,
    place,
    claims,
    source: { document: row.layout.document, verified: false, ...source, locator, ...(date ? { date } : {}) },
  })
}

/** The slots of a list column; a broken list is rejected and counts as empty. */
export function slots({ row, collector }: IncidentRow, column: string): readonly string[] {
  const list = slotsOf(row.cell(column) ?? '')
  if (list) return list
  rejectList(row, collector, column)
  return []
}

/** The slots of a list of lists; a broken list is rejected and counts as empty. */
export function nestedSlots({ row, collector }: IncidentRow, column: string): readonly (readonly string[])[] {
  const list = nestedSlotsOf(row.cell(column) ?? '')
  if (list) return list
  rejectList(row, collector, column)
  return []
}

/** The slots of a list column that say something. */
export function saidSlots(incident: IncidentRow, column: string): readonly string[] {
  return slots(incident, column).flatMap((slot) => said(slot) ?? [])
}

function rejectList(row: EurepocRow, collector: Collector, column: string): void {
  const seen = (row.cell(column) ?? '').slice(0, 60)
  collector.reject(
    within(row.place, column),
    `${JSON.stringify(seen)} is not a list as ['a', 'b'] or a; b`,
    'INT-23',
    inWords('line-no-list', { seen }),
  )
}
