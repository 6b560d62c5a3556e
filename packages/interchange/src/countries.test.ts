import { describe, expect, it } from 'vitest'
import { isCountryCode } from '@demarche/core'
import { countryCode } from './countries.ts'

describe('country names', () => {
  it.each([
    ['Germany', 'DE'],
    ['Korea, Republic of', 'KR'],
    ["Korea, Democratic People's Republic of", 'KP'],
    ['Iran, Islamic Republic of', 'IR'],
    ['Holy See (Vatican City State)', 'VA'],
    ['Congo, the Democratic Republic of the', 'CD'],
    ["Côte d'Ivoire", 'CI'],
    ['Bosnia and Herzegovina', 'BA'],
    ['  united   kingdom ', 'GB'],
    ['Türkiye', 'TR'],
    ['Turkey', 'TR'],
  ])('reads %s as %s', (name, code) => {
    expect(countryCode(name)).toBe(code)
  })

  it.each([
    'Eastern Europe',
    'Europe (region)',
    'Interpol',
    'United Nations',
    'NATO (region)',
    '',
    'constructor',
  ])('does not take %j for a country', (name) => {
    expect(countryCode(name)).toBeUndefined()
  })

  it('knows codes, and no region codes', () => {
    expect(isCountryCode('EE')).toBe(true)
    expect(isCountryCode('EU')).toBe(false)
  })
})
