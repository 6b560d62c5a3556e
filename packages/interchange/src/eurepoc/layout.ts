/**
 * The layouts of EuRepoC tables: global 1.1 (81 columns), global 1.3 (85), attribution 1.1, receiver 1.1.
 *
 * Recognised by column names, whatever the file is called. 1.3 names are translated to those of 1.1; its two pairs of
 * equal names (first the settled initiator, then the attributed one) are told apart by position.
 * Rules: INT-21 a column twice, INT-22 a required column missing. Long because it is a table.
 */
import { inFile, inWords, type PlaceWords } from '@demarche/core'
import { entryOf } from '../reading.ts'
import { refuse } from '../refusal.ts'

export type EurepocTable = 'global' | 'attribution' | 'receiver'

export interface EurepocLayout {
  readonly table: EurepocTable
  /** name of the data set, as a source */
  readonly document: string
  /** column names in the words of 1.1, by position */
  readonly columns: readonly string[]
  readonly at: ReadonlyMap<string, number>
}

const REQUIRED: Readonly<Record<EurepocTable, readonly string[]>> = {
  global: ['ID', 'name', 'start_date', 'incident_type', 'receiver_country', 'receiver_category'],
  attribution: ['ID', 'attributed_initiator', 'attributed_initiator_country', 'attribution_basis'],
  receiver: ['ID', 'receiver_country', 'receiver_category'],
}

const NAMES_OF_1_3: Readonly<Record<string, string>> = {
  incident_id: 'ID',
  inclusion_criterion: 'inclusion_criteria',
  inclusion_criterion_subcode: 'inclusion_criteria_subcode',
  source_disclosure: 'source_incident_detection_disclosure',
  receiver_regions: 'receiver_region',
  receiver_subcategory: 'receiver_category_subcode',
  initiator_subcategory: 'initiator_category_subcode',
  number_attributions: 'number_of_attributions',
  attributing_company: 'attribution_it_company',
  attribution_source_url: 'sources_attribution',
  offline_conflict_name: 'offline_conflict_name_HIIK',
  number_political_responses: 'number_of_political_responses',
  political_response_subtype: 'political_response_type_subcode',
  political_response_responding_country: 'political_response_country',
  political_response_responding_actor: 'political_response_actor',
  mitre_initial_access: 'MITRE_initial_access',
  mitre_impact: 'MITRE_impact',
  unweighted_intensity: 'unweighted_cyber_intensity',
  weighted_intensity: 'weighted_cyber_intensity',
  impact_indicator_label: 'impact_indicator',
  impact_indicator_score: 'impact_indicator_value',
  affected_entities: 'political_impact_affected_entities',
  affected_entities_value: 'political_impact_affected_entities_exact_value',
  affected_third_countries: 'political_impact_third_countries',
  affected_third_countries_value: 'political_impact_third_countries_exact_value',
  economic_impact_value: 'economic_impact_exact_value',
  state_responsibility_actor: 'state_responsibility_indicator',
  il_breach_indicator: 'IL_breach_indicator',
  il_breach_indicator_subcode: 'IL_breach_indicator_subcode',
  number_legal_responses: 'number_of_legal_responses',
  legal_response_subtype: 'legal_response_type_subcode',
  legal_response_responding_country: 'legal_response_country',
  legal_response_responding_actor: 'legal_response_actor',
  attribution_legal_reference: 'legal_attribution_reference',
  attribution_legal_reference_subcode: 'legal_attribution_reference_subcode',
  response_indicator: 'legal_response_indicator',
  source_url: 'sources_url',
}
/** second of two equal names in 1.3 */
const SECOND_OF_1_3: Readonly<Record<string, string>> = {
  initiator_country: 'attributed_initiator_country',
  initiator_category: 'attributed_initiator_category',
}

/** Says whether a header line could be one of EuRepoC's, so that its faults are worth telling. */
export function looksLikeEurepoc(header: readonly string[]): boolean {
  const signs = [
    'receiver_country',
    'receiver_category',
    'attributed_initiator',
    'incident_type',
    'attribution_basis',
  ]
  return header.filter((name) => signs.includes(name)).length >= 2
}

/** Reads the layout off a header line. @throws ImportRefusal INT-21, INT-22 */
export function readLayout(header: readonly string[]): EurepocLayout {
  const is13 = header.includes('incident_id')
  const at = new Map<string, number>()
  const columns = header.map((name, position) => {
    let translated = is13 ? (entryOf(NAMES_OF_1_3, name) ?? name) : name === 'incident_ID' ? 'ID' : name
    if (at.has(translated) && is13) translated = entryOf(SECOND_OF_1_3, name) ?? translated
    if (at.has(translated)) refuse(inFile('line', 1), inWords('file-column-twice', { name }), 'INT-21')
    at.set(translated, position)
    return translated
  })
  const table = tableOf(at)
  const missing = REQUIRED[table].filter((name) => !at.has(name))
  if (missing.length > 0) {
    refuse(inFile('line', 1), inWords('file-column-missing', { name: missing.join(', ') }), 'INT-22')
  }
  const version = is13 ? '1.3' : '1.1'
  const title = { global: 'Global Database', attribution: 'attribution table', receiver: 'receiver table' }[
    table
  ]
  return { table, document: `EuRepoC ${title} ${version}`, columns, at }
}

function tableOf(at: ReadonlyMap<string, number>): EurepocTable {
  if (at.has('name') || at.has('start_date') || at.has('incident_type')) return 'global'
  return at.has('attributed_initiator') || at.has('attribution_basis') ? 'attribution' : 'receiver'
}

/** One row by column name; columns that the layout lacks are undefined. */
export class EurepocRow {
  readonly cells: readonly string[]
  readonly layout: EurepocLayout

  constructor(layout: EurepocLayout, cells: readonly string[]) {
    this.layout = layout
    this.cells = cells
  }

  cell(name: string): string | undefined {
    const position = this.layout.at.get(name)
    return position === undefined ? undefined : this.cells[position]
  }

  get place(): PlaceWords {
    return inFile('incident', this.cell('ID')?.trim().replace(/\.0$/, '') ?? '?')
  }
}
