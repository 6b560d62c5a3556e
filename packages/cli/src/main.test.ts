import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execFileSync } from 'node:child_process'
import { precedentCasesPath } from '@demarche/doctrine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runDemarche } from '../test/run-demarche.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-shell-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (...words: readonly string[]) => runDemarche(words, { DEMARCHE_DATA: join(folder, 'data') })
const ESCAPE = String.fromCharCode(27)

describe('demarche', () => {
  it('explains itself, and every verb explains itself', async () => {
    const help = await run('--help')
    expect(help.code).toBe(0)
    const verbs = [
      'import',
      'list',
      'assess',
      'options',
      'dossier',
      'backtest',
      'verify',
      'backup',
      'restore',
      'drill',
      'rekey',
      'change-secret',
      'export',
      'erase',
    ]
    for (const verb of [...verbs, 'doctrine']) expect(help.out).toMatch(new RegExp(`^ {2}${verb}\\b`, 'm'))
    const pages = await Promise.all(verbs.map((verb) => run(verb, '--help')))
    pages.forEach(({ code, out }, index) => {
      expect(code, verbs[index]).toBe(0)
      expect(out, verbs[index]).toContain(`Usage: demarche ${verbs[index]}`)
    })
  }, 120_000)

  it('exits with 2 on bad usage, and says on standard error what it takes', async () => {
    const bad = [
      [],
      ['fly'],
      ['assess'],
      ['assess', join(folder, 'no-such-file.json')],
      ['assess', precedentCasesPath, '--case', 'no-such-case'],
      ['assess', precedentCasesPath, '--as-of', '2026-02-30'],
      ['list', '--limit', 'many'],
      ['dossier', precedentCasesPath, '-o', join(folder, 'paper.xyz')],
      ['backtest'],
      ['backtest', '--cases', join(folder, 'no-such-file.json')],
      ['backtest', '--overlaps', join(folder, 'no-such-file.yaml')],
      ['backtest', '--cases', precedentCasesPath, '--projects', precedentCasesPath],
      ['doctrine', 'check', join(folder, 'no-such-folder')],
    ]
    const runs = await Promise.all(bad.map((words) => run(...words)))
    runs.forEach(({ code, out, err }, index) => {
      const words = bad[index]?.join(' ')
      expect(code, words).toBe(2)
      expect(out, words).toBe('')
      expect(err.length, words).toBeGreaterThan(10)
    })
  }, 120_000)

  it('hands over from any Node to the one it brings along, exit code included', () => {
    const script = fileURLToPath(new URL('../../../scripts/demarche.mjs', import.meta.url))
    expect(execFileSync(process.execPath, [script, 'doctrine', 'check'], { encoding: 'utf8' })).toContain(
      'no findings',
    )
    expect(() => execFileSync(process.execPath, [script, 'fly'], { stdio: 'pipe' })).toThrow(
      expect.objectContaining({ status: 2 }),
    )
  })
})

describe('demarche assess and options', () => {
  it('work on a file alone, without any records', async () => {
    const text = await run('assess', precedentCasesPath, '--case', 'viasat-kasat-2022', '--proof')
    expect(text.code).toBe(0)
    for (const part of ['Profile', 'Legal tests', 'What would decide it', 'Norms', 'Who is said', 'Proof:']) {
      expect(text.out).toContain(part)
    }
    expect(text.out).not.toContain(ESCAPE)
    const json = await run('assess', precedentCasesPath, '--case', 'viasat-kasat-2022', '--json')
    expect(JSON.parse(json.out)).toMatchObject({ entity: 'case:viasat-kasat-2022' })
    const options = await run(
      'options',
      precedentCasesPath,
      '--case',
      'viasat-kasat-2022',
      '--as-of',
      '2022-05-10',
      '--json',
    )
    const parts = JSON.parse(options.out)
    expect(parts).toMatchObject({ entity: 'case:viasat-kasat-2022', asOf: '2022-05-10' })
    expect(parts.packages.length).toBeGreaterThanOrEqual(3)
  }, 240_000)

  it('refuse a file that cannot be read with exit code 1 and the place of the fault', async () => {
    const broken = join(folder, 'broken.json')
    writeFileSync(broken, '{"cases": [')
    for (const words of [
      ['assess', broken],
      ['options', broken, '--json'],
      ['backtest', '--cases', broken, '--json'],
      ['backtest', '--eurepoc', broken],
    ]) {
      const { code, out, err } = await run(...words)
      expect(code, words.join(' ')).toBe(1)
      expect(out).toBe('')
      expect(err).toMatch(/INT-\d\d|INT-05/)
    }
  }, 240_000)
})

