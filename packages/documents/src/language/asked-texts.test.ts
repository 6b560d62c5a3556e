/** Every text of the papers and tables is said by one of them: no key without a text, no text that no paper asks for. */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AskedKeys, walkSyntax, withoutPlural } from '@demarche/testkit/texts/asked-keys.ts'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'

/** As a wording offers them. */
const SPEAKING = ['say', 'saying']
const root = fileURLToPath(new URL('..', import.meta.url))
const keys = withoutPlural(
  globSync('locales/en.*.json', { cwd: root }).flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(root + file, 'utf8'))),
  ),
)
const asked = new AskedKeys(keys, SPEAKING)
const papers = globSync('**/*.ts', { cwd: root }).filter((name) => !name.endsWith('.test.ts'))
// lists that the server gives as CSV
const tables = globSync('../../server/src/portfolio/export-*.ts', { cwd: root })
for (const file of [...papers, ...tables])
  walkSyntax(parseSync(file, readFileSync(root + file, 'utf8')).program, asked.see)

describe('the texts of the papers', () => {
  it('are there for every key that a paper asks for', () => {
    expect(asked.count).toBeGreaterThan(250)
    expect(asked.withoutText).toEqual([])
  })

  it('are each asked for by a paper', () => {
    const wanted = new Set(asked.among(keys))
    expect([...keys].filter((key) => !wanted.has(key))).toEqual([])
  })
})

describe('a key that is asked for', () => {
  it('is found in full and put together, and one that nothing asks for is not', () => {
    const known = new Set([
      'verdict.true',
      'verdict.false',
      'verdict.false.why',
      'paper.noText',
      'paper.date',
    ])
    const planted = new AskedKeys(known, SPEAKING)
    const source =
      "say(`verdict.${held}`); say('paper.noText'); say('paper.misspelt'); say(`paper.of.${kind}`)"
    walkSyntax(parseSync('planted.ts', source).program, planted.see)
    expect(planted.among(known)).toEqual(['verdict.true', 'verdict.false', 'paper.noText'])
    expect(planted.withoutText).toEqual(['paper.misspelt', expect.stringContaining('paper\\.of')])
  })
})
