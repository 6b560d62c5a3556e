/**
 * One activity of a bundle (incident, campaign or report) as a case: what it says itself and through relationships.
 *
 * `created` is when the object was written, not when something happened, so it dates the source and never the act.
 * An attack pattern becomes a technique by its ATT&CK id. Next door: `stix-attribution.ts`.
 */
import { inWords, earliestDay, isCountryCode, isMemberState } from '@demarche/core'
import { z } from 'zod'
import { countryCode } from '../countries.ts'
import { type Claim, type Collector, wording } from '../reading.ts'
import { related, type StixBundle, type StixObject } from './bundle.ts'
import { markingOf } from './stix-marking.ts'
import { confidenceOf, dayOf, sourceOf } from './stix-source.ts'

/** States the activity itself, and what its relationships say about victims, techniques and origin. */
export function stateActivity(
  bundle: StixBundle,
  activity: StixObject,
  entity: string,
  collector: Collector,
): void {
  const name = wording(activity.name) ?? activity.id
  collector.cases.push({ entity, name })
  const victims = victimsOf(bundle, activity, collector)
  const techniques = techniquesOf(bundle, activity)
  const aliases = (activity.aliases ?? []).filter((alias) => alias.trim() !== '' && alias !== name)
  const references = (activity.external_references ?? []).flatMap(({ source_name, external_id }): Claim[] =>
    external_id ? [['sourceReference', `${source_name} ${external_id}`]] : [],
  )
  const source = sourceOf(bundle, activity, collector)
  collector.state({
    entity,
    place: activity.id,
    source,
    confidence: confidenceOf(activity),
    marking: markingOf(bundle, [activity], collector),
    claims: [
      ['name', name],
      ['aliases', aliases.length > 0 ? aliases : undefined],
      ['summary', wording(activity.description)],
      ['sourceReference', activity.id],
      ...references,
      ['startDate', startOf(activity)],
      ['endDate', dayOf(activity.last_seen) ?? extensionTimes(activity).end],
      ['disclosedDate', dayOf(activity.published)],
      ...countClaims(activity),
    ],
  })
  // what rests on other objects carries their markings too, so it is a statement of its own
  const marking = markingOf(bundle, [activity, ...victims.objects, ...techniques.objects], collector)
  collector.state({
    entity,
    place: activity.id,
    source: { ...source, locator: `${activity.id}, relationships` },
    confidence: confidenceOf(activity),
    marking,
    claims: [
      ...victims.claims,
      ['techniques', techniques.ids.length > 0 ? techniques.ids : undefined],
      ['originOutsideUnion', originOutsideUnion(bundle, activity)],
    ],
  })
}

/** Countries that an object is located at or originates from. */
export function countriesOf(bundle: StixBundle, object: StixObject): readonly string[] {
  const places =
    object.type === 'location'
      ? [object]
      : related(bundle, object.id, ['located-at', 'originates-from']).map(({ target }) => target)
  return [...new Set(places.flatMap(({ country }) => codeOf(country) ?? []))]
}

function victimsOf(bundle: StixBundle, activity: StixObject, collector: Collector) {
  const ends = related(bundle, activity.id, ['targets', 'impacts']).filter(
    ({ target }) => target.type === 'identity' || target.type === 'location',
  )
  const claims: Claim[] = []
  const members = new Set<string>()
  for (const { target } of ends) {
    const countries = countriesOf(bundle, target)
    if (countries.length === 0) collector.leave('targets', inWords('left-target-without-country'))
    for (const country of countries) {
      const sector = target.sectors?.map((word) => word.trim()).find((word) => word !== '') ?? 'not stated'
      const entity = target.type === 'identity' ? wording(target.name) : undefined
      claims.push(['target', { country, sector, ...(entity ? { entity } : {}) }])
      const day = startOf(activity)
      if (day && isMemberState(country, earliestDay(day))) members.add(country)
    }
  }
  if (members.size > 0) claims.push(['memberStates', [...members].toSorted()])
  return { claims, objects: ends.flatMap(({ relationship, target }) => [relationship, target]) }
}

function techniquesOf(bundle: StixBundle, activity: StixObject) {
  const used = related(bundle, activity.id, ['uses']).map(({ relationship, target }) => [
    relationship,
    target,
  ])
  const mentioned = (activity.object_refs ?? [])
    .flatMap((reference) => bundle.objects.get(reference) ?? [])
    .map((object) => [object, object])
  const objects = [...used, ...mentioned].filter(
    ([, target]) => target?.type === 'attack-pattern' && !target.revoked,
  )
  const ids = objects.flatMap(([, target]) => {
    const attackId = target?.external_references?.find(({ source_name }) =>
      source_name.startsWith('mitre'),
    )?.external_id
    return wording(attackId) ?? wording(target?.name) ?? []
  })
  return {
    ids: [...new Set(ids)],
    objects: objects.flatMap((pair) => pair.filter((object) => object !== undefined)),
  }
}

/** Only where the activity itself is said to originate from countries that agree; never from infrastructure. */
function originOutsideUnion(bundle: StixBundle, activity: StixObject): boolean | undefined {
  const day = startOf(activity)
  const countries = related(bundle, activity.id, ['originates-from']).flatMap(
    ({ target }) => codeOf(target.country) ?? [],
  )
  if (!day || countries.length === 0) return undefined
  const inside = countries.map((code) => isMemberState(code, earliestDay(day)))
  return inside.every(Boolean) ? false : inside.some(Boolean) ? undefined : true
}

const countsSchema = z.looseObject({
  individual: z.int().min(0).optional(),
  organization: z.int().min(0).optional(),
  system: z.int().min(0).optional(),
})
const incidentExtension = z.looseObject({
  impacted_entity_counts: z
    .union([countsSchema.transform((count) => [count]), z.array(countsSchema)])
    .optional(),
  start_time: z.string().optional(),
  start_time_fidelity: z.string().optional(),
  end_time: z.string().optional(),
  end_time_fidelity: z.string().optional(),
})

function extensionsOf(activity: StixObject) {
  return Object.values(activity.extensions ?? {}).flatMap((extension) => {
    const result = incidentExtension.safeParse(extension)
    return result.success ? [result.data] : []
  })
}

function countClaims(activity: StixObject): Claim[] {
  const counts = extensionsOf(activity).flatMap(({ impacted_entity_counts }) => impacted_entity_counts ?? [])
  return counts.slice(0, 1).flatMap((count): Claim[] => [
    ['personsAffected', count.individual],
    ['legalPersonsAffected', count.organization],
    ['systemsAffected', count.system],
  ])
}

function extensionTimes(activity: StixObject) {
  const [found] = extensionsOf(activity).filter(({ start_time, end_time }) => start_time ?? end_time)
  return {
    start: cut(found?.start_time, found?.start_time_fidelity),
    end: cut(found?.end_time, found?.end_time_fidelity),
  }
}

function codeOf(country: string | undefined): string | undefined {
  const text = country?.trim().toUpperCase() ?? ''
  return isCountryCode(text) ? text : countryCode(country ?? '')
}

/** When it began, where the file says so; membership of the Union is judged on that date only. */
function startOf(activity: StixObject) {
  return dayOf(activity.first_seen) ?? extensionTimes(activity).start
}

function cut(time: string | undefined, fidelity: string | undefined) {
  return dayOf(time?.slice(0, fidelity === 'year' ? 4 : fidelity === 'month' ? 7 : 10))
}
