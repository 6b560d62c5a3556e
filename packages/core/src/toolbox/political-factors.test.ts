import { describe, expect, it } from 'vitest'
import { type Alternative, type Fact, factsOf } from '../kernel/fact.ts'
import type { Value } from '../kernel/value.ts'
import { politicalFactors } from './political-factors.ts'

const support = [{ statement: 'a'.repeat(64), property: 'x' }]

function factors(
  one: Readonly<Record<string, Value>>,
  many: Readonly<Record<string, readonly Value[]>> = {},
) {
  const facts = factsOf(
    new Map(
      Object.entries(one).map(([name, value]): [string, Fact] => [name, { state: 'known', value, support }]),
    ),
    new Map(
      Object.entries(many).map(([name, values]): [string, readonly Alternative[]] => [
        name,
        values.map((value) => ({ value, support })),
      ]),
    ),
  )
  return new Map(politicalFactors(facts).map((factor) => [factor.id, factor]))
}

describe('political factors', () => {
  it('are unknown, not absent, while nobody has spoken of them', () => {
    expect([...factors({}).values()].map(({ verdict }) => verdict)).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'unknown',
    ])
  })

  it('TB-POL-01 count political and legal claims, not technical reports', () => {
    const claim = { claimant: 'FR', kind: 'political', accused: 'Grey Heron' }
    const said = factors({}, { attributionClaim: [claim] }).get('public-attribution')
    expect(said).toMatchObject({ verdict: 'true', support })
    expect(said?.text).toMatch(/^Attributed politically or legally by France\. /)
    expect(
      factors({}, { attributionClaim: [{ ...claim, kind: 'technical' }] }).get('public-attribution')?.verdict,
    ).toBe('unknown')
  })

  it('TB-POL-02 take the word of the victim', () => {
    expect(factors({ victimRequestsResponse: false }).get('request-by-victim')?.verdict).toBe('false')
  })

  it('TB-POL-03 see partners act in what is on record, unless somebody says otherwise', () => {
    const act = { date: '2022-05-10', by: 'US', bySide: 'partners', instrument: 'sanctions' }
    const response = [act]
    expect(factors({}, { response }).get('partners-acting')).toMatchObject({
      verdict: 'true',
      support,
      text: 'Partners have acted: the United States.',
    })
    const unnamed = [{ ...act, by: 'partners' }]
    expect(factors({}, { response: unnamed }).get('partners-acting')?.text).toBe(
      'Partners have acted; the record does not say which.',
    )
    const described = [{ ...act, by: 'partners', description: 'US, UK and others attributed the same day' }]
    expect(factors({}, { response: described }).get('partners-acting')?.text).toBe(
      'Partners have acted; in the words of the record: US, UK and others attributed the same day.',
    )
    expect(factors({ partnersActing: false }, { response }).get('partners-acting')?.verdict).toBe('false')
  })

  it.each([
    [2, 'false'],
    [3, 'true'],
  ])('TB-POL-04 with %i acts in 24 months, a pattern is %s', (acts, verdict) => {
    expect(factors({ actsBySameActorIn24Months: acts }).get('pattern')?.verdict).toBe(verdict)
  })
})
