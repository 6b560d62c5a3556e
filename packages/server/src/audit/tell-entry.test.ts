import { describe, expect, it } from 'vitest'
import { SAID_VERBS } from './tell-entry.ts'

describe('the audit log as sentences (RCD-05)', () => {
  it('has words for every act of the desk, so that a day can be read', () => {
    expect(SAID_VERBS.filter(({ verb, says }) => says === verb)).toEqual([])
  })
})
