/**
 * Coded cases for tests: one plain example to vary, and any case at all for properties.
 */
import fc from 'fast-check'
import type { CodedCase } from '../src/toolbox/precedent.ts'
import { EFFECTS } from '../src/incident/case-vocabulary.ts'
import { PUBLIC, WORKING } from '../src/kernel/marking.ts'
import { parsePartialDate } from '../src/kernel/partial-date.ts'

/** A grave, answered case with every feature coded. */
export function aCodedCase(changes: Partial<CodedCase> = {}): CodedCase {
  return {
    entity: 'case:harbour',
    name: 'Harbour',
    marking: PUBLIC,
    disclosed: '2021-03-01',
    levels: { scope: 3, scale: 3, duration: 3, intensity: 3, complexity: 3, sophistication: 3, impact: 3 },
    effects: ['data-theft', 'disruption'],
    targetCategories: ['essential-services'],
    victim: 'member-state',
    attempted: false,
    sponsorStates: ['XA'],
    stateDirected: true,
    accused: ['Grey Heron'],
    responses: [],
    responseClass: 'none',
    ...changes,
  }
}

/** A joint response for tests. */
export function aResponse(category: NonNullable<CodedCase['responses'][number]['category']>, date: string) {
  return {
    date: parsePartialDate(date),
    by: 'EU',
    bySide: 'EU',
    instrument: 'a joint act',
    category,
  } as const
}

const level = fc.option(
  fc.integer({ min: 0, max: 10 }).map((half) => half / 2),
  { nil: null },
)
const some = (words: readonly string[]) => fc.uniqueArray(fc.constantFrom(...words), { maxLength: 3 })

/** Any case: every feature may be unknown. */
export const anyCodedCase: fc.Arbitrary<CodedCase> = fc.record({
  entity: fc.string({ minLength: 1, maxLength: 6 }).map((slug) => `case:${slug}`),
  name: fc.constant('any'),
  marking: fc.constantFrom(PUBLIC, WORKING),
  disclosed: fc.option(
    fc.integer({ min: 2010, max: 2026 }).map((year) => `${year}-06-01`),
    { nil: null },
  ),
  levels: fc.record({
    scope: level,
    scale: level,
    duration: level,
    intensity: level,
    complexity: level,
    sophistication: level,
    impact: level,
  }),
  effects: some(EFFECTS),
  targetCategories: some(['critical-infrastructure', 'essential-services', 'state-functions']),
  victim: fc.constantFrom('member-state', 'union-body', 'third-state', 'international-organisation', null),
  attempted: fc.constantFrom(true, false, null),
  sponsorStates: some(['XA', 'XB', 'XC']),
  stateDirected: fc.constantFrom(true, false, null),
  accused: some(['Grey Heron', 'Blue Fox / Unit 7', 'unit 7']),
  responses: fc.constant([]),
  responseClass: fc.constantFrom('restrictive', 'stability', 'none'),
})
