/**
 * Opens the ledger: takes the folder, brings the database in step with the journal, hands out readers.
 *
 * Embedded by default: `<data>/database/` is the index, `<data>/journal/` the record, `<data>/evidence/` its encrypted files. With a database address the
 * server is the record and the folder is not touched.
 *
 * Rests on: docs/decisions/0002-embedded-store.md, docs/rules/ledger.md. Next door: `store.ts` for what it offers.
 */
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type AuditFile, catchUpAudit, openAuditFile } from './audit/audit-file.ts'
import { type Database, embeddedDatabase, serverDatabase } from './engine/open-database.ts'
import { clearFiles } from './files/clear-files.ts'
import { fileFolder } from './files/file-folder.ts'
import { fileTable } from './files/file-table.ts'
import { openChangeFeed } from './engine/change-feed.ts'
import { takeFolder } from './engine/owner-lock.ts'
import { asKeeper } from './engine/session.ts'
import { keepStatistics } from './engine/statistics.ts'
import { type Journal, openJournal } from './journal/journal.ts'
import { readBackup, restore } from './ledger/backup.ts'
import { isProjected, projectAll } from './ledger/projections.ts'
import { catchUp, saveSurplus, settleErasures, standingOf } from './ledger/rebuild.ts'
import { migrate } from './schema/migrations.ts'
import { makeStore, type Store, type StoreParts } from './store.ts'

export interface StoreOptions {
  /** where the embedded store keeps `database/`, `journal/` and `lock`; created when absent */
  readonly dataDirectory: string
  /** `postgres://…`: the ledger lives on that server instead; the login need not own it when `ownerUrl` is given */
  readonly databaseUrl?: string | undefined
  /** the login that lays out the database, where the everyday login may not */
  readonly ownerUrl?: string | undefined
  readonly clock?: () => Date
  /** takes what whoever runs the desk should know */
  readonly log?: ((line: string) => void) | undefined
}

/**
 * Opens the store, creating what is missing.
 * @throws StoreBusyError when another process has the folder; JournalDamagedError when the record cannot be read
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const parts = await openParts(options)
  try {
    // an erasure may have been cut off before the key of its file was destroyed, and a file before its statement came
    await parts.files.clearRemains()
    await clearFiles(parts.database, parts.files)
  } catch (error) {
    await parts.release()
    throw error
  }
  return makeStore(parts)
}

function openParts({
  dataDirectory,
  databaseUrl,
  ownerUrl,
  clock = () => new Date(),
  log = () => undefined,
}: StoreOptions): Promise<StoreParts> {
  return databaseUrl === undefined
    ? openEmbedded(dataDirectory, clock, log)
    : openServer(databaseUrl, ownerUrl ?? databaseUrl, clock, log)
}

/** One records at a time; the others wait for it at the server, some of them with a large file that is on its way. */
const RECORDING = 6

async function openServer(
  url: string,
  ownerUrl: string,
  clock: () => Date,
  log: (line: string) => void,
): Promise<StoreParts> {
  const database = serverDatabase(url)
  const recording = serverDatabase(url, RECORDING)
  const feed = openChangeFeed(url)
  try {
    let changed: boolean
    if (ownerUrl === url) {
      log(
        'The desk reads and writes with the login that owns the tables. Give that login as DATABASE_OWNER_URL and one that owns nothing as DATABASE_URL.',
      )
      changed = await migrate(database)
    } else {
      const owner = serverDatabase(ownerUrl)
      try {
        changed = await migrate(owner)
        const { rows } = await sql<{ login: string }>`select current_user as login`.execute(database)
        for (const { login } of rows) {
          await sql`grant demarche_reader, demarche_keeper to ${sql.id(login)}`.execute(owner)
        }
      } finally {
        await owner.destroy()
      }
    }
    await projectWhatIsNot(database, changed)
    return {
      database,
      recording,
      files: fileTable(database),
      journal: null,
      auditFile: null,
      feed,
      engine: 'postgres',
      clock,
      release: async () => {
        await feed.close()
        await recording.destroy()
        await database.destroy()
      },
    }
  } catch (error) {
    await recording.destroy()
    await database.destroy()
    throw error
  }
}

