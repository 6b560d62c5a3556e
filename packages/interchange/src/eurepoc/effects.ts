/**
 * Effects of an incident as EuRepoC codes them.
 *
 * Classes stay classes: "over 24 hours" is no number of hours and "sensitive" no kind of data. The columns
 * data_theft, disruption, hijacking and physical_effects_* also make up EuRepoC's own intensity score, so they can be
 * left out where a rating is to be compared with that score.
 */
import { inWords, within } from '@demarche/core'
import { entryOf } from '../reading.ts'
import type { Claim } from '../reading.ts'
import { said } from './cells.ts'
import { type IncidentRow, saidSlots } from './incident-row.ts'

/** The five columns that EuRepoC adds up to its intensity. */
export const EFFECT_COLUMNS = [
  'data_theft',
  'disruption',
  'hijacking',
  'physical_effects_spatial',
  'physical_effects_temporal',
] as const

const TYPES: Readonly<Record<string, readonly string[]>> = {
  Disruption: ['disruption'],
  'Data theft': ['data-theft'],
  'Data theft & Doxing': ['data-theft', 'data-leak'],
  'Hijacking with Misuse': ['hijacking'],
  'Hijacking without Misuse': ['access'],
  Ransomware: ['data-made-unavailable', 'extortion'],
}

export function effectClaims(incident: IncidentRow): readonly Claim[] {
  const { row, collector } = incident
  const effects = new Set<string>()
  for (const type of saidSlots(incident, 'incident_type')) {
    const known = entryOf(TYPES, type)
    if (known) for (const effect of known) effects.add(effect)
    else
      collector.reject(
        within(row.place, 'incident_type'),
        `"${type}" is no type of incident of EuRepoC`,
        'INT-13',
        inWords('line-no-word', { seen: type }),
      )
  }
  const techniques = new Set([
    ...saidSlots(incident, 'MITRE_initial_access'),
    ...saidSlots(incident, 'MITRE_impact'),
  ])
  return [
    ['effects', effects.size > 0 ? [...effects] : undefined],
    ['techniques', techniques.size > 0 ? [...techniques] : undefined],
    ['zeroDayUsed', zeroDays(incident)],
    ...(collector.options.withoutEffectColumns ? [] : classClaims(incident)),
    ...figureClaims(incident),
  ]
}

function classClaims({ row }: IncidentRow): readonly Claim[] {
  const begins = (column: string, table: Readonly<Record<string, string>>): string | undefined => {
    const text = said(row.cell(column))
    return text === undefined
      ? undefined
      : Object.entries(table).find(([start]) => text.startsWith(start))?.[1]
  }
  const spatial = begins('physical_effects_spatial', {
    none: 'none',
    Local: 'local',
    Widespread: 'widespread',
  })
  const isLong = said(row.cell('physical_effects_temporal'))?.startsWith('Long') ?? false
  return [
    ['dataTheftClass', begins('data_theft', THEFT)],
    [
      'disruptionClass',
      begins('disruption', { none: 'none', 'Short-term': 'under-24h', 'Long-term': 'over-24h' }),
    ],
    ['hijackingClass', begins('hijacking', HIJACKING)],
    ['physicalDamage', spatial === 'local' ? (isLong ? 'significant' : 'minor') : spatial],
  ]
}

const THEFT = {
  none: 'none',
  'For private / commercial targets: non-sensitive': 'non-sensitive',
  'For private / commercial targets: sensitive': 'sensitive',
}
const HIJACKING = {
  none: 'none',
  'Hijacking, not used': 'without-misuse',
  'Hijacking, system misuse': 'with-misuse',
}

function zeroDays({ row, collector }: IncidentRow): number | undefined {
  const used = said(row.cell('zero_days'))
  if (used === 'No') return 0
  if (used !== 'Yes') return undefined
  if (said(row.cell('zero_days_subcode')) === 'One') return 1
  collector.leave('zero_days_subcode', inWords('left-number-not-stated'))
  return undefined
}

function figureClaims({ row, collector }: IncidentRow): readonly Claim[] {
  const entities = Number(said(row.cell('political_impact_affected_entities_exact_value')) ?? 0)
  const loss = Number(said(row.cell('economic_impact_exact_value')) ?? 0)
  const isEuro = row.cell('economic_impact_currency')?.trim() === 'euro'
  if (loss > 0 && !isEuro) collector.leave('economic_impact_exact_value', inWords('left-other-currency'))
  const functional = said(row.cell('functional_impact'))
  return [
    // 0 also stands for "not coded" in these columns
    ['legalPersonsAffected', Number.isInteger(entities) && entities > 0 ? entities : undefined],
    ['economicLossEur', loss > 0 && isEuro ? loss : undefined],
    ['durationText', functional && /^(Day|Days|Weeks|Months)\b/.test(functional) ? functional : undefined],
  ]
}
