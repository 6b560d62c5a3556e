/**
 * STIX 2.1: one case per incident; per campaign where there is no incident; per report where there is neither.
 *
 * Takes a parsed bundle; gives statements with the bundle's own markings. Everything else in the bundle is counted by
 * type. Rules: INT-30 STIX 1, INT-31 STIX 2.0, INT-33 nothing that describes an activity.
 */
import { inFile, inWords, type RefusalWords, withSeen } from '@demarche/core'
import { entryOf, breathe, caseEntity, Collector, type Reading, type ReadOptions } from '../reading.ts'
import { refuse } from '../refusal.ts'
import { stateActivity } from './activity.ts'
import { indexBundle, type StixBundle, type StixObject } from './bundle.ts'
import { stateStixAttributions } from './stix-attribution.ts'

const ACTIVITIES = ['incident', 'campaign', 'report'] as const

const WHY: Readonly<Record<string, RefusalWords>> = {
  infrastructure: inWords('left-infrastructure'),
  'observed-data': inWords('left-technical'),
  indicator: inWords('left-technical'),
  sighting: inWords('left-technical'),
  malware: inWords('left-tools'),
  tool: inWords('left-tools'),
}
/** read through the case: authors, victims, places, links, markings */
const READ_THROUGH = new Set([
  'identity',
  'location',
  'relationship',
  'marking-definition',
  'extension-definition',
  'attack-pattern',
  'threat-actor',
  'intrusion-set',
])

/** Refuses STIX 1, which is XML. */
export function refuseStix1(text: string): void {
  if (/<(?:\w+:)?STIX_Package|http:\/\/stix\.mitre\.org/.test(text.slice(0, 20_000))) {
    refuse(inFile('file'), inWords('file-older-stix'), 'INT-30')
  }
}

/** Reads a STIX 2.1 bundle. @throws ImportRefusal INT-31, INT-33 */
export async function readStix(json: unknown, options: ReadOptions): Promise<Reading> {
  const collector = new Collector(options)
  const bundle = await indexBundle(json, collector)
  const activities = activitiesOf(bundle)
  const [first] = activities
  if (!first) refuseWithout(bundle)
  for (const [position, activity] of activities.entries()) {
    if (position % 50 === 0) await breathe(options, 0.9 + (position / activities.length) * 0.1)
    const entity = caseEntity(activity.id)
    if (entity === null) continue
    stateActivity(bundle, activity, entity, collector)
    stateStixAttributions(bundle, activity, entity, collector)
  }
  for (const { type, revoked } of bundle.objects.values()) {
    if (type === first?.type && !revoked) continue
    if (READ_THROUGH.has(type)) continue
    collector.leave(
      revoked ? `${type} (revoked)` : type,
      revoked ? inWords('left-withdrawn-by-author') : (entryOf(WHY, type) ?? inWords('left-no-property')),
    )
  }
  return collector.reading('stix-2.1')
}

function activitiesOf(bundle: StixBundle): readonly StixObject[] {
  const live = [...bundle.objects.values()].filter(({ revoked }) => !revoked)
  for (const type of ACTIVITIES) {
    const found = live.filter((object) => object.type === type)
    if (found.length > 0) return found
  }
  return []
}

function refuseWithout(bundle: StixBundle): never {
  const types = [...new Set([...bundle.objects.values()].map(({ type }) => type))].toSorted()
  const words = inWords('file-nothing-for-a-case')
  const found = types.slice(0, 8).join(', ')
  return refuse('/objects', found === '' ? words : withSeen(words, { found }), 'INT-33')
}
