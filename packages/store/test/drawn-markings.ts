/**
 * Markings drawn at random, and the names of the lists and of the person that every drawn world has.
 *
 * Next door: `drawn-worlds.ts`; those of whole desks are in `packages/server/test/worlds`.
 */
import { type Marking, TLP_LABELS } from '@demarche/core'
import fc from 'fast-check'

/** Somebody who stands on every list and can so record everything. */
export const RECORDER = 'person:aaaaaaaaaaaaaaaa'

/** Markings, releasable to some of these; a list stands as its number, because each world has lists of its own. */
export const drawMarkings = (releasableTo: readonly string[]) =>
  fc.record(
    {
      distribution: fc.constantFrom('PUBLIC', 'LIMITE'),
      tlp: fc.constantFrom(...TLP_LABELS),
      releasableTo: fc.subarray([...releasableTo], { minLength: 1 }),
      list: fc.nat({ max: 1 }),
    },
    { requiredKeys: ['distribution', 'tlp'] },
  )
export type DrawnMarking = ReturnType<typeof drawMarkings> extends fc.Arbitrary<infer T> ? T : never

/** What a list is called in the world of a prefix. */
export const listName = (prefix: string, index: number): string => `list:${prefix.padStart(11, 'x')}${index}`

/** A drawn marking with its list in the world of a prefix. */
export const markingIn = (prefix: string, { list, ...marking }: DrawnMarking): Marking =>
  list === undefined ? marking : { ...marking, needToKnow: listName(prefix, list) }
