/**
 * JSON with a place for its faults: line and column of the first character that breaks the grammar.
 *
 * `JSON.parse` does the reading; the scan here only bounds the nesting before and finds the fault after. Deep nesting is
 * refused because everything behind the reader walks values by recursion. Rules: INT-05 not JSON, INT-06 nesting, INT-09 half a character.
 */
import { inWords, unwritableEscape, withSeen } from '@demarche/core'
import { placeOf } from './decode.ts'
import { ImportRefusal, refuse } from './refusal.ts'

/** The deepest nesting of arrays and objects that is read. */
export const DEEPEST_NESTING = 64

/** Parses JSON. @throws ImportRefusal INT-05 with line and column, INT-06, INT-09 */
export function parseJson(text: string): unknown {
  boundNesting(text)
  try {
    const value: unknown = JSON.parse(text)
    refuseUnwritable(text)
    return value
  } catch (error) {
    if (error instanceof ImportRefusal) throw error
    const offset = faultOffset(text)
    const found = text
      .slice(offset, offset + 12)
      .replaceAll(/\s+/g, ' ')
      .trim()
    return refuse(
      placeOf(text, offset),
      found === '' ? inWords('file-not-json') : withSeen(inWords('file-not-json'), { found }),
      'INT-05',
    )
  }
}

function refuseUnwritable(text: string): void {
  const offset = unwritableEscape(text)
  if (offset < 0) return
  const words = withSeen(inWords('file-half-a-character'), { found: text.slice(offset, offset + 6) })
  refuse(placeOf(text, offset), words, 'INT-09')
}

const QUOTE = 34
const BACKSLASH = 92
const OPEN_OBJECT = 123
const OPEN_ARRAY = 91
const CLOSE_OBJECT = 125
const CLOSE_ARRAY = 93

function boundNesting(text: string): void {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      for (at += 1; at < text.length; at += 1) {
        const inside = text.charCodeAt(at)
        if (inside === BACKSLASH) at += 1
        else if (inside === QUOTE) break
      }
    } else if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
      depth += 1
      if (depth > DEEPEST_NESTING) {
        refuse(placeOf(text, at), inWords('file-nested-too-deep', { most: DEEPEST_NESTING }), 'INT-06')
      }
    } else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) depth -= 1
  }
}

const SPACE = /[ \t\n\r]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** Offset of the first character that breaks the grammar; the length of the text when it breaks off. */
function faultOffset(text: string): number {
  let at = 0
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) return false
    at = pattern.lastIndex
    return true
  }
  const takeString = (): boolean => {
    if (text[at] !== '"') return false
    for (let next = at + 1; next < text.length; next += 1) {
      const code = text.charCodeAt(next)
      if (code === QUOTE) {
        at = next + 1
        return true
      }
      if (code === BACKSLASH) {
        ESCAPE.lastIndex = next
        if (!ESCAPE.test(text)) return false
        next = ESCAPE.lastIndex - 1
      } else if (code < 0x20) {
        at = next
        return false
      }
    }
    at = text.length
    return false
  }
  const open: ('object' | 'array')[] = []
  type Expectation = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end'
  let expected: Expectation = 'value'
  for (;;) {
    take(SPACE)
    if (expected === 'comma-or-end' && open.length === 0) return at
    const character = text[at]
    if (character === undefined) return text.length
    const innermost = open.at(-1)
    if (expected === 'comma-or-end' || expected === 'value-or-end' || expected === 'key-or-end') {
      if (character === (innermost === 'object' ? '}' : ']')) {
        open.pop()
        at += 1
        expected = 'comma-or-end'
        continue
      }
      if (expected === 'comma-or-end') {
        if (character !== ',') return at
        at += 1
        expected = innermost === 'object' ? 'key' : 'value'
        continue
      }
    }
    if (expected === 'colon') {
      if (character !== ':') return at
      at += 1
      expected = 'value'
    } else if (expected === 'key' || expected === 'key-or-end') {
      if (!takeString()) return at
      expected = 'colon'
    } else if (character === '{' || character === '[') {
      open.push(character === '{' ? 'object' : 'array')
      at += 1
      expected = character === '{' ? 'key-or-end' : 'value-or-end'
    } else if (takeString() || take(SCALAR)) expected = 'comma-or-end'
    else return at
  }
}
