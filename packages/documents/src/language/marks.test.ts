/** Colons and semicolons between what a paper says are those of its language: `paper.labelled`, and `semicolon` of its wording. */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writtenMarks } from '@demarche/testkit/texts/written-marks.ts'
import { parseSync } from 'vite'
import { expect, it } from 'vitest'
import { sayValue } from './case-wording.ts'
import { wordingIn } from './wording.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
/** The mark of a footnote in Markdown. */
const OF_A_FORMAT = new Set(['render-markdown.ts'])

it('papers write no colon and no semicolon between what they say: French sets a space before them', () => {
  const files = globSync('**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'))
  expect(files.length).toBeGreaterThan(50)
  const written = files
    .filter((file) => !OF_A_FORMAT.has(file))
    .flatMap((file) =>
      writtenMarks(parseSync(file, readFileSync(root + file, 'utf8')).program).map(
        (mark) => `${file}: ${mark}`,
      ),
    )
  expect(written).toEqual([])
})

it.each([
  ['finding.test-x', { holds: true, grounds: 'Ports stood still.' }, /\S\u00A0: Ports stood still\.$/],
  ['rating.scope', { level: 3, reason: 'Four ports.' }, /^3\u00A0: Four ports\.$/],
  [
    'response',
    { date: '2022-05-10', by: 'EU', bySide: 'EU', instrument: 'declaration' },
    /^10 mai 2022\u00A0: decl/,
  ],
  ['attributionClaim', { claimant: 'EU', kind: 'political', accused: 'APT-X' }, /^EU\u00A0: APT-X/],
])('French sets off what is said of %s', (property, value, said) => {
  expect(sayValue(wordingIn('fr'), property, value)).toMatch(said)
})
