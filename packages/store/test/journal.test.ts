/**
 * The journal: what is cut off is dropped, what is damaged is refused, and the folder has one owner.
 */
import { fork } from 'node:child_process'
import { chmod, cp, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openStore, StoreBusyError } from '../src/index.ts'
import { openJournal } from '../src/journal/journal.ts'
import { prepare } from '../src/ledger/prepare.ts'
import { aDraft, aFolder, CLOCK, KEEPER } from './ledgers.ts'

// opening a store from nothing takes seconds, and far longer on a busy machine
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const entry = (text: string) => {
  const { statement, body } = prepare(aDraft({ assertions: [{ property: 'name', value: text }] }))
  return { id: statement.id, body }
}

test('LED-07 cut off anywhere, the journal keeps every whole batch and drops the rest', async () => {
  const folder = aFolder()
  try {
    const journal = await openJournal(folder.path)
    const ends: number[] = [0]
    const file = join(folder.path, '000001.ndjson')
    for (const batch of [[entry('one')], [entry('two'), entry('drei \u2028 {"batch":1}')], [entry('four')]]) {
      await journal.accepted(() => journal.write(batch))
      await journal.sync()
      ends.push((await readFile(file)).length)
    }
    await journal.close()
    const whole = await readFile(file)
    const cuts = Array.from({ length: Math.ceil(whole.length / 13) }, (_, index) => index * 13)
    for (const length of [...cuts, ...ends.flatMap((end) => [end - 1, end, end + 1])]) {
      if (length < 0 || length > whole.length) continue
      await writeFile(file, whole)
      await truncate(file, length)
      const reopened = await openJournal(folder.path)
      const batches = ends.filter((end) => end <= length).length - 1
      expect(reopened.head.sealed, `cut at ${length}`).toBe([0, 1, 3, 4][batches])
      let read = 0
      for await (const batch of reopened.batches()) read += batch.entries.length
      expect(read).toBe(reopened.head.sealed)
      await reopened.close()
    }
  } finally {
    folder.remove()
  }
})

test('a batch that the database refuses is taken back out of the journal', async () => {
  const folder = aFolder()
  try {
    const journal = await openJournal(folder.path)
    await journal.accepted(() => journal.write([entry('kept')]))
    const { head } = journal
    await expect(
      journal.accepted(async () => {
        await journal.write([entry('refused')])
        throw new Error('refused')
      }),
    ).rejects.toThrow('refused')
    expect(journal.head).toEqual(head)
    await journal.accepted(() => journal.write([entry('next')]))
    await journal.close()
    const reopened = await openJournal(folder.path)
    const read: string[] = []
    for await (const { entries } of reopened.batches()) read.push(...entries.map(({ id }) => id))
    expect(read).toEqual([entry('kept').id, entry('next').id])
    await reopened.close()
  } finally {
    folder.remove()
  }
})

test('LED-06 the database follows the journal, and the journal gets what only the database has', async () => {
  const folder = aFolder()
  const options = { dataDirectory: folder.path, clock: CLOCK }
  const journalFile = join(folder.path, 'journal', '000001.ndjson')
  try {
    const store = await openStore(options)
    await store.as(KEEPER).append([aDraft()])
    const short = await readFile(journalFile)
    await store.as(KEEPER).append([aDraft({ document: 'Report 2' })])
    const long = await readFile(journalFile)
    await store.close()

    // the journal lost its end, say to a copy that was too old: the database gives it back
    await writeFile(journalFile, short)
    const ahead = await openStore(options)
    expect(await ahead.verify()).toMatchObject({ sound: true, statements: 2, journal: 'agrees' })
    await ahead.close()
    expect(await readFile(journalFile)).toEqual(long)

    // the database folder is lost
    await rm(join(folder.path, 'database'), { recursive: true })
    const rebuilt = await openStore(options)
    expect(await rebuilt.as(KEEPER).statements('case:rain-2016')).toHaveLength(2)
    expect(await rebuilt.verify()).toMatchObject({ sound: true, statements: 2, journal: 'agrees' })

    // somebody edits the journal
    await writeFile(journalFile, (await readFile(journalFile, 'utf8')).replace('Rain', 'Hail'))
    expect(await rebuilt.verify()).toMatchObject({
      sound: false,
      journal: 'disagrees',
      fault: { rule: 'LED-07' },
    })
    await rebuilt.close()
    await rm(join(folder.path, 'database'), { recursive: true })
    await expect(openStore(options)).rejects.toThrow('does not hash to its id')
  } finally {
    folder.remove()
  }
})

test.skipIf(process.platform === 'win32')(
  'no other account of the machine can look into the database or the journal',
  async () => {
    const folder = aFolder()
    const options = { dataDirectory: folder.path, clock: CLOCK }
    const openTo = async (name: string) => (await stat(join(folder.path, name))).mode & 0o077
    try {
      await (await openStore(options)).close()
      expect(await openTo('database')).toBe(0)
      expect(await openTo('journal')).toBe(0)
      // as an earlier version left it
      await chmod(join(folder.path, 'database'), 0o755)
      await (await openStore(options)).close()
      expect(await openTo('database')).toBe(0)
    } finally {
      folder.remove()
    }
  },
)

