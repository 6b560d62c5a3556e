/**
 * Reading the journal back: batch by batch, each checked against its seal line and each statement against its id.
 *
 * Next door: `journal.ts` writes; `journal-line.ts` for the format.
 */
import { createReadStream } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { sha256 } from '../ledger/seal.ts'
import { type Entry, parseEntry, parseSeal, SEAL_PREFIX, type SealLine } from './journal-line.ts'

export interface Batch {
  readonly entries: readonly Entry[]
  readonly seal: SealLine
}

/** The journal holds something that this program did not write so, other than at its very end. */
export class JournalDamagedError extends Error {
  readonly place: string
  constructor(place: string, what: string) {
    super(`${place}: ${what}; restore the journal from a backup (LED-07)`)
    this.name = 'JournalDamagedError'
    this.place = place
  }
}

/**
 * The batches of one file, in order.
 * @throws JournalDamagedError naming file and line
 */
export async function* readBatches(path: string): AsyncGenerator<Batch> {
  let entries: Entry[] = []
  let number = 0
  for await (const line of linesOf(path)) {
    number += 1
    const place = `${path}:${number}`
    if (line.startsWith(SEAL_PREFIX)) {
      const seal = parseSeal(line)
      if (!seal) throw new JournalDamagedError(place, 'the seal line cannot be read')
      if (seal.batch !== entries.length) {
        throw new JournalDamagedError(
          place,
          `the batch has ${entries.length} statements, its seal says ${seal.batch}`,
        )
      }
      yield { entries, seal }
      entries = []
      continue
    }
    const entry = parseEntry(line)
    if (!entry) throw new JournalDamagedError(place, 'the line cannot be read')
    if (entry.tombstone === undefined && sha256(entry.body) !== entry.id) {
      throw new JournalDamagedError(place, `the statement does not hash to its id ${entry.id}`)
    }
    entries.push(entry)
  }
  if (entries.length > 0)
    throw new JournalDamagedError(`${path}:${number}`, 'the last batch has no seal line')
}

/** The lines of a text file, without their ends; the last one also when it has none. */
// not node:readline, which also breaks lines at U+2028, a letter like any other inside JSON
export async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1024 * 1024 })) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

/** The last whole seal line of a file and where it ends; `size` beyond `end` is a batch cut off in mid-write. */
export async function lastSealIn(
  file: FileHandle,
): Promise<{ readonly seal: SealLine | null; readonly end: number; readonly size: number }> {
  const { size } = await file.stat()
  for (let window = 64 * 1024; ; window *= 8) {
    const start = Math.max(0, size - window)
    const buffer = Buffer.alloc(size - start)
    await file.read(buffer, 0, buffer.length, start)
    for (let lineEnd = buffer.lastIndexOf(10); lineEnd >= 0;) {
      const lineStart = lineEnd === 0 ? 0 : buffer.lastIndexOf(10, lineEnd - 1) + 1
      if (lineStart === 0 && start > 0) break
      const seal = parseSeal(buffer.toString('utf8', lineStart, lineEnd))
      if (seal) return { seal, end: start + lineEnd + 1, size }
      if (lineStart === 0) break
      lineEnd = lineStart - 1
    }
    if (start === 0) return { seal: null, end: 0, size }
  }
}
