/** Whoever follows "next door" finds the file: pages and comments name only files that there are. */
import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const files = (patterns: readonly string[]): readonly string[] =>
  globSync(patterns, { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] }).map((path) =>
    path.replaceAll('\\', '/'),
  )
const WRITTEN = ['*.md', 'docs/**/*.md', '{packages,test,bench,drills,scripts}/**/*.{ts,tsx,mjs}']
const NAMED = /`((?:\.{0,2}\/)?[\w./-]+\.(?:tsx?|mjs|ya?ml|json))`/g

/** @returns what is named and is no file, each with where it is named */
function namedInVain(texts: ReadonlyMap<string, string>, names: ReadonlySet<string>): readonly string[] {
  return [...texts].flatMap(([path, text]) =>
    [...text.matchAll(NAMED)].flatMap(([, named = '']) =>
      names.has(posix.basename(named)) ? [] : [`${named} in ${path}`],
    ),
  )
}

const names = new Set(
  files(['*', '{packages,test,bench,drills,scripts,examples,docs}/**/*']).map((path) => posix.basename(path)),
)

it('pages and comments name files that there are', () => {
  // what changed is told of files that may have gone
  const paths = files(WRITTEN).filter((path) => path !== 'CHANGELOG.md')
  const texts = new Map(paths.map((path) => [path, readFileSync(`${root}${path}`, 'utf8')]))
  expect(namedInVain(texts, names)).toEqual([])
})

it('a file that is not there is found', () => {
  const gone = '../gone/no-such-file.ts'
  const texts = new Map([['docs/a-page.md', `See \`README.md\`, \`test/imports.ts\` and \`${gone}\`.`]])
  expect(namedInVain(texts, names)).toEqual([`${gone} in docs/a-page.md`])
})