test('LED-10 the words of an erased statement leave the folder by the next start', async () => {
  const folder = aFolder()
  const options = { dataDirectory: folder.path, clock: CLOCK }
  try {
    const store = await openStore(options)
    const { statements } = await store
      .as(KEEPER)
      .append([
        aDraft({ assertions: [{ property: 'name', value: 'Jane Q. Unforgettable' }] }),
        aDraft({ document: 'Report 2' }),
      ])
    await store.erase({ statement: statements[0]?.id ?? '', authority: 'Decision 7/2026', by: 'keeper' })
    expect(await readFile(join(folder.path, 'journal', '000001.ndjson'), 'utf8')).not.toContain(
      'Unforgettable',
    )
    await store.as(KEEPER).append([aDraft({ document: 'Report 3' })])
    await store.close()
    const next = await openStore(options)
    expect(await next.verify()).toMatchObject({ sound: true, statements: 3, erased: 1 })
    expect(await next.as(KEEPER).statements('case:rain-2016')).toHaveLength(2)
    await next.close()
    expect(await filesWith(folder.path, 'Unforgettable')).toEqual([])
  } finally {
    folder.remove()
  }
})

test('LED-10 an erasure that a crash cut in two is ended at the next start, and costs no rebuilding after that', async () => {
  const folder = aFolder()
  const options = { dataDirectory: folder.path, clock: CLOCK }
  const journalFile = join(folder.path, 'journal', '000001.ndjson')
  const database = join(folder.path, 'database')
  const erase = async () => {
    const store = await openStore(options)
    const { statements } = await store.as(KEEPER).append([aDraft({ document: 'Unforgettable' })])
    const before = await readFile(journalFile, 'utf8')
    await store.erase({ statement: statements[0]?.id ?? '', authority: 'Decision 7/2026', by: 'keeper' })
    await store.close()
    return before
  }
  /** opens, proves and closes; says whether the database folder is still the same */
  const start = async () => {
    await writeFile(join(database, 'same-folder'), '')
    const store = await openStore(options)
    expect(await store.verify()).toMatchObject({ sound: true, erased: 1, statements: 1 })
    await store.close()
    return (await readdir(database)).includes('same-folder')
  }
  try {
    const before = await erase()
    // killed after the line was replaced and before the erasure was counted
    const lines = (await readFile(journalFile, 'utf8')).split('\n')
    await writeFile(journalFile, [...lines.slice(0, 2), ''].join('\n'))
    expect(await start(), 'built anew once, for the words in its files').toBe(false)
    expect(await start()).toBe(true)
    // an older copy of the journal, still with the words: what was erased stays erased
    await writeFile(journalFile, before)
    expect(await start()).toBe(true)
    expect(await readFile(journalFile, 'utf8')).not.toContain('Unforgettable')
  } finally {
    folder.remove()
  }
})

test('LED-10 an older copy of the database folder does not bring back what was erased since', async () => {
  const folder = aFolder()
  const options = { dataDirectory: folder.path, clock: CLOCK }
  const database = join(folder.path, 'database')
  try {
    let store = await openStore(options)
    const { statements } = await store.as(KEEPER).append([aDraft({ document: 'Unforgettable' })])
    await store.close()
    await cp(database, `${database}.copy`, { recursive: true })
    store = await openStore(options)
    await store.as(KEEPER).append([aDraft({ document: 'Report 2' })])
    await store.erase({ statement: statements[0]?.id ?? '', authority: 'Decision 7/2026', by: 'keeper' })
    await store.close()
    await (await openStore(options)).close()
    await rm(database, { recursive: true })
    await rename(`${database}.copy`, database)
    store = await openStore(options)
    expect(await store.as(KEEPER).statement(statements[0]?.id ?? '')).toBeNull()
    expect(await store.verify()).toMatchObject({ sound: true, statements: 2, erased: 1 })
    await store.close()
    expect(await filesWith(folder.path, 'Unforgettable')).toEqual([])
  } finally {
    folder.remove()
  }
})

test('LED-06 a database folder of which parts are missing is put aside and made anew from the journal', async () => {
  const folder = aFolder()
  const said: string[] = []
  const options = { dataDirectory: folder.path, clock: CLOCK, log: (line: string) => said.push(line) }
  try {
    const store = await openStore(options)
    await store.as(KEEPER).append([aDraft()])
    await store.close()
    // a copy or a deletion that was cut off
    for (const part of ['global', 'pg_wal', 'PG_VERSION']) {
      await rm(join(folder.path, 'database', part), { recursive: true })
      const next = await openStore({
        ...options,
        clock: () => new Date(Date.parse('2026-03-04') + said.length),
      })
      expect(await next.verify()).toMatchObject({ sound: true, statements: 1 })
      await next.close()
    }
    expect(said).toHaveLength(3)
    expect(said[0]).toContain('built anew')
  } finally {
    folder.remove()
  }
})

test('LED-09 a second process is refused the folder, by name, and gets it once the first is gone', async () => {
  const folder = aFolder()
  try {
    const holder = fork(new URL('./append-forever.ts', import.meta.url), [folder.path], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    })
    await new Promise((resolve) => holder.stdout?.once('data', resolve))
    holder.stdout?.resume()
    const refused = openStore({ dataDirectory: folder.path })
    await expect(refused).rejects.toThrow(StoreBusyError)
    await expect(refused).rejects.toThrow(
      `${folder.path} is in use by another Demarche (process ${holder.pid}`,
    )
    const gone = new Promise((resolve) => holder.once('exit', resolve))
    holder.kill('SIGKILL')
    await gone
    const store = await openStore({ dataDirectory: folder.path })
    expect((await store.verify()).sound).toBe(true)
    await store.close()
  } finally {
    folder.remove()
  }
})

async function filesWith(directory: string, text: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const file of entries) {
    if (!file.isFile()) continue
    const path = join(file.parentPath, file.name)
    if ((await readFile(path)).includes(text)) found.push(path)
  }
  return found
}
