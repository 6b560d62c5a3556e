/**
 * EuRepoC tables: one statement of facts per incident, one per attribution claim, one per response.
 *
 * What EuRepoC concludes (intensity, impact score, responsibility, breaches, justified responses) is never made into a
 * fact: the desk draws its own conclusions, and a back-test compares them with those. Everything left out is counted.
 */
import { inFile, inWords, isCertainlyBefore, within } from '@demarche/core'
import { csvRows } from '../csv-rows.ts'
import {
  type Claim,
  Collector,
  type ImportFormat,
  type Reading,
  type ReadOptions,
  wording,
} from '../reading.ts'
import { countryCode } from '../countries.ts'
import { stateAttributionRow, stateAttributions } from './attributions.ts'
import { dateOfCell, said } from './cells.ts'
import { effectClaims } from './effects.ts'
import { type IncidentRow, incidentRow, saidSlots, slots, stateRow } from './incident-row.ts'
import { refuse } from '../refusal.ts'
import { type EurepocLayout, EurepocRow, type EurepocTable, readLayout } from './layout.ts'
import { isMemberThroughout, isThirdStateThroughout } from '../membership.ts'
import { receiverClaims, receiversOf } from './receivers.ts'
import { stateResponses } from './responses.ts'
import { columnsLeftOut } from './columns-left-out.ts'

const FORMATS: Readonly<Record<EurepocTable, ImportFormat>> = {
  global: 'eurepoc-csv',
  attribution: 'eurepoc-attribution-csv',
  receiver: 'eurepoc-receiver-csv',
}

/** Reads a EuRepoC table. @throws ImportRefusal INT-20 to INT-22 */
export async function readEurepoc(
  text: string,
  header: readonly string[],
  options: ReadOptions,
): Promise<Reading> {
  const layout = readLayout(header)
  const collector = new Collector(options)
  const tally = columnsLeftOut(layout, collector)
  const years = { count: 0 }
  const seen = new Set<string>()
  const receivers = new Map<string, IncidentRow[]>()
  let line = 1
  for await (const cells of csvRows(text, options)) {
    line += 1
    const incident = admit(collector, layout, cells, line)
    if (!incident) continue
    tally.count(cells)
    if (layout.table === 'attribution') stateAttributionRow(incident)
    else if (layout.table === 'receiver') group(receivers, incident)
    else if (seen.has(incident.entity)) {
      const words = inWords('line-twice', { seen: incident.row.cell('ID') ?? '' })
      collector.reject(
        incident.row.place,
        'occurs twice in the file; the first row was read',
        'INT-16',
        words,
      )
    } else {
      seen.add(incident.entity)
      stateIncident(incident, years)
    }
  }
  if (line === 1) refuse(inFile('line', 2), inWords('file-no-rows'), 'INT-04')
  for (const rows of receivers.values()) stateReceivers(rows)
  tally.report()
  if (years.count > 0) {
    const message = `${years.count} dates on 1 January are read as the year alone, as EuRepoC uses that day for "in the year"`
    collector.remark(
      ['start_date', 'end_date'],
      message,
      inWords('remark-year-alone', { count: years.count }),
    )
  }
  return collector.reading(FORMATS[layout.table])
}

function admit(
  collector: Collector,
  layout: EurepocLayout,
  cells: readonly string[],
  line: number,
): IncidentRow | null {
  if (cells.length !== layout.columns.length) {
    const message = `has ${cells.length} cells under a header of ${layout.columns.length}; the row is left out`
    const words = inWords('line-cells', { count: cells.length, most: layout.columns.length })
    collector.reject(inFile('row', line), message, 'INT-24', words)
    return null
  }
  const incident = incidentRow(collector, new EurepocRow(layout, cells))
  if (!incident) {
    const seen = cells[layout.at.get('ID') ?? 0]?.slice(0, 40) ?? ''
    const message = `has the ID ${JSON.stringify(seen)}; expected a whole number`
    collector.reject(inFile('row', line), message, 'INT-25', inWords('line-no-row-number', { seen }))
  }
  return incident
}

function stateIncident(incident: IncidentRow, years: { count: number }): void {
  const { row, entity, collector, start } = incident
  const id = entity.slice('case:eurepoc-'.length)
  const name = wording(row.cell('name')) ?? `EuRepoC ${id}`
  collector.cases.push({ entity, name })
  const address = saidSlots(incident, 'sources_url').find((url) => /^https?:\/\/\S+$/.test(url))
  for (const column of ['start_date', 'end_date']) {
    const cell = row.cell(column)
    if (said(cell) !== undefined && dateOfCell(cell) === undefined) {
      collector.reject(
        within(row.place, column),
        `"${cell}" is not a date that exists in the calendar`,
        'INT-12',
        inWords('line-no-date', { seen: cell ?? '' }),
      )
    }
    if (dateOfCell(cell)?.length === 4) years.count += 1
  }
  const claims: Claim[] = [
    ['name', name],
    ['sourceReference', `EuRepoC ${id}`],
    ['summary', wording(row.cell('description'))],
    ['startDate', start],
    ['endDate', endOf(incident)],
    ...receiverClaims(incident, receiversOf(incident)),
    ...effectClaims(incident),
    ['originOutsideUnion', originOutsideUnion(incident)],
  ]
  stateRow(incident, '', claims, address ? { address } : {})
  stateAttributions(incident)
  stateResponses(incident)
}

function endOf({ row, collector, start }: IncidentRow) {
  const end = dateOfCell(row.cell('end_date'))
  if (!end || !start || !isCertainlyBefore(end, start)) return end
  collector.remark(
    row.place,
    `ends on ${end}, before it starts on ${start}; the end is left out (INT-26)`,
    inWords('remark-end-left-out', { day: end, since: start }),
  )
  return undefined
}

/** Only where every initiator's country is known and they agree; never from the infrastructure used. */
function originOutsideUnion(incident: IncidentRow): boolean | undefined {
  const { start } = incident
  const countries = slots(incident, 'initiator_country').map((name) =>
    said(name) ? countryCode(name) : undefined,
  )
  if (start === undefined || countries.length === 0) return undefined
  if (countries.every((code) => code !== undefined && isThirdStateThroughout(code, start))) return true
  return countries.every((code) => code !== undefined && isMemberThroughout(code, start)) ? false : undefined
}

function group(receivers: Map<string, IncidentRow[]>, incident: IncidentRow): void {
  const rows = receivers.get(incident.entity)
  if (rows) rows.push(incident)
  else receivers.set(incident.entity, [incident])
}

/** The receiver table has one row a receiver and no date, so Member States are not derived from it. */
function stateReceivers(rows: readonly IncidentRow[]): void {
  const [first] = rows
  if (!first) return
  const receivers = rows.map(({ row }) => ({
    country: row.cell('receiver_country')?.trim() ?? '',
    category: row.cell('receiver_category')?.trim() ?? '',
    subcode: said(row.cell('receiver_category_subcode')),
    name: said(row.cell('receiver_name')),
  }))
  stateRow(first, 'receivers', receiverClaims(first, receivers))
}
