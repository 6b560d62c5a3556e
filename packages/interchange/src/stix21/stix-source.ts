/**
 * Where a STIX object comes from: its author, its id as locator, the day of its version.
 */
import type { Confidence, PartialDate, Source } from '@demarche/core'
import { partialDate, type Collector, wording } from '../reading.ts'
import type { StixBundle, StixObject } from './bundle.ts'

/** The UTC day of a STIX timestamp. */
export function dayOf(timestamp: string | undefined): PartialDate | undefined {
  return partialDate(timestamp?.slice(0, 10))
}

/** The author's name, where the bundle has the identity. */
export function authorOf(bundle: StixBundle, object: StixObject): string | undefined {
  return wording(bundle.objects.get(object.created_by_ref ?? '')?.name)
}

/** The source of what an object says. A later version of the object replaces the earlier one: same document and id. */
export function sourceOf(bundle: StixBundle, object: StixObject, collector: Collector): Source {
  const author = authorOf(bundle, object)
  const date = dayOf(object.modified ?? object.created) ?? collector.options.sourceDate
  const address = object.external_references?.map(({ url }) => wording(url)).find((url) => url !== undefined)
  return {
    document: author ? `STIX 2.1 data of ${author}` : 'STIX 2.1 data',
    locator: object.id,
    ...(date ? { date } : {}),
    ...(address ? { address } : {}),
    ...(author ? { party: author } : {}),
    verified: false,
  }
}

/** STIX 2.1 appendix A, None / Low / Med / High: up to 29 low, up to 69 moderate, else high. */
export function confidenceOf(object: StixObject): Confidence | undefined {
  if (object.confidence === undefined) return undefined
  return object.confidence < 30 ? 'low' : object.confidence < 70 ? 'moderate' : 'high'
}
