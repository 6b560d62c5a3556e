import { expect, test } from 'vitest'
import { phrasePlace, placeInFile } from './phrase-place.ts'

test.each([
  ['viasat-kasat-2022#/actors/0', 'case file, actors, entry 1'],
  ['viasat-kasat-2022#/actors/0/attributedBy/4', 'case file, actors, entry 1, attributed by, entry 5'],
  ['viasat-kasat-2022#/legalFacts/externalThreat', 'case file, legal facts, external threat'],
  ['incident--00000000-0000-4000-8000-000000000002', 'incident object'],
  ['incident--00000000-0000-4000-8000-000000000002, relationships', 'incident object, relationships'],
  ['x-report--00000000-0000-4000-8000-000000000002', 'x report object'],
])('the place %s reads "%s"', (locator, said) => expect(phrasePlace(locator)).toBe(said))

test.each(['p. 3', 'incident 25, attribution 9', 'Art. 2(a)', 'part #2', 'a b#/c', 'annex--to the note'])(
  'what people can read already is left as it is: %s',
  (locator) => {
    expect(placeInFile(locator)).toBeUndefined()
    expect(phrasePlace(locator)).toBe(locator)
  },
)
