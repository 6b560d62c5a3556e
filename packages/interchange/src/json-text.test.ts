import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEEPEST_NESTING, parseJson } from './json-text.ts'
import { ImportRefusal } from './refusal.ts'

const FAULTS: readonly (readonly [text: string, place: string])[] = [
  ['{"a":x}', 'line 1, column 6'],
  ['{"a":1,}', 'line 1, column 8'],
  ['[1,2', 'line 1, column 5'],
  ['{\n  "a": 1\n  "b": 2\n}', 'line 3, column 3'],
  ['{"a":1} {"b":2}', 'line 1, column 9'],
  ['["open', 'line 1, column 7'],
  ['["a\nb"]', 'line 1, column 4'],
  ['["\\x"]', 'line 1, column 2'],
  ['[01]', 'line 1, column 3'],
  ["{'a':1}", 'line 1, column 2'],
]

function refusalOf(text: string): ImportRefusal | null {
  try {
    parseJson(text)
    return null
  } catch (error) {
    if (error instanceof ImportRefusal) return error
    throw error
  }
}

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

describe('reading JSON', () => {
  it.each(FAULTS)('INT-05 places the fault of %j at %s', (text, place) => {
    expect(refusalOf(text)?.faults[0]).toMatchObject({ place, rule: 'INT-05' })
  })

  it('INT-09 refuses an escape that stands for half a character, with its place', () => {
    expect(refusalOf('{"name":\n"\\ud800"}')?.faults[0]).toMatchObject({
      place: 'line 2, column 2',
      rule: 'INT-09',
    })
    expect(refusalOf('{"name":"\\ud83d\\ude00"}')).toBeNull()
  })

  it('INT-06 reads the deepest nesting allowed and refuses one more', () => {
    expect(refusalOf(nested(DEEPEST_NESTING))).toBeNull()
    expect(refusalOf(nested(DEEPEST_NESTING + 1))?.faults[0]).toMatchObject({
      place: `line 1, column ${DEEPEST_NESTING + 1}`,
      rule: 'INT-06',
    })
  })

  it('does not count brackets inside strings as nesting', () => {
    const text = JSON.stringify({ text: '['.repeat(500) + '"\\' })
    expect(parseJson(text)).toEqual(JSON.parse(text))
  })

  it('accepts exactly what JSON accepts, and places every fault inside or just behind the text', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\',
      '1',
      '-',
      '0.5',
      'true',
      'nul',
      ' ',
      '\n',
    )
    const text = fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (candidate) => {
        let value: unknown
        let isJson = true
        try {
          value = JSON.parse(candidate)
        } catch {
          isJson = false
        }
        const refusal = refusalOf(candidate)
        expect(refusal === null).toBe(isJson)
        if (isJson) expect(parseJson(candidate)).toEqual(value)
        else expect(refusal?.faults).toMatchObject([{ rule: 'INT-05' }])
      }),
      { numRuns: 600 },
    )
  })
})
