/**
 * The journal: on the embedded store, the record itself. The database is an index of it and can be rebuilt.
 *
 * Takes batches of statements; a batch is on record once `sync` has returned. Opening drops a last batch that was cut
 * off in mid-write (nobody was told that it was kept) and refuses a journal that is damaged anywhere else.
 *
 * Rules: docs/rules/ledger.md, LED-06 and LED-07. Next door: `journal-line.ts` for the format of a line.
 */
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { syncDirectory } from '../engine/write-whole.ts'
import { nextSeal, NO_SEAL } from '../ledger/seal.ts'
import { type Entry, formatEntry, formatSeal, type SealLine } from './journal-line.ts'
import { lastSealIn, readBatches, type Batch } from './read-journal.ts'

/** A file is closed and the next begun once it is longer than this. */
const FILE_BYTES = 64 * 1024 * 1024
const WRITE_BYTES = 1024 * 1024

export type Head = Omit<SealLine, 'batch'>
export const EMPTY_HEAD: Head = { sealed: 0, seal: NO_SEAL, erasures: 0 }

export interface Journal {
  /** how far the journal reaches */
  readonly head: Head
  /** Runs one act of recording at a time; what it wrote is taken back when it fails, e.g. when the database refuses. */
  accepted<T>(act: () => Promise<T>): Promise<T>
  /** Writes one batch, inside `accepted`; not yet safe from a power cut. */
  write(entries: readonly Entry[]): Promise<void>
  /** Returns when everything written so far is on the disk; calls that come together share one sync. */
  sync(): Promise<void>
  /** Every batch from the first. @throws JournalDamagedError */
  batches(): AsyncGenerator<Batch>
  /** Replaces one statement by its tombstone, in place, and notes the erasure; inside `accepted`. */
  erase(entry: Entry): Promise<void>
  /** Says on record how many erasures there are in all, where a crash kept one from being counted; inside `accepted`. */
  countErasures(total: number): Promise<void>
  /** True when nothing stands behind what was written; inside `accepted`. */
  endsHere(): Promise<boolean>
  close(): Promise<void>
}

const fileName = (number: number): string => `${String(number).padStart(6, '0')}.ndjson`

