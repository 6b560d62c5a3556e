import { describe, expect, it } from 'vitest'
import { partnerCode } from './partner-code.ts'

const GROUPS = [{ id: 'org-eu' }, { id: 'org-osce' }]

describe('the partner that an address means', () => {
  it.each([
    ['UA', 'UA'],
    ['ua', 'UA'],
    ['EL', 'GR'],
    ['eu', 'EU'],
    ['org-eu', 'EU'],
    ['ORG-OSCE', 'org-osce'],
    ['XX', 'XX'],
  ])('%s is %s', (address, code) => {
    expect(partnerCode(address, GROUPS)).toBe(code)
  })

  it.each(['atlantis', 'ZQ', '*', ''])('"%s" is none', (address) => {
    expect(partnerCode(address, GROUPS)).toBeUndefined()
  })
})
