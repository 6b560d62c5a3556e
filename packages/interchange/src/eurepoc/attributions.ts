/**
 * Attribution claims of EuRepoC: one statement per claim, never merged.
 *
 * The lists of a row run in parallel; a list of one item holds for every claim, a list of another length cannot be
 * matched and is left out with a remark. A country is accused only where the claim says that a State acted or stands
 * behind; the country of a group of hacktivists is an origin, not an accusation.
 */
import { inWords } from '@demarche/core'
import { countryCode } from '../countries.ts'
import { dateOfCell, said } from './cells.ts'
import { type IncidentRow, slots, stateRow } from './incident-row.ts'

const COLUMNS = [
  'attribution_date',
  'attribution_type',
  'attribution_basis',
  'attributing_actor',
  'attribution_it_company',
  'attributing_country',
  'attributed_initiator',
  'attributed_initiator_country',
  'attributed_initiator_category',
  'attributed_initiator_subcategory',
] as const
type ClaimCells = Readonly<Record<(typeof COLUMNS)[number], string | undefined>>

const SPEAKERS: readonly (readonly [basis: RegExp, speaker: string])[] = [
  [/^Attacker confirms/, 'the attacker'],
  [/^IT-security community/, 'IT-security community'],
  [/^Attribution by receiver government/, 'government of the receiver'],
  [/^Media-based/, 'media'],
  [/^Attribution by third-party/, 'third party'],
  [/^Receiver attributes/, 'receiver'],
  [/^Attribution by EU/, 'EU institution or agency'],
  [/^Attribution by international/, 'international organisation'],
  [/^Contested/, 'sources that contest each other'],
]

/** States every claim of a row of the global table. */
export function stateAttributions(incident: IncidentRow): void {
  const lists = COLUMNS.map((column) => [column, slots(incident, column)] as const)
  const length = usualLength(lists.map(([, list]) => list.length))
  const unmatched = lists
    .filter(([, list]) => list.length > 1 && list.length !== length)
    .map(([column]) => column)
  if (unmatched.length > 0) {
    const message = `${unmatched.join(', ')}: other length than the ${length} claims of the row; left out`
    incident.collector.remark(
      incident.row.place,
      message,
      inWords('remark-other-length', { choices: unmatched, count: length }),
    )
  }
  const seen = new Set<string>()
  for (let position = 0; position < length; position += 1) {
    const cells = cellsAt((column) => {
      const list = lists.find(([name]) => name === column)?.[1] ?? []
      return list.length === 1 || list.length === length ? (list[list.length === 1 ? 0 : position] ?? '') : ''
    })
    const key = JSON.stringify(cells)
    if (seen.has(key)) continue
    seen.add(key)
    stateClaim(incident, cells, `attribution ${position + 1}`)
  }
}

/** States the claim of a row of the attribution table. */
export function stateAttributionRow(incident: IncidentRow): void {
  const id = incident.row.cell('attribution_ID')?.replace(/\.0$/, '')
  stateClaim(
    incident,
    cellsAt((column) => incident.row.cell(column) ?? ''),
    `attribution ${id ?? 'without id'}`,
  )
}

function cellsAt(cell: (column: string) => string): ClaimCells {
  return {
    attribution_date: said(cell('attribution_date')),
    attribution_type: said(cell('attribution_type')),
    attribution_basis: said(cell('attribution_basis')),
    attributing_actor: said(cell('attributing_actor')),
    attribution_it_company: said(cell('attribution_it_company')),
    attributing_country: said(cell('attributing_country')),
    attributed_initiator: said(cell('attributed_initiator')),
    attributed_initiator_country: said(cell('attributed_initiator_country')),
    attributed_initiator_category: said(cell('attributed_initiator_category')),
    attributed_initiator_subcategory: said(cell('attributed_initiator_subcategory')),
  }
}

function stateClaim(incident: IncidentRow, cells: ClaimCells, part: string): void {
  const { collector } = incident
  const category = cells.attributed_initiator_category ?? ''
  const isState = category === 'State'
  const isSuggested = category.startsWith('Non-state actor, state-affiliation suggested')
  const country = cells.attributed_initiator_country
  const accusedState = (isState || isSuggested) && country ? countryCode(country) : undefined
  const accused = cells.attributed_initiator
  if (accused === undefined && accusedState === undefined) {
    if (country) collector.leave('attributed_initiator_country', inWords('left-origin'))
    return
  }
  const basis = cells.attribution_basis ?? ''
  const speaker = SPEAKERS.find(([start]) => start.test(basis))?.[1]
  const claimant = cells.attributing_actor ?? cells.attribution_it_company ?? speaker ?? 'not named'
  const kind = kindOf(cells.attribution_type ?? '', basis)
  const claimantState = kind === 'technical' ? undefined : countryCode(cells.attributing_country ?? '')
  const date = dateOfCell(cells.attribution_date)
  const notes = [basis, cells.attribution_type, cells.attributed_initiator_subcategory].filter(Boolean)
  stateRow(
    incident,
    part,
    [
      [
        'attributionClaim',
        {
          claimant,
          ...(claimantState ? { claimantState } : {}),
          kind,
          accused: accused ?? 'not named',
          ...(accusedState ? { accusedState } : {}),
          ...(isState && accusedState ? { stateDirected: true } : {}),
          ...(date ? { date } : {}),
          ...(isSuggested ? { confidenceAsStated: 'state affiliation suggested' } : {}),
        },
      ],
    ],
    {
      party: claimant,
      ...(date ? { date } : {}),
      ...(notes.length > 0 ? { note: notes.join('; ') } : {}),
    },
  )
}

/** The length that most lists of several items share; the longer one on a tie. */
function usualLength(lengths: readonly number[]): number {
  const several = lengths.filter((length) => length > 1).toSorted((a, b) => b - a)
  const count = (length: number): number => several.filter((other) => other === length).length
  return several.toSorted((a, b) => count(b) - count(a))[0] ?? Math.max(...lengths)
}

function kindOf(type: string, basis: string): 'technical' | 'political' | 'legal' {
  if (/legal action|indictment|sanctions/i.test(type)) return 'legal'
  if (/government|EU institution|international organi/i.test(basis)) return 'political'
  return type.startsWith('Political statement') ? 'political' : 'technical'
}
