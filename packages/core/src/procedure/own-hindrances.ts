/**
 * What stands in the way of one party or person and of nobody else: nothing of its own to lift, a brake it did not
 * invoke, an adoption that it proposed itself, a text that is not there yet.
 *
 * Rests on: PRC-12, PRC-13, PRC-17, PRC-27. Next door: `hindrances.ts`, `act-hindrances.ts`.
 */
import { dayInBrussels } from '../kernel/brussels-day.ts'
import type { Instant } from '../kernel/partial-date.ts'
import { inWords } from '../refusal/refusal-words.ts'
import type { ActVerb } from './act.ts'
import { hinder } from './hinder.ts'
import { readJointText } from './joint-text/read-joint-text.ts'
import type { Course, Refusal } from './procedure.ts'
import { readPositions } from './read-positions.ts'
import { standingBrakes } from './vote-now.ts'

/** Who means to act, and when. */
export interface Doer {
  readonly party: string
  readonly person?: string
  readonly at: Instant
}

/** What stands in this doer's way for a reason of its own; null when nothing does. */
export function ofOwn(course: Course, verb: ActVerb, { party, person, at }: Doer): Refusal | null {
  const ownBrake = standingBrakes(course).some((brake) => brake.party === party)
  switch (verb) {
    case 'lift-position': {
      const mine = readPositions(course, dayInBrussels(at)).find((one) => one.party === party)
      return mine && (mine.position !== null || mine.paragraphs.length > 0)
        ? null
        : hinder(
            'PRC-12',
            inWords('no-position', {
              party: [party],
            }),
          )
    }
    case 'invoke-brake':
      return ownBrake ? hinder('PRC-13', inWords('own-brake-stands', { party: [party] })) : null
    case 'withdraw-brake':
      return ownBrake ? null : hinder('PRC-13', inWords('no-own-brake', { party: [party] }))
    case 'confirm':
      return ofSecondPerson(course, person)
    case 'amend':
    case 'decide-amendment':
    case 'agree-paragraph':
      return ofText(course, verb)
    default:
      return null
  }
}

/** PRC-17: another person, who is known, confirms. */
function ofSecondPerson({ adoptionProposed }: Course, person: string | undefined): Refusal | null {
  if (person === undefined || adoptionProposed?.person === undefined)
    return hinder('PRC-17', inWords('two-persons'))
  return person === adoptionProposed.person ? hinder('PRC-17', inWords('second-person')) : null
}

/** PRC-27: one cannot change, or agree, what has not been laid. */
function ofText({ acts }: Course, verb: 'amend' | 'decide-amendment' | 'agree-paragraph'): Refusal | null {
  const { paragraphs, removed, amendments } = readJointText(acts)
  if (verb === 'decide-amendment')
    return amendments.some(({ state }) => state === 'pending')
      ? null
      : hinder('PRC-27', inWords('no-amendment-waits'))
  const there = verb === 'amend' ? paragraphs.length + removed.length : paragraphs.length
  return there > 0 ? null : hinder('PRC-27', inWords('no-text'))
}