async function openEmbedded(
  dataDirectory: string,
  clock: () => Date,
  log: (line: string) => void,
): Promise<StoreParts> {
  const releaseFolder = await takeFolder(dataDirectory)
  let journal: Journal | undefined
  let database: Database | undefined
  let audit: AuditFile | undefined
  try {
    const record = await openJournal(join(dataDirectory, 'journal'))
    const folder = join(dataDirectory, 'database')
    const markFile = join(dataDirectory, 'database.open')
    // After a power cut the database, which never syncs, may be torn without saying so; the journal is whole.
    if ((await isFromEarlierBoot(markFile)) || existsSync(join(dataDirectory, 'database.rebuild'))) {
      await discard(folder)
    }
    const putAside = async (): Promise<void> => {
      const aside = `${folder}.aside-${clock().toISOString().replaceAll(':', '')}`
      await rename(folder, aside)
      log(
        `The database folder did not fit the journal and is built anew from it; the old one is kept as ${aside}.`,
      )
    }
    if (existsSync(folder) && !isWholeDatabase(folder)) await putAside()
    await writeFile(markFile, await bootMark())
    journal = record
    let index = await openIndex(folder)
    database = index
    // one step may show the next: a database that was behind may still hold what was erased since
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      const standing = await standingOf(index, record)
      if (standing === 'level') break
      if (standing === 'behind') await catchUp(index, record)
      else if (standing === 'erasure-pending-in-journal') await settleErasures(index, record)
      else if (standing === 'ahead') await saveSurplus(index, record)
      else {
        await index.destroy()
        // what was to be erased goes; anything else is kept aside, for it may be somebody's only copy
        if (standing === 'erasure-pending-in-database') await discard(folder)
        else await putAside()
        index = await openIndex(folder)
        database = index
      }
    }
    const auditFile = await openAuditFile(dataDirectory)
    audit = auditFile
    if (!(await catchUpAudit(index, auditFile))) {
      // the file is the record: the database that disagrees with it is put aside and built anew
      await index.destroy()
      await putAside()
      index = await openIndex(folder)
      database = index
      await catchUp(index, record)
      await catchUpAudit(index, auditFile)
    }
    await rm(join(dataDirectory, 'database.rebuild'), { force: true })
    const statistics = await keepStatistics(index)
    return {
      statistics,
      database: index,
      files: fileFolder(join(dataDirectory, 'evidence')),
      journal: record,
      auditFile,
      feed: openChangeFeed(null),
      engine: 'pglite',
      clock,
      rebuildAtNextStart: () => writeFile(join(dataDirectory, 'database.rebuild'), ''),
      release: async () => {
        await index.destroy()
        await record.close()
        await auditFile.close()
        await rm(markFile, { force: true })
        await releaseFolder()
      },
    }
  } catch (error) {
    // closed before the folder is given up: nobody else may take it while anything here still works in it
    await database?.destroy()
    await journal?.close()
    await audit?.close()
    await releaseFolder()
    throw error
  }
}

async function openIndex(folder: string): Promise<Database> {
  await mkdir(folder, { recursive: true })
  // the engine's own files are open to everybody: the folder must not be
  await chmod(folder, 0o700)
  const database = embeddedDatabase(folder)
  await projectWhatIsNot(database, await migrate(database))
  return database
}

/** What is derived is made anew when the layout was changed; also where a start that changed it was cut off before that. */
function projectWhatIsNot(database: Database, changed: boolean): Promise<void> {
  return asKeeper(database, async (session) => {
    if (changed || !(await isProjected(session))) await projectAll(session)
  })
}

/** Behind, with an erasure pending, made anew, behind again, an erasure to be counted: then they are level. */
const MOST_STEPS = 6

/** Removes the folder; cut off in the middle, nothing of it stays in its place, for the engine waits for ever on a part. */
async function discard(folder: string): Promise<void> {
  const gone = `${folder}.gone`
  await rm(gone, { recursive: true, force: true })
  if (existsSync(folder)) await rename(folder, gone)
  await rm(gone, { recursive: true, force: true })
}

/** What a database of the engine cannot be without: a copy or a deletion that was cut off lacks some of it. */
const VITAL_PARTS = ['PG_VERSION', 'global/pg_control', 'base', 'pg_wal', 'pg_xact', 'pg_multixact']

function isWholeDatabase(folder: string): boolean {
  const isMissing = (part: string): boolean => !existsSync(join(folder, part))
  // an empty folder is a new database
  return VITAL_PARTS.every(isMissing) || !VITAL_PARTS.some(isMissing)
}

async function isFromEarlierBoot(markFile: string): Promise<boolean> {
  const mark = await readFile(markFile, 'utf8').catch(() => null)
  return mark !== null && mark !== (await bootMark())
}

/** What changes when the machine starts again; the same for as long as it runs. */
async function bootMark(): Promise<string> {
  return readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => 'unknown boot')
}

/**
 * Fills a new store from a backup and closes it again; the file is proven before anything is written.
 * @returns how many statements were restored
 * @throws DemarcheError `import-refused` when the file does not hold, `already-exists` when the store is not empty
 */
export async function restoreStore(file: string, options: StoreOptions): Promise<number> {
  await readBackup(file)
  const { database, journal, auditFile, files, release } = await openParts(options)
  try {
    return await restore(database, journal, auditFile, files, file)
  } finally {
    await release()
  }
}
