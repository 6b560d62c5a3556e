/**
 * Which way the arrows point: a package imports only from the floors below it (ARCHITECTURE.md).
 */
import { describe, expect, it } from 'vitest'
import {
  circles,
  foldersWithoutFloor,
  PACKAGES,
  readAtStart,
  shippedFiles,
  undeclared,
  wrongArrows,
} from './imports.ts'

const files = shippedFiles()
const file = (name: string, text: string) => ({ path: `packages/core/src/kernel/${name}.ts`, text })

describe('the house keeps its arrows', () => {
  it('every package is read', () => {
    for (const name of PACKAGES) {
      expect(
        files.some(({ path }) => path.startsWith(`packages/${name}/src/`)),
        name,
      ).toBe(true)
    }
  })

  it('packages import from the floors below them, and so do the folders of core', () => {
    expect(wrongArrows(files)).toEqual([])
  })

  it('every folder of core has its floor', () => {
    expect(foldersWithoutFloor(files)).toEqual([])
  })

  it('a package names every library that it imports', () => {
    expect(undeclared(files)).toEqual([])
  })

  it('no files need each other in a circle', () => {
    expect(circles(files)).toEqual([])
  })

  it('the shell starts without what only some verbs need: the records, and the library of accounts', () => {
    const program = readAtStart(files, 'packages/cli/src/program.ts')
    expect([...program]).toContain('packages/cli/src/verbs/change-secret.ts')
    expect(
      [...program].filter((one) => /^(?:packages\/store\/src\/index|kysely|pg|better-auth)\b/.test(one)),
    ).toEqual([])
    // an eye that sees nothing would find nothing
    expect([...readAtStart(files, 'packages/server/src/start.ts')]).toEqual(
      expect.arrayContaining(['packages/store/src/index.ts', 'kysely', 'better-auth']),
    )
  })

  it('core has no I/O, clock, randomness or environment', () => {
    const impure =
      /\bDate\.now\(|new Date\(\)|Temporal\.Now\b|Math\.random\(|(?:crypto|process)\.\w|\bfetch\(/
    const wrong = files.filter(({ path, text }) => path.startsWith('packages/core/') && impure.test(text))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it('no file silences the compiler', () => {
    const silenced = /\bas any\b|: any\b|@ts-ignore|@ts-expect-error|@ts-nocheck/
    expect(files.filter(({ text }) => silenced.test(text)).map(({ path }) => path)).toEqual([])
  })
})

describe('a wrong arrow is seen', () => {
  const inDeepFolder = 'packages/core/src/procedure/voting/planted.ts'
  it.each([
    ['packages/core/src/planted.ts', `import '@demarche/store'`, 'core may import: nothing'],
    ['packages/core/src/planted.ts', `export * from 'node:fs'`, 'core imports no node: module'],
    [inDeepFolder, `import { x } from "../../dossier/compile-dossier.ts"`, 'looks up'],
    [inDeepFolder, `import type { X } from '../../../../server/src/office.ts'`, 'core may import: nothing'],
    ['packages/core/src/kernel/planted.ts', `type X = import('../notice/x.ts').X`, 'looks up'],
    [
      'packages/desk/src/planted.tsx',
      `const x = await import('@demarche/doctrine')`,
      'desk may import: core, api',
    ],
    [
      'packages/store/src/planted.ts',
      `export { x } from '@demarche/server/app.ts'`,
      'store may import: core, api',
    ],
    [
      'packages/server/src/planted.ts',
      `import '../../store/test/ledgers.ts'`,
      'not part of what store offers',
    ],
  ])('%s: %s', (path, text, why) => {
    expect(wrongArrows([{ path, text }])).toEqual([expect.stringContaining(why)])
  })

  it('and a library that nobody promised', () => {
    const text = `import fc from 'fast-check'`
    expect(undeclared([{ path: 'packages/desk/src/planted.ts', text }])).toEqual([
      'packages/desk/src/planted.ts → fast-check',
    ])
  })

  it('and a circle too, but not one of types', () => {
    const a = file('a', `export * from './b.ts'`)
    const b = file('b', `import { c } from './c.ts'`)
    const back = (word: string) => file('c', `import ${word} from './a.ts'`)
    expect(circles([a, b, back('{ a }')])).toEqual([
      ['a', 'b', 'c', 'a'].map((name) => `packages/core/src/kernel/${name}.ts`).join(' → '),
    ])
    expect(circles([a, b, back('type { A }')])).toEqual([])
  })
})