/** Opens the journal in that folder, creating it if need be. */
export async function openJournal(directory: string): Promise<Journal> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  // what an erasure had begun to write when it was cut off: the words of others, and nobody's record
  for (const name of await readdir(directory)) {
    if (name.endsWith('.ndjson.new')) await rm(join(directory, name))
  }
  const files = await journalFiles(directory)
  let number = files.length === 0 ? 1 : Number.parseInt(files.at(-1) ?? '1', 10)
  let head = EMPTY_HEAD
  let file = await open(join(directory, fileName(number)), 'a+', 0o600)
  if (files.length === 0) await syncDirectory(directory)

  // the last sealed batch ends the journal; what stands behind it was cut off in mid-write
  const found = await lastSealIn(file)
  let end = found.end
  if (found.size > end) {
    await file.truncate(end)
    await file.datasync()
  }
  if (found.seal) head = withoutBatch(found.seal)
  else if (number > 1) {
    const before = await open(join(directory, fileName(number - 1)), 'r')
    const { seal } = await lastSealIn(before)
    await before.close()
    if (seal) head = withoutBatch(seal)
  }

  let previous: { head: Head; end: number } | null = null
  let failed: unknown
  let syncing: Promise<void> | null = null
  let waiting: Promise<void> | null = null

  const rollOver = async (): Promise<void> => {
    await sync()
    const next = await open(join(directory, fileName(number + 1)), 'a+', 0o600)
    await file.close()
    file = next
    number += 1
    await syncDirectory(directory)
    end = 0
    previous = null
  }

  const write = async (entries: readonly Entry[], erasures = 0): Promise<void> => {
    if (failed)
      throw new Error('the journal could not be written before; restart the desk', { cause: failed })
    if (end > FILE_BYTES) await rollOver()
    const start = end
    let position = start
    let { seal } = head
    let next: Head
    try {
      let text = ''
      for (const entry of entries) {
        seal = nextSeal(seal, entry.id)
        text += formatEntry(entry)
        if (text.length > WRITE_BYTES) {
          position += await writeAll(file, text)
          text = ''
        }
      }
      next = {
        sealed: head.sealed + entries.length,
        seal,
        erasures: head.erasures + erasures + entries.filter(({ tombstone }) => tombstone).length,
      }
      position += await writeAll(file, text + formatSeal({ batch: entries.length, ...next }))
    } catch (error) {
      await file.truncate(start)
      throw error
    }
    previous = { head, end: start }
    head = next
    end = position
  }

  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = turn.then(act, act)
    turn = mine.catch(() => undefined)
    return mine
  }

  const accepted = <T>(act: () => Promise<T>): Promise<T> =>
    inTurn(async () => {
      previous = null
      try {
        return await act()
      } catch (error) {
        await takeBack()
        throw error
      }
    })
  const takeBack = async (): Promise<void> => {
    if (!previous) return
    await file.truncate(previous.end)
    ;({ head, end } = previous)
    previous = null
  }

  const syncOnce = async (): Promise<void> => {
    try {
      await file.datasync()
    } catch (error) {
      failed = error
      throw error
    }
  }
  const startSync = (): Promise<void> => {
    const mine = syncOnce().finally(() => {
      if (syncing === mine) syncing = null
    })
    syncing = mine
    return mine
  }
  // a sync that is under way may have begun before the last write, so latecomers share the next one
  const sync = (): Promise<void> => {
    if (!syncing) return startSync()
    waiting ??= syncing
      .catch(() => undefined)
      .then(() => {
        waiting = null
        return startSync()
      })
    return waiting
  }

  return {
    get head() {
      return head
    },
    accepted,
    write: (entries) => write(entries),
    sync,
    async *batches() {
      for (const name of await journalFiles(directory)) yield* readBatches(join(directory, name))
    },
    async erase(entry) {
      await sync()
      for (const name of await journalFiles(directory)) {
        if (!(await replaceLine(directory, name, entry))) continue
        if (name === fileName(number)) {
          await file.close()
          file = await open(join(directory, name), 'a+', 0o600)
          end = (await file.stat()).size
        }
        await write([], 1)
        await sync()
        // the text is gone and stays gone, whatever the database answers
        previous = null
        return
      }
      throw new Error(`the journal has no statement ${entry.id}`)
    },
    async countErasures(total) {
      await write([], total - head.erasures)
      await sync()
    },
    async endsHere() {
      const last = (await journalFiles(directory)).at(-1)
      return last === fileName(number) && (await file.stat()).size === end
    },
    async close() {
      await sync()
      await file.close()
    },
  }
}

/** The names of the journal's files, oldest first. */
export async function journalFiles(directory: string): Promise<string[]> {
  return (await readdir(directory)).filter((name) => /^\d{6}\.ndjson$/.test(name)).toSorted()
}

function withoutBatch({ sealed, seal, erasures }: SealLine): Head {
  return { sealed, seal, erasures }
}

async function writeAll(file: FileHandle, text: string): Promise<number> {
  const bytes = Buffer.from(text)
  for (let written = 0; written < bytes.length;) {
    written += (await file.write(bytes, written)).bytesWritten
  }
  return bytes.length
}

async function replaceLine(directory: string, name: string, entry: Entry): Promise<boolean> {
  const path = join(directory, name)
  const source = await open(path, 'r')
  let text: string
  try {
    text = await source.readFile('utf8')
  } finally {
    await source.close()
  }
  const start = text.indexOf(`{"id":"${entry.id}","statement":`)
  if (start < 0 || (start > 0 && text[start - 1] !== '\n')) return false
  const end = text.indexOf('\n', start) + 1
  const target = await open(`${path}.new`, 'w', 0o600)
  try {
    await target.writeFile(text.slice(0, start) + formatEntry(entry) + text.slice(end))
    await target.sync()
  } finally {
    await target.close()
  }
  await rename(`${path}.new`, path)
  await syncDirectory(directory)
  return true
}
