import { describe, expect, it } from 'vitest'
import { parseClaimant } from './actors.ts'

describe('claimants of an attribution', () => {
  it.each([
    ['US', { claimant: 'US', state: 'US', kind: 'political' }],
    ['UK (NCSC)', { claimant: 'UK', state: 'GB', kind: 'political', remark: 'NCSC' }],
    [
      'EU (listing, 2020)',
      { claimant: 'EU', state: 'EU', kind: 'legal', remark: 'listing, 2020', year: '2020' },
    ],
    [
      'EU (restrictive measures, 2024)',
      { claimant: 'EU', state: 'EU', kind: 'legal', remark: 'restrictive measures, 2024', year: '2024' },
    ],
    ['US (sanctions)', { claimant: 'US', state: 'US', kind: 'legal', remark: 'sanctions' }],
    [
      'DE (head of BfV: very probable)',
      { claimant: 'DE', state: 'DE', kind: 'political', remark: 'head of BfV: very probable' },
    ],
    [
      'UA and others (advisory)',
      { claimant: 'UA and others', state: 'UA', kind: 'technical', remark: 'advisory' },
    ],
    ["EU institutions' presidents", { claimant: "EU institutions' presidents", kind: 'political' }],
    ['NATO', { claimant: 'NATO', kind: 'political' }],
    ['Example Security Ltd', { claimant: 'Example Security Ltd', kind: 'technical' }],
  ])('reads %s', (text, expected) => {
    expect(parseClaimant(text)).toEqual(expected)
  })
})
