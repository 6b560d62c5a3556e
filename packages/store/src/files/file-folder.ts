/**
 * Files of evidence in a folder: two files each, the wrapped key and what it opens.
 *
 * A file is there when its key is: the key is written last and goes first.
 * Next door: `sealed-file.ts` says what is kept, `file-table.ts` keeps the same on a server.
 */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../engine/write-whole.ts'
import type { FileKey, SealedFiles } from './sealed-file.ts'

const keySchema = z.strictObject({
  statement: z.string(),
  item: z.string(),
  keyId: z.string(),
  wrappedKey: z.string(),
  at: z.string(),
})
const KEY_FILE = /^([0-9a-f]{64})\.key$/
const SEALED_FILE = /^([0-9a-f]{64})\.sealed$/

/** @param folder made when the first file comes */
export function fileFolder(folder: string): SealedFiles {
  const keyPath = (statement: string) => join(folder, `${statement}.key`)
  const sealedPath = (statement: string) => join(folder, `${statement}.sealed`)
  const readKey = async (statement: string): Promise<FileKey | null> => {
    if (!/^[0-9a-f]{64}$/.test(statement)) return null
    const text = await readFile(keyPath(statement), 'utf8').catch(nullWhereAbsent)
    return text === null ? null : keySchema.parse(JSON.parse(text))
  }
  const writeKey = (key: FileKey) => writeWhole(keyPath(key.statement), `${JSON.stringify(key)}\n`)
  const names = async () => (await readdir(folder).catch(nullWhereAbsent)) ?? []
  const keysOf = async (statements: readonly string[]): Promise<FileKey[]> => {
    const keys: FileKey[] = []
    // one after another: a folder may hold more than a process may have open
    for (const statement of statements) {
      const key = await readKey(statement)
      if (key) keys.push(key)
    }
    return keys
  }
  return {
    async put({ sealed, ...key }) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeWhole(sealedPath(key.statement), sealed)
      await writeKey(key)
    },
    list: async () => keysOf(statementsIn(await names())),
    keysOf,
    hasAny: async () => statementsIn(await names()).length > 0,
    async get(statement) {
      const key = await readKey(statement)
      const sealed = key && (await readFile(sealedPath(statement)).catch(nullWhereAbsent))
      if (key && sealed) return { ...key, sealed }
      // the key goes first: where it stays, nobody took the file away
      if (key && (await readKey(statement)))
        throw new Error(
          `${sealedPath(statement)} is missing: the file of evidence that its key opens (EVI-10)`,
        )
      return null
    },
    async rewrap(statement, keyId, wrappedKey) {
      const key = await readKey(statement)
      if (key) await writeKey({ ...key, keyId, wrappedKey })
    },
    async remove(statement) {
      await rm(keyPath(statement), { force: true })
      await rm(sealedPath(statement), { force: true })
    },
    async clearRemains() {
      const found = await names()
      const kept = new Set(statementsIn(found))
      for (const name of found) {
        const sealed = SEALED_FILE.exec(name)?.[1]
        if (name.endsWith('.part') || (sealed !== undefined && !kept.has(sealed)))
          await rm(join(folder, name))
      }
    },
  }
}

function statementsIn(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => KEY_FILE.exec(name)?.[1] ?? []).toSorted()
}

function nullWhereAbsent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
