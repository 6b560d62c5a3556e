/**
 * Columns of EuRepoC that are read and not made into facts, and why.
 *
 * Conclusions are not facts, context has no property, and the effect columns can be left out on request.
 */
import { inWords, type RefusalWords } from '@demarche/core'
import type { Collector } from '../reading.ts'
import { said } from './cells.ts'
import { EFFECT_COLUMNS } from './effects.ts'
import type { EurepocLayout } from './layout.ts'

const CONCLUSION = inWords('left-conclusion')
const CONTEXT = inWords('left-no-property')
const HELPER = inWords('left-follows')
const SETTLED = inWords('left-settled')

const CARRIED = new Set(
  [
    'ID name description start_date end_date incident_type receiver_name receiver_country receiver_category',
    'receiver_category_subcode initiator_country attribution_date attribution_type attribution_basis attributing_actor',
    'attribution_it_company attributing_country attributed_initiator attributed_initiator_country',
    'attributed_initiator_category attributed_initiator_subcategory attribution_ID attribution_id updated_at',
    'political_response_date political_response_type political_response_type_subcode political_response_country',
    'political_response_actor zero_days zero_days_subcode MITRE_initial_access MITRE_impact data_theft disruption hijacking',
    'physical_effects_spatial physical_effects_temporal functional_impact economic_impact_exact_value',
    'economic_impact_currency political_impact_affected_entities_exact_value sources_url',
  ].flatMap((line) => line.split(' ')),
)

const CONCLUSIONS =
  /^(unweighted_cyber|weighted_cyber|target_multiplier|impact_indicator|state_responsibility|IL_breach|evidence_for_sanctions|legal_|number_of_legal)/
const HELPERS =
  /^(number_of_|has_disruption$|political_impact_affected_entities$|economic_impact$|receiver_country_alpha_2_code$|receiver_region$)/

/** Counts the cells of columns that are left out, and reports them at the end. */
export function columnsLeftOut(layout: EurepocLayout, collector: Collector) {
  const left = layout.columns.flatMap((column, position) => {
    const why = reasonFor(column, collector.options.withoutEffectColumns ?? false)
    return why === null ? [] : [{ column, position, why, count: 0 }]
  })
  return {
    count(cells: readonly string[]): void {
      for (const entry of left) if (said(cells[entry.position]) !== undefined) entry.count += 1
    },
    report(): void {
      for (const { column, why, count } of left) if (count > 0) collector.leave(column, why, count)
    },
  }
}

function reasonFor(column: string, withoutEffects: boolean): RefusalWords | null {
  if (withoutEffects && EFFECT_COLUMNS.some((effect) => effect === column)) return inWords('left-on-request')
  if (CARRIED.has(column)) return null
  if (CONCLUSIONS.test(column)) return CONCLUSION
  if (/^(initiator_|settled_initiator)/.test(column)) return SETTLED
  return HELPERS.test(column) ? HELPER : CONTEXT
}
