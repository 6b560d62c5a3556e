import { parseSync } from 'vite'
import { expect, it } from 'vitest'
import { writtenMarks } from './written-marks.ts'

const inFile = (source: string) => writtenMarks(parseSync('planted.tsx', source).program)

it.each([
  ['after a name', 'const a = `${name}: ${what}`'],
  ['at the end of a name', 'const a = `${name}:`'],
  ['between names', "names.join('; ')"],
  ['between tags', 'const a = <p>{name}: {what}</p>'],
  ['between tags, in braces', "const a = <p>{name}{': '}{what}</p>"],
  ['after all but the last', "const a = <p>{name}{isLast ? '' : ';'}</p>"],
  ['in an attribute', 'const a = <p title={`${name}; ${what}`} />'],
  ['before what is said at times', 'const a = <p>{what && `: ${what} (${where})`}</p>'],
  ['after words', 'const a = `nobody; ${what}`'],
])('a mark is seen %s', (_, source) => {
  expect(inFile(source)).toHaveLength(1)
})

it.each([
  ['joins an address', 'const a = `${path}?${query}`'],
  ['joins a kind and an id', 'const a = `${kind}:${id}`'],
  ['is looked for', "text.split(': ')"],
  ['is looked for behind a name', 'text.startsWith(`${name}: `)'],
  ['is a text of the language', "const a = <p>{name}{t('mark.colon')} {what}</p>"],
  ['is part of what stands in a file', "const a = 'text:list-style'"],
])('what %s is no such mark', (_, source) => {
  expect(inFile(source)).toEqual([])
})
