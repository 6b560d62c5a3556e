import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { explain } from '../explain.ts'
import { openTerminal } from '../terminal.ts'
import { importVerb } from './import.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-import-'))
  for (const id of ['harbour', 'ferry']) {
    writeFileSync(join(folder, `${id}.json`), JSON.stringify({ cases: [{ id, name: id }] }))
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Imports both files and is interrupted as soon as a line of the result stands; gives what the person then reads. */
async function interrupted(when: 'before the first file' | 'after the first file'): Promise<string> {
  const abort = new AbortController()
  if (when === 'before the first file') abort.abort()
  const environment = { DEMARCHE_DATA: join(folder, `data of ${when}`) }
  const stdout = { write: () => abort.abort() }
  const terminal = openTerminal({ stdout, stderr: { write: () => undefined }, environment })
  const program = new Command('demarche')
  importVerb(program, { terminal, signal: abort.signal, environment })
  const words = ['import', join(folder, 'harbour.json'), join(folder, 'ferry.json')]
  const error: unknown = await program.parseAsync(words, { from: 'user' }).then(
    () => 'it was not interrupted',
    (thrown: unknown) => thrown,
  )
  return explain(error, abort.signal).text
}

it('says that nothing was recorded when the first file was interrupted', async () => {
  expect(await interrupted('before the first file')).toBe('Cancelled; nothing was recorded.')
}, 240_000)

it('names what is on record already when the second file was interrupted', async () => {
  expect(await interrupted('after the first file')).toBe(
    'Cancelled; nothing was recorded of ferry.json. On record from before: harbour.json.',
  )
}, 240_000)
