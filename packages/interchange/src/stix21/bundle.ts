/**
 * A STIX 2.1 bundle: its objects, newest version of each, and the relationships between them.
 *
 * Only what is read is checked; other fields and custom types pass through uncounted by the schema and are listed by
 * type. Rests on: OASIS STIX 2.1, sections 3 (common properties), 5 (relationships), 8 (bundle).
 * Rules: INT-31 STIX 2.0, INT-32 an object that is none.
 */
import { inWords, wordsOfIssue } from '@demarche/core'
import { z } from 'zod'
import { breathe, type Collector } from '../reading.ts'
import { refuse } from '../refusal.ts'

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*--[0-9a-fA-F-]{36}$/, 'expected a STIX id as type--UUID')
const timestamp = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/, 'expected a time as 2026-01-31T12:00:00.000Z')

const externalReference = z.looseObject({
  source_name: z.string(),
  external_id: z.string().optional(),
  url: z.string().optional(),
})

export const stixObjectSchema = z.looseObject({
  type: z.string().min(1),
  id,
  spec_version: z.string().optional(),
  created: timestamp.optional(),
  modified: timestamp.optional(),
  revoked: z.boolean().optional(),
  created_by_ref: id.optional(),
  name: z.string().optional(),
  description: z.string().optional(),
  aliases: z.array(z.string()).optional(),
  confidence: z.number().min(0).max(100).optional(),
  external_references: z.array(externalReference).optional(),
  object_marking_refs: z.array(id).optional(),
  granular_markings: z.array(z.looseObject({ marking_ref: id.optional() })).optional(),
  object_refs: z.array(z.string()).optional(),
  first_seen: timestamp.optional(),
  last_seen: timestamp.optional(),
  published: timestamp.optional(),
  relationship_type: z.string().optional(),
  source_ref: z.string().optional(),
  target_ref: z.string().optional(),
  sectors: z.array(z.string()).optional(),
  country: z.string().optional(),
  threat_actor_types: z.array(z.string()).optional(),
  definition_type: z.string().optional(),
  definition: z.looseObject({ tlp: z.string().optional(), statement: z.string().optional() }).optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
})
export type StixObject = z.infer<typeof stixObjectSchema>

export interface StixBundle {
  readonly objects: ReadonlyMap<string, StixObject>
  /** relationships by the object that they start from */
  readonly from: ReadonlyMap<string, readonly StixObject[]>
}

const shape = z.looseObject({
  type: z.literal('bundle'),
  spec_version: z.unknown().optional(),
  objects: z.unknown().optional(),
})
const single = z.looseObject({ type: z.string(), id: z.string().regex(/--/) })

/** Says whether parsed JSON looks like a STIX 2 bundle or a single STIX object. */
export function isStix(json: unknown): boolean {
  return shape.safeParse(json).success || single.safeParse(json).success
}

/** Indexes a bundle. Objects that do not fit are rejected one by one. @throws ImportRefusal INT-31 */
export async function indexBundle(json: unknown, collector: Collector): Promise<StixBundle> {
  const bundle = shape.safeParse(json)
  const version = bundle.success ? bundle.data.spec_version : undefined
  if (version === '2.0') refuse('/spec_version', inWords('file-older-stix'), 'INT-31')
  const candidates = bundle.success ? listOf(bundle.data.objects) : [json]
  const objects = new Map<string, StixObject>()
  let older = 0
  for (const [position, candidate] of candidates.entries()) {
    if (position % 2000 === 0) await breathe(collector.options, (position / candidates.length) * 0.9)
    const result = stixObjectSchema.safeParse(candidate)
    if (!result.success) {
      const [issue] = result.error.issues
      const place = `/objects/${position}${(issue?.path ?? []).map((part) => `/${String(part)}`).join('')}`
      const words = (issue && wordsOfIssue({ ...issue })) ?? inWords('line-no-stix')
      collector.reject(place, issue?.message ?? 'is no STIX object', 'INT-32', words)
      continue
    }
    const object = result.data
    const known = objects.get(object.id)
    if (known) older += 1
    if (!known || (object.modified ?? '') > (known.modified ?? '')) objects.set(object.id, object)
  }
  if (older > 0) collector.leave('modified', inWords('left-newest-version'), older)
  refuseOlderStandard(objects)
  return { objects, from: relationshipsOf(objects, collector) }
}

/** Only 2.1 asks for a version in each object that has a creation time. */
function refuseOlderStandard(objects: ReadonlyMap<string, StixObject>): void {
  const dated = [...objects.values()].filter(
    ({ created, type }) => created !== undefined && type !== 'marking-definition',
  )
  const [first] = dated
  if (first && dated.every(({ spec_version }) => spec_version !== '2.1')) {
    refuse(first.id, inWords('file-older-stix'), 'INT-31')
  }
}

function relationshipsOf(objects: ReadonlyMap<string, StixObject>, collector: Collector) {
  const from = new Map<string, StixObject[]>()
  for (const object of objects.values()) {
    if (object.type !== 'relationship' || !object.source_ref) continue
    if (object.revoked) {
      collector.leave('relationship (revoked)', inWords('left-withdrawn-by-author'))
      continue
    }
    const list = from.get(object.source_ref)
    if (list) list.push(object)
    else from.set(object.source_ref, [object])
  }
  return from
}

/** Ends of the relationships of some types that start from an object and lie in the bundle, with the relationship. */
export function related(bundle: StixBundle, start: string, types: readonly string[]) {
  return (bundle.from.get(start) ?? []).flatMap((relationship) => {
    const target = bundle.objects.get(relationship.target_ref ?? '')
    return target && !target.revoked && types.includes(relationship.relationship_type ?? '')
      ? [{ relationship, target }]
      : []
  })
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