describe('demarche backtest', () => {
  it('prints the totals and cases as JSON and nothing else', async () => {
    const { code, out, err } = await run('backtest', '--cases', precedentCasesPath, '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const report = JSON.parse(out)
    expect(Object.keys(report)).toEqual(['totals', 'cases'])
    expect(Object.keys(report.totals)).toEqual([
      'cases',
      'scored',
      'instrumentsUsed',
      'instrumentsFoundAvailable',
      'listingsProposedWhereTestFalse',
      'contrasts',
      'contrastsFlagged',
      'pairsFlagged',
    ])
    expect(Object.keys(report.cases[0])).toEqual(['id', 'asOf', 'should', 'did', 'missed'])
  }, 240_000)
})

describe('demarche backtest over the invented cases', () => {
  const path = fileURLToPath(new URL('../../../examples/invented-closed-cases.json', import.meta.url))

  it('finds what was done open, proposes no listing that the law does not carry, and flags what the file contrasts', async () => {
    const { code, out, err } = await run('backtest', '--cases', path, '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const { totals, cases } = JSON.parse(out)
    expect(totals).toEqual({
      cases: 8,
      scored: 6,
      instrumentsUsed: 6,
      instrumentsFoundAvailable: 6,
      listingsProposedWhereTestFalse: 0,
      contrasts: 2,
      contrastsFlagged: 2,
      pairsFlagged: 2,
    })
    const shouldOf = (id: string) => cases.find((row: { id: string }) => row.id === id).should.join('; ')
    // before 18 May 2019 there is no listing, and a partner is helped where no Member State was hit
    expect(shouldOf('fjordhavn-ferries-2018')).not.toContain('list (')
    expect(shouldOf('vesland-power-2022')).toContain('speak-and-help')
    expect(shouldOf('vesland-power-2022')).not.toContain('crisis-solidarity')
  }, 240_000)
})

describe('demarche backtest over the invented overlaps', () => {
  const path = fileURLToPath(new URL('../../../examples/invented-overlaps.yaml', import.meta.url))

  it('prints the figures and the table of who was taken for what as JSON', async () => {
    const { code, out, err } = await run('backtest', '--overlaps', path, '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const report = JSON.parse(out)
    expect(Object.keys(report).slice(0, 4)).toEqual(['pairs', 'f1', 'f1TextOnly', 'confusion'])
    expect(report).toMatchObject({
      pairs: 7,
      f1: 1,
      confusion: {
        duplicate: { duplicate: 3 },
        synergy: { synergy: 2 },
        unrelated: { successor: 1, unrelated: 1 },
      },
    })
    expect(report.f1TextOnly).toBeGreaterThanOrEqual(0.7)
  }, 240_000)

  it('refuses what is no YAML and what holds no pairs, with place and rule', async () => {
    const broken = join(folder, 'broken.yaml')
    writeFileSync(broken, 'projects: [')
    const empty = join(folder, 'empty.yaml')
    writeFileSync(empty, 'projects: []')
    for (const [file, place] of [
      [broken, 'at line 1'],
      [empty, '/labelled_pairs/pairs'],
    ] as const) {
      const { code, out, err } = await run('backtest', '--overlaps', file, '--json')
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err).toContain(place)
      expect(err).toContain('OVL-13')
      expect(err).toContain(file)
    }
  }, 240_000)
})

describe('the records, from import to restore', () => {
  it('go in, are listed, verified, exported, backed up, erased and restored', async () => {
    const imported = await run('import', precedentCasesPath, '--json')
    expect(imported.code).toBe(0)
    const [report] = JSON.parse(imported.out)
    expect(report).toMatchObject({ file: 'cases.json', alreadyOnRecord: 0 })
    const again = JSON.parse((await run('import', precedentCasesPath, '--json')).out)
    expect(again[0]).toMatchObject({ statements: 0, alreadyOnRecord: report.statements })

    const list = JSON.parse((await run('list', '--search', 'KA-SAT', '--json')).out)
    expect(list.rows[0]).toMatchObject({ entity: 'case:viasat-kasat-2022' })
    expect(JSON.parse((await run('assess', 'case:viasat-kasat-2022', '--json')).out)).toMatchObject({
      entity: 'case:viasat-kasat-2022',
    })
    expect((await run('assess', 'case:nowhere')).code).toBe(1)

    const paper = join(folder, 'paper.md')
    expect((await run('dossier', 'case:viasat-kasat-2022', '-o', paper)).code).toBe(0)
    expect(readFileSync(paper, 'utf8')).toContain('LIMITE')

    const exported = JSON.parse((await run('export', 'case:viasat-kasat-2022')).out)
    expect(exported.statements.length).toBeGreaterThan(3)
    const verified = JSON.parse((await run('verify', '--json')).out)
    expect(verified).toMatchObject({ sound: true, statements: report.statements })

    const backup = join(folder, 'backup.ndjson')
    expect((await run('backup', backup)).code).toBe(0)
    expect((await run('backup', backup)).code).toBe(2)
    const { id } = exported.statements[0]
    expect((await run('erase', id, '--by', 'registry')).code).toBe(2)
    expect(
      (
        await run(
          'erase',
          id,
          '--authority',
          'Decision 7/2026',
          '--by',
          'registry',
          '--confirmed-by',
          'adviser',
        )
      ).code,
    ).toBe(0)
    expect(JSON.parse((await run('verify', '--json')).out)).toMatchObject({ sound: true, erased: 1 })
    expect((await run('restore', backup)).code).toBe(1)
    const elsewhere = { DEMARCHE_DATA: join(folder, 'restored') }
    expect((await runDemarche(['restore', backup], elsewhere)).code).toBe(0)
    const drill = await run('drill', '--json')
    expect(drill.code).toBe(0)
    expect(JSON.parse(drill.out)).toMatchObject({ sound: true, identical: true })
    expect((await run('drill', backup)).code).toBe(0)
    const rekeyed = JSON.parse((await run('rekey', '--json')).out)
    expect(rekeyed).toMatchObject({ rewrapped: 0 })
    expect(readFileSync(join(folder, 'data.evidence-key'), 'utf8')).toContain(rekeyed.keyId)
    const secretFile = join(folder, 'data', 'accounts', 'secret')
    expect(JSON.parse((await run('change-secret', '--json')).out)).toEqual({ secondFactors: 0, isKept: true })
    const made = readFileSync(secretFile, 'utf8')
    expect((await run('change-secret')).code).toBe(0)
    expect(readFileSync(secretFile, 'utf8')).not.toBe(made)
    const wrong = { DEMARCHE_DATA: join(folder, 'data'), DEMARCHE_SECRET: 'x'.repeat(40) }
    expect((await runDemarche(['change-secret'], wrong)).err).toContain('DEMARCHE_NEW_SECRET')
    const other = await runDemarche(['change-secret'], { ...wrong, DEMARCHE_NEW_SECRET: 'y'.repeat(40) })
    expect([other.code, other.err]).toEqual([1, expect.stringContaining('under another secret')])
    expect(JSON.parse((await runDemarche(['verify', '--json'], elsewhere)).out)).toMatchObject({
      sound: true,
      seal: verified.seal,
    })
  }, 180_000)
})

describe('what cannot be done', () => {
  it('is said in a sentence that names the file, with exit code 1', async () => {
    const nothing = join(folder, 'nothing.json')
    writeFileSync(nothing, '{"cases": [{"id": "x"}]}')
    const refused = await run('import', nothing, '--json')
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toContain(`${nothing}: `)
    expect(refused.err).toContain('/cases/0/name: expected a text, saw nothing (INT-15)')
    const example = fileURLToPath(new URL('../../../examples/invented-cases.json', import.meta.url))
    const paper = await run('dossier', example, '-o', join(folder, 'missing', 'paper.md'))
    expect(paper.code).toBe(1)
    expect(paper.err).toMatch(/cannot be read or written: there is no such file or folder/)
    expect(paper.err).not.toContain('    at ')
    expect((await run('dossier', example, '-o', nothing.replace('.json', '.md'))).code).toBe(0)
    expect((await run('dossier', example, '-o', nothing.replace('.json', '.md'))).code).toBe(2)
    expect((await run('dossier', example, '-o', nothing.replace('.json', '.md'), '--force')).code).toBe(0)
  }, 240_000)

  it('keeps the name of a case also before it became public', async () => {
    const example = fileURLToPath(new URL('../../../examples/invented-cases.json', import.meta.url))
    const { out } = await run('assess', example, '--as-of', '2020-01-01')
    expect(out.split('\n')[0]).toBe('Oostmeer water works (invented) (case:oostmeer-water-2026)')
  }, 240_000)
})

describe('demarche doctrine', () => {
  it('checks the shipped pack, shows an entry, and finds what a damaged pack lacks', async () => {
    expect((await run('doctrine', 'check')).out).toContain('no findings')
    const entry = JSON.parse((await run('doctrine', 'show', 'test-significant-effect', '--json')).out)
    expect(entry).toMatchObject({ id: 'test-significant-effect', authority: 'binding-law' })
    const unknown = await run('doctrine', 'show', 'significant')
    expect(unknown.code).toBe(1)
    expect(unknown.err).toContain('test-significant-effect')
    writeFileSync(join(folder, 'pack.yaml'), 'id: eu\n')
    const damaged = await run('doctrine', 'check', folder, '--json')
    expect(damaged.code).toBe(1)
    expect(JSON.parse(damaged.out).findings[0]).toMatchObject({ rule: expect.stringMatching(/^DOC-/) })
  }, 240_000)
})
