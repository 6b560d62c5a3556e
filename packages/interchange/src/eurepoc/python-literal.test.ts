import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPythonList } from './python-literal.ts'

/** as Python's repr prints it: double quotes when the text has an apostrophe and no double quote */
function repr(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll('\r', '\\r')
  return text.includes("'") && !text.includes('"') ? `"${escaped}"` : `'${escaped.replaceAll("'", "\\'")}'`
}

describe('Python lists in cells', () => {
  it.each([
    ["['Germany', 'France']", ['Germany', 'France']],
    [`["Korea, Democratic People's Republic of"]`, ["Korea, Democratic People's Republic of"]],
    ["[['EU', 'NATO'], ['']]", [['EU', 'NATO'], ['']]],
    ['[]', []],
    ["['a', None, nan, 3.5]", ['a', '', '', '3.5']],
    ["['caf\\xe9 \\u017c']", ['café ż']],
  ])('reads %s', (cell, list) => {
    expect(readPythonList(cell)).toEqual(list)
  })

  it.each([
    "['open",
    "['a' 'b']",
    "['a'] + ['b']",
    "['\\ud800']",
    '[__import__("os")]',
    '{}',
    '',
    '['.repeat(50),
  ])('does not guess at %j', (cell) => {
    expect(readPythonList(cell)).toBeNull()
  })

  it('reads back every list of texts that Python would print', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 })), { maxLength: 5 }),
        (list) => {
          const printed = list.map((item) =>
            typeof item === 'string' ? repr(item) : `[${item.map(repr).join(', ')}]`,
          )
          expect(readPythonList(`[${printed.join(', ')}]`)).toEqual(list)
        },
      ),
    )
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (cell) => void readPythonList(`[${cell}`)))
  })
})
