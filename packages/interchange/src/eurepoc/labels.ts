/**
 * EuRepoC's own conclusions, for back-tests only: what the desk's assessment is compared with, never what it rests on.
 */
import { csvRows, headerOf } from '../csv-rows.ts'
import { decodeText } from '../decode.ts'
import { said } from './cells.ts'
import { EFFECT_COLUMNS } from './effects.ts'
import { EurepocRow, readLayout } from './layout.ts'

export interface EurepocLabels {
  readonly id: string
  /** `case:eurepoc-<id>`, as the import names it */
  readonly entity: string
  readonly weightedIntensity: number | null
  readonly unweightedIntensity: number | null
  /** the coders' verdict on which response would be justified */
  readonly legalResponse: string | null
  /** raw cells of the effect columns that say something ("none" included) */
  readonly effects: Readonly<Record<string, string>>
}

/** The labels of every incident of a global table. @throws ImportRefusal as the import does */
export async function readEurepocLabels(bytes: Uint8Array): Promise<readonly EurepocLabels[]> {
  const text = decodeText(bytes)
  const layout = readLayout(headerOf(text))
  const labels: EurepocLabels[] = []
  for await (const cells of csvRows(text, { filename: '', assertedBy: '', assertedAt: '' })) {
    const row = new EurepocRow(layout, cells)
    const id = row.cell('ID')?.trim() ?? ''
    if (!/^\d+$/.test(id) || cells.length !== layout.columns.length) continue
    labels.push({
      id,
      entity: `case:eurepoc-${id}`,
      weightedIntensity: numberOf(row.cell('weighted_cyber_intensity')),
      unweightedIntensity: numberOf(row.cell('unweighted_cyber_intensity')),
      legalResponse: said(row.cell('legal_response_indicator')) ?? null,
      effects: Object.fromEntries(
        EFFECT_COLUMNS.flatMap((column) => {
          const cell = said(row.cell(column))
          return cell === undefined ? [] : [[column, cell]]
        }),
      ),
    })
  }
  return labels
}

function numberOf(cell: string | undefined): number | null {
  const text = said(cell)
  const value = text === undefined ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : null
}
