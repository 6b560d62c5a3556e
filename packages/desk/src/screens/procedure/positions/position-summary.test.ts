import { POSITIONS, STANCE_OF } from '@demarche/core'
import { describe, expect, it } from 'vitest'
import { countPositions, pullOf } from './position-summary.ts'

describe('positions at a glance', () => {
  it('counts in the order of reading, and who has not stated any last and apart', () => {
    const counts = countPositions([
      { party: 'BE', position: null },
      { party: 'EE', position: 'oppose' },
      { party: 'PL', position: 'support' },
      { party: 'PT', position: 'support' },
    ])
    expect(counts).toEqual([
      { position: 'support', parties: ['PL', 'PT'] },
      { position: 'oppose', parties: ['EE'] },
      { position: null, parties: ['BE'] },
    ])
  })

  it('shows as for or against exactly what the vote counts so', () => {
    for (const position of POSITIONS) {
      expect(pullOf(position) === 'for', position).toBe(STANCE_OF[position] === 'yes')
      expect(pullOf(position) === 'against', position).toBe(STANCE_OF[position] === 'no')
      expect(pullOf(position) === 'held', position).toBe(STANCE_OF[position] === 'unknown')
    }
    expect(pullOf(null)).toBe('unknown')
  })
})
