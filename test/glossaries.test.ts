/** What the glossary of a language has set aside (`docs/languages/<code>.md`, "Words set aside") is said nowhere in that language. */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8')
const HEADING = '## Words set aside\n'
const LETTER_BEFORE = String.raw`(?<!\p{L})`

/** @returns the beginnings of words in the first column of the section, in the order of the page */
function setAside(page: string): readonly string[] {
  const [, section = ''] = page.split(HEADING)
  const [rows = ''] = section.split('\n## ')
  return [...rows.matchAll(/^\| ([^|]+?) \|/gm)].flatMap(([, cell = '']) =>
    cell === 'not' || cell.startsWith('--') ? [] : cell.split('; '),
  )
}

/** Each text of a language with its place: keys of JSON are English and are not read. */
function textsOf(language: string): readonly (readonly [place: string, text: string])[] {
  const kept = globSync(`packages/*/src/**/{${language},${language}.*}.json`, { cwd: root })
  return [
    ...kept.flatMap((path) => {
      const texts: Readonly<Record<string, string>> = JSON.parse(read(path))
      return Object.entries(texts).map(([key, text]) => [`${path}: ${key}`, text] as const)
    }),
    ...read(`packages/doctrine/portfolio/texts/${language}.yaml`)
      .split('\n')
      .map((line, index) => [`${language}.yaml:${index + 1}`, line] as const),
  ]
}

function saidAllTheSame(words: readonly string[], texts: ReturnType<typeof textsOf>): readonly string[] {
  return words.flatMap((word) => {
    const begins = new RegExp(LETTER_BEFORE + RegExp.escape(word), 'iu')
    return texts.filter(([, text]) => begins.test(text)).map(([place]) => `${word} in ${place}`)
  })
}

const glossaries = globSync('docs/languages/*.md', { cwd: root }).map((path) => ({
  language: path.replace(/^.*[/\\](\w+)\.md$/, '$1'),
  words: setAside(read(path)),
}))
const withWords = glossaries.filter(({ words }) => words.length > 0)

describe('words that a glossary has set aside', () => {
  it.each(withWords)('are not said in $language', ({ language, words }) => {
    expect(saidAllTheSame(words, textsOf(language))).toEqual([])
  })

  it('are read from the page, and found where they begin a word', () => {
    const page = `# One\n\n${HEADING}\n| not | but |\n|---|---|\n| znaten učin; nabor | pomemben učinek |\n\n## Other\n\n| no | x |\n`
    expect(setAside(page)).toEqual(['znaten učin', 'nabor'])
    expect(
      saidAllTheSame(
        ['nabor'],
        [
          ['a', 'Nabora orodij'],
          ['b', 'izbor in podnabor'],
        ],
      ),
    ).toEqual(['nabor in a'])
    expect(withWords.map(({ language }) => language)).toEqual(['et', 'sl'])
  })
})
