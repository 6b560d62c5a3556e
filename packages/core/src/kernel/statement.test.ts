import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDraft, aStatement } from '../../test/small-doctrine.ts'
import {
  canonicalJson,
  draftStatementSchema,
  identify,
  isIntact,
  sha256Hex,
  statementSchema,
} from './statement.ts'

const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'grapheme' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string({ unit: 'grapheme', maxLength: 5 }), tie('value'), { maxKeys: 3 }),
  ),
})).value

describe('canonical JSON', () => {
  it('sorts keys and writes numbers as RFC 8785 asks', () => {
    expect(canonicalJson({ b: 1e21, a: [1.0, 'é'], '\u20ac': -0 })).toBe('{"a":[1,"é"],"b":1e+21,"€":0}')
  })

  it('survives being read and written again', () => {
    fc.assert(
      fc.property(value, (any) => {
        const text = canonicalJson(any)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
  })

  it('refuses what has no JSON form', () => {
    expect(() => canonicalJson(undefined)).toThrow(TypeError)
  })

  it('hashes as FIPS 180-4 does', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})

describe('identify', () => {
  it('gives the same id to the same draft, whatever the order of its keys', () => {
    const draft = aDraft({ name: 'KA-SAT', deaths: 0 })
    const turned = draftStatementSchema.parse(Object.fromEntries(Object.entries(draft).toReversed()))
    expect(identify(turned).id).toBe(identify(draft).id)
  })

  it('makes statements that are intact, also after a journey as JSON', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.integer(), (name, deaths) => {
        const statement = aStatement({ name, deaths })
        expect(isIntact(statement)).toBe(true)
        expect(isIntact(statementSchema.parse(JSON.parse(JSON.stringify(statement))))).toBe(true)
      }),
    )
  })

  it('shows any change to what was said', () => {
    const statement = aStatement({ deaths: 0 })
    expect(isIntact({ ...statement, assertions: [{ property: 'deaths', value: 1 }] })).toBe(false)
    expect(isIntact({ ...statement, assertedBy: 'LV' })).toBe(false)
    expect(isIntact({ ...statement, reason: 'added' })).toBe(false)
  })
})
