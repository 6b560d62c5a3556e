import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWritable, unwritableEscape } from './writable-text.ts'

describe('text that can be put on record', () => {
  it.each([
    ['{"a":"\\ud800"}', 6],
    ['"\\udc00"', 1],
    ['"\\ud83d\\ude00"', -1],
    ['"\\ud83d \\ude00"', 1],
    ['"\\ud83d\\ud83d\\ude00"', 1],
    ['"a\\u0000"', 2],
    ['"\\\\ud800"', -1],
    ['"\\n\\u00e9"', -1],
  ])('finds the first escape in %s that stands for none', (json, offset) => {
    expect(unwritableEscape(json)).toBe(offset)
  })

  it('judges an escaped text as the text itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.nat(0xffff)), (text, codes) => {
        const both = text + String.fromCharCode(...codes)
        const escaped = `"${[...both.matchAll(/[^]/g)].map(([unit]) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`
        expect(unwritableEscape(escaped) < 0).toBe(isWritable(both))
      }),
    )
  })
})
