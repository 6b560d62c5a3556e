/**
 * Receivers: who was hit, and which of the legal inputs follow from the kind of victim.
 *
 * In 1.1 categories are a list of lists parallel to the countries; in 1.3 all lists run in parallel. Regions and
 * organisations in the country column are no countries: counted in the report, not made into one.
 *
 * A Member State is listed when it was one on the start date whatever day of that date is meant.
 * "Finance" covers banks and markets in this data set and is read as `financial-market`.
 */
import { inWords } from '@demarche/core'
import { entryOf } from '../reading.ts'
import { isMemberThroughout, isThirdStateThroughout } from '../membership.ts'
import { countryCode } from '../countries.ts'
import type { Claim } from '../reading.ts'
import { said } from './cells.ts'
import { type IncidentRow, nestedSlots, slots } from './incident-row.ts'

export interface Receiver {
  readonly country: string
  readonly category: string
  readonly subcode: string | undefined
  readonly name: string | undefined
}

const ESSENTIAL: Readonly<Record<string, string>> = {
  Energy: 'energy',
  Transportation: 'transport',
  Finance: 'financial-market',
  Health: 'health',
  Water: 'drinking-water',
  Telecommunications: 'digital-infrastructure',
  'Digital Provider': 'digital-infrastructure',
  Chemicals: 'other-essential',
  Food: 'other-essential',
  Space: 'other-essential',
  'Critical Manufacturing': 'other-essential',
}

const FUNCTIONS: Readonly<Record<string, string>> = {
  'Government / ministries': 'governance',
  'Civil service / administration': 'governance',
  Legislative: 'governance',
  Judiciary: 'governance',
  Military: 'defence',
  Police: 'internal-security',
  'Intelligence agencies': 'internal-security',
  'Election infrastructure / related systems': 'elections',
  'Other (e.g., embassies)': 'external-relations',
}

const STATE = 'State institutions / political system'
const CRITICAL = 'Critical infrastructure'
const INTERNATIONAL = 'International / supranational organization'

/** The receivers of a row of the global table. */
export function receiversOf(incident: IncidentRow): readonly Receiver[] {
  const countries = slots(incident, 'receiver_country')
  const categories = nestedSlots(incident, 'receiver_category')
  const subcodes = nestedSlots(incident, 'receiver_category_subcode')
  const names = nestedSlots(incident, 'receiver_name')
  return countries.flatMap((country, position) => {
    const own = categories[position] ?? []
    return (own.length > 0 ? own : ['']).map((category, slot) => ({
      country,
      category,
      subcode: said(subcodes[position]?.[slot]),
      name: said(names[position]?.[slot]),
    }))
  })
}

/** What the receivers say about victims, as claims. */
export function receiverClaims(
  { collector, start }: IncidentRow,
  receivers: readonly Receiver[],
): readonly Claim[] {
  const targets = new Map<string, Claim>()
  const members = new Set<string>()
  const facts = new Map<string, Set<string>>([
    ['essentialServiceSectors', new Set()],
    ['criticalStateFunctionsAffected', new Set()],
  ])
  const flags = new Set<string>()
  for (const receiver of receivers) {
    const { category, subcode, name } = receiver
    const country = receiverCountry(receiver.country)
    if (country === undefined) {
      const where = said(receiver.country)
      if (where)
        collector.leave(
          `receiver_country "${where}"`,
          inWords(where.endsWith('(region)') ? 'left-no-country' : 'left-unknown-country'),
        )
    } else {
      const target = targetOf(country, receiver)
      targets.set(JSON.stringify(target), ['target', target])
      if (start && isMemberThroughout(country, start)) members.add(country)
    }
    if (category === CRITICAL) {
      flags.add('criticalInfrastructureAffected')
      const sector = subcode && entryOf(ESSENTIAL, subcode)
      if (sector) facts.get('essentialServiceSectors')?.add(sector)
    }
    if (category === STATE) {
      const area = subcode && entryOf(FUNCTIONS, subcode)
      if (area) facts.get('criticalStateFunctionsAffected')?.add(area)
      if (country && country !== '*' && country !== 'EU' && start && isThirdStateThroughout(country, start)) {
        flags.add('thirdStateTargeted')
      }
    }
    const isUnion =
      country === 'EU' ||
      /\b(European (Commission|Parliament|Council|Medicines Agency|External Action)|EEAS)\b/.test(name ?? '')
    if (isUnion && (category === INTERNATIONAL || category === STATE)) flags.add('unionBodyTargeted')
    else if (category === INTERNATIONAL) flags.add('internationalOrganisationTargeted')
  }
  return [
    ...targets.values(),
    ['memberStates', members.size > 0 ? [...members].toSorted() : undefined],
    ...[...facts].map(([property, values]): Claim => [
      property,
      values.size > 0 ? [...values].toSorted() : undefined,
    ]),
    ...[...flags].map((property): Claim => [property, true]),
  ]
}

/** Code of a receiver's or initiator's country; `EU` and `*` for the Union and the world. */
export function receiverCountry(name: string): string | undefined {
  if (name === 'EU (region)') return 'EU'
  return name === 'Global (region)' ? '*' : countryCode(name)
}

function targetOf(country: string, { category, subcode, name }: Receiver) {
  const kind = said(category)?.replace(/ \(corporate targets only coded.*$/, '') ?? 'not stated'
  return { country, sector: subcode ? `${kind}: ${subcode}` : kind, ...(name ? { entity: name } : {}) }
}
