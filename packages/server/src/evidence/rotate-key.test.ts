import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fileFolder } from '@demarche/store/files/file-folder.ts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keyForNewFiles, newKey, readKeys, writeKeys } from './evidence-keys.ts'
import { rotateKey } from './rotate-key.ts'
import { openFile, sealFile } from './seal-file.ts'

let outside: string
let keyFile: string
let folder: string
beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'demarche-rekey-'))
  keyFile = join(outside, 'key')
  folder = join(outside, 'files')
})
afterEach(() => rmSync(outside, { recursive: true, force: true }))

const statementOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Keeps a file that says its own number. */
const keep = async (number: number): Promise<void> => {
  const statement = statementOf(String(number))
  const key = await keyForNewFiles(keyFile, number > 0)
  const sealed = sealFile(Buffer.from(`file ${number}`), statement, key)
  await fileFolder(folder).put({
    statement,
    item: 'evidence-item:x',
    at: '2026-03-03T12:00:00.000Z',
    ...sealed,
  })
}

/** What the files say, each opened by the key that its data key names; throws where one cannot be. */
const whatTheySay = async (): Promise<readonly string[]> => {
  const keys = (await readKeys(keyFile)) ?? []
  const files = fileFolder(folder)
  const said: string[] = []
  for (const { statement, keyId } of await files.list()) {
    const [file, key] = [await files.get(statement), keys.find(({ id }) => id === keyId)]
    if (!file || !key) throw new Error(`nothing opens ${statement}`)
    said.push(openFile(file, statement, key).toString())
  }
  return said.toSorted()
}

it('EVI-09 killed before any of its steps leaves every file readable, and ends when it is run again', async () => {
  const expected = ['file 0', 'file 1', 'file 2']
  for (let number = 0; number < 3; number += 1) await keep(number)
  const script = fileURLToPath(new URL('../../test/rekey-and-die.ts', import.meta.url))
  let step = 0
  let signal: NodeJS.Signals | null = 'SIGKILL'
  while (signal !== null) {
    step += 1
    const before = (await readKeys(keyFile))?.length
    ;({ signal } = spawnSync(process.execPath, [script, folder, keyFile, String(step)], { stdio: 'inherit' }))
    expect(await whatTheySay(), `killed before step ${step}, with ${before} keys`).toEqual(expected)
  }
  // there is a file, nobody records, which there are, one after another
  expect(step).toBe(7)
  expect(await readKeys(keyFile)).toHaveLength(1)
  expect(readdirSync(outside).toSorted()).toEqual(['files', 'key'])
}, 120_000)

it('EVI-09 a file attached under the old key while the key is changed is opened by the new one', async () => {
  await keep(0)
  const files = fileFolder(folder)
  await rotateKey(
    {
      files,
      // what is recorded comes before or after, never in between
      whileNobodyRecords: async (act) => {
        await keep(1)
        return act()
      },
    },
    keyFile,
  )
  expect(await whatTheySay()).toEqual(['file 0', 'file 1'])
})

it('EVI-05 a key is made once, whoever asks first, and never half', async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => keyForNewFiles(keyFile, false)))
  expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  expect(readdirSync(outside)).toEqual(['key'])
})

it('EVI-09 what was cut off while the file of the key was written is no key', async () => {
  await keep(0)
  const before = readFileSync(keyFile, 'utf8')
  writeFileSync(`${keyFile}.part`, before.slice(0, 40), { mode: 0o600 })
  expect(await whatTheySay()).toEqual(['file 0'])
  await writeKeys(keyFile, [...((await readKeys(keyFile)) ?? []), newKey()])
  expect(await readKeys(keyFile)).toHaveLength(2)
  expect(await whatTheySay()).toEqual(['file 0'])
})
