/**
 * Attribution claims of a bundle: one statement per `attributed-to` relationship of an activity.
 *
 * The claimant is the author of the relationship; the claim is technical. A State is accused only where the author
 * calls the actor a nation-state actor and ties it to exactly one country. Infrastructure is never attribution.
 */
import { inWords } from '@demarche/core'
import { type Collector, wording } from '../reading.ts'
import { countriesOf } from './activity.ts'
import { related, type StixBundle, type StixObject } from './bundle.ts'
import { markingOf } from './stix-marking.ts'
import { authorOf, confidenceOf, dayOf, sourceOf } from './stix-source.ts'

const PERPETRATORS = ['threat-actor', 'intrusion-set', 'identity']

/** States every attribution of an activity. */
export function stateStixAttributions(
  bundle: StixBundle,
  activity: StixObject,
  entity: string,
  collector: Collector,
): void {
  for (const { relationship, target } of related(bundle, activity.id, ['attributed-to'])) {
    if (!PERPETRATORS.includes(target.type)) {
      collector.leave(`attributed-to ${target.type}`, inWords('left-no-perpetrator'))
      continue
    }
    const date = dayOf(relationship.created)
    const isNationState = target.threat_actor_types?.includes('nation-state') ?? false
    const [country, another] = countriesOf(bundle, target)
    const confidence = confidenceOf(relationship)
    collector.state({
      entity,
      place: relationship.id,
      source: sourceOf(bundle, relationship, collector),
      confidence,
      marking: markingOf(bundle, [relationship, target], collector),
      claims: [
        [
          'attributionClaim',
          {
            claimant: authorOf(bundle, relationship) ?? authorOf(bundle, activity) ?? 'not named',
            kind: 'technical',
            accused: wording(target.name) ?? target.id,
            ...(isNationState && country && !another ? { accusedState: country } : {}),
            ...(date ? { date } : {}),
            ...(relationship.confidence === undefined
              ? {}
              : { confidenceAsStated: `${relationship.confidence} of 100 (STIX)` }),
          },
        ],
      ],
    })
  }
}
