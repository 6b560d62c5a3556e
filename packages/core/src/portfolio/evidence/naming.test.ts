import { describe, expect, it } from 'vitest'
import type { Marking } from '../../kernel/marking.ts'
import { leastMarkings, mayBeNamedIn } from './naming.ts'

const GREEN: Marking = { distribution: 'LIMITE', tlp: 'TLP:GREEN' }
const AMBER: Marking = { distribution: 'LIMITE', tlp: 'TLP:AMBER' }
const CLEAR: Marking = { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' }
const LISTED: Marking = { ...GREEN, needToKnow: 'list:one' }
const SOME: Marking = { ...GREEN, releasableTo: ['EE', 'FI'] }

describe('under which markings an item may be named (EVI-02)', () => {
  it.each<[string, Marking, readonly Marking[], boolean]>([
    ['its own', AMBER, [AMBER], true],
    ['one that is stricter', AMBER, [GREEN], true],
    ['one that is not', GREEN, [AMBER], false],
    ['something of it may be known', GREEN, [AMBER, GREEN], true],
    ['a list that its readers need not be on', AMBER, [LISTED], false],
    ['nothing of it is known', AMBER, [], false],
  ])('%s', (_, own, onRecord, expected) => {
    expect(mayBeNamedIn(own, onRecord)).toBe(expected)
  })

  it('tells the least of them, each once', () => {
    expect(leastMarkings([AMBER, CLEAR, AMBER, GREEN])).toEqual([CLEAR])
    expect(leastMarkings([AMBER, LISTED, SOME])).toEqual([AMBER, LISTED, SOME])
    expect(leastMarkings([])).toEqual([])
    for (const one of leastMarkings([AMBER, LISTED, SOME]))
      expect(mayBeNamedIn(one, [AMBER, LISTED, SOME])).toBe(true)
  })
})
