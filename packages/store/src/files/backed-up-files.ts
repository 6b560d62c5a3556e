/**
 * Files of evidence in a backup: a line that says which, then its bytes in lines of at most a mebibyte, all still encrypted.
 *
 * The key that opens them is in no backup. Next door: `../ledger/backup.ts` for the other lines.
 */
import { z } from 'zod'
import type { Session } from '../engine/session.ts'
import { linesOf } from '../journal/read-journal.ts'
import type { FileKey, SealedFile, SealedFiles } from './sealed-file.ts'

const PART_BYTES = 1_048_576
const FILE = '{"file":'
const PART = '{"part":"'

const fileSchema = z.strictObject({
  file: z.strictObject({
    statement: z.string().regex(/^[0-9a-f]{64}$/),
    item: z.string(),
    keyId: z.string(),
    wrappedKey: z.string(),
    at: z.string(),
    parts: z.int().min(0),
  }),
})
const partSchema = z.strictObject({ part: z.base64() })

/** True for a line that belongs to a file. */
export function isFileLine(line: string): boolean {
  return line.startsWith(FILE) || line.startsWith(PART)
}

/** The lines of one file, each with its end. */
export function* formatFile({ sealed, ...key }: SealedFile): Iterable<string> {
  const parts = Math.ceil(sealed.length / PART_BYTES)
  yield `${JSON.stringify({ file: { ...key, parts } })}\n`
  for (let part = 0; part < parts; part += 1) {
    const bytes = sealed.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)
    yield `${JSON.stringify({ part: Buffer.from(bytes).toString('base64') })}\n`
  }
}

/** Counts the lines of files as they come; tells when one is not what must come next. */
export function fileLineCheck(): {
  readonly next: (line: string) => boolean
  readonly isWhole: () => boolean
} {
  let missing = 0
  return {
    next(line) {
      if (missing > 0) {
        missing -= 1
        return partSchema.safeParse(parsed(line)).success
      }
      const head = fileSchema.safeParse(parsed(line))
      if (head.success) missing = head.data.file.parts
      return head.success
    },
    isWhole: () => missing === 0,
  }
}

/** Puts the files of a proven backup where files are kept, in that transaction where they lie in the database; one at a time is in memory. */
export async function restoreFiles(path: string, files: SealedFiles, session: Session): Promise<number> {
  let key: (FileKey & { readonly parts: number }) | null = null
  let bytes: Buffer[] = []
  let restored = 0
  const keep = async (): Promise<void> => {
    if (!key || bytes.length < key.parts) return
    const { parts: _, ...rest } = key
    await files.put({ ...rest, sealed: Buffer.concat(bytes) }, session)
    restored += 1
    key = null
    bytes = []
  }
  for await (const line of linesOf(path)) {
    if (!isFileLine(line)) continue
    if (line.startsWith(FILE)) key = fileSchema.parse(parsed(line)).file
    else bytes.push(Buffer.from(partSchema.parse(parsed(line)).part, 'base64'))
    await keep()
  }
  return restored
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
