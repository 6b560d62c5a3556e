/**
 * Files of evidence in a folder: two files each, the wrapped key and what it opens.
 *
 * A file is there when its key is: the key is written last and goes first.
 * Next door: `sealed-file.ts` says what is kept, `file-table.ts` keeps the same on a server.
 */
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { FileKey, SealedFiles } from './sealed-file.ts'

const keySchema = z.strictObject({
  statement: z.string(),
  item: z.string(),
  keyId: z.string(),
  wrappedKey: z.string(),
  at: z.string(),
})
const KEY_FILE = /^([0-9a-f]{64})\.key$/

/** @param folder made when the first file comes */
export function fileFolder(folder: string): SealedFiles {
  const keyPath = (statement: string) => join(folder, `${statement}.key`)
  const sealedPath = (statement: string) => join(folder, `${statement}.sealed`)
  const readKey = async (statement: string): Promise<FileKey | null> => {
    if (!/^[0-9a-f]{64}$/.test(statement)) return null
    const text = await readFile(keyPath(statement), 'utf8').catch(nullWhereAbsent)
    return text === null ? null : keySchema.parse(JSON.parse(text))
  }
  const writeKey = (key: FileKey) => write(keyPath(key.statement), `${JSON.stringify(key)}\n`)
  return {
    async put({ sealed, ...key }) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await write(sealedPath(key.statement), sealed)
      await writeKey(key)
    },
    async list() {
      const names = (await readdir(folder).catch(nullWhereAbsent)) ?? []
      const statements = names.flatMap((name) => KEY_FILE.exec(name)?.[1] ?? []).toSorted()
      return (await Promise.all(statements.map(readKey))).filter((key) => key !== null)
    },
    async get(statement) {
      const key = await readKey(statement)
      return key && { ...key, sealed: await readFile(sealedPath(statement)) }
    },
    async rewrap(statement, keyId, wrappedKey) {
      const key = await readKey(statement)
      if (key) await writeKey({ ...key, keyId, wrappedKey })
    },
    async remove(statement) {
      await rm(keyPath(statement), { force: true })
      await rm(sealedPath(statement), { force: true })
    },
  }
}

/** Whole or not at all, and on the disk. */
async function write(path: string, content: string | Uint8Array): Promise<void> {
  const part = `${path}.part`
  const file = await open(part, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(part, path)
}

function nullWhereAbsent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
