/**
 * A backup: the whole ledger in one text file that proves itself, for either engine.
 *
 * First line what it is; then one statement or tombstone a line, in order of record; then the seal over all of them; then
 * the audit log; then files of evidence, still encrypted; last the SHA-256 of every byte before. Restoring checks all of that
 * before anything is written. A backup without files is of version 1, which earlier programs read too.
 *
 * Rules: docs/rules/ledger.md, LED-11. Next door: `../journal/journal-line.ts` for the lines.
 */
import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { DemarcheError } from '@demarche/api'
import { NO_AUDIT, type SealedEntry, sealEntries } from '../audit/audit-entry.ts'
import { type AuditFile, formatAudit, parseAudit } from '../audit/audit-file.ts'
import { auditAfter, auditHead, insertAudit } from '../audit/audit-rows.ts'
import type { Database } from '../engine/open-database.ts'
import { asKeeper, takeWriterLock } from '../engine/session.ts'
import { fileLineCheck, formatFile, isFileLine, restoreFiles } from '../files/backed-up-files.ts'
import type { SealedFiles } from '../files/sealed-file.ts'
import type { Journal } from '../journal/journal.ts'
import { type Entry, formatEntry, formatSeal, parseEntry, parseSeal } from '../journal/journal-line.ts'
import { linesOf } from '../journal/read-journal.ts'
import { databaseHead, entriesAfter, insertEntries } from './rebuild.ts'
import { NO_SEAL, nextSeal, sha256 } from './seal.ts'

const firstLine = (version: 1 | 2): string => `{"backup":"demarche ledger","version":${version}}`
const ANY_FIRST_LINE = /^\{"backup":"demarche ledger","version":(\d+)\}$/
const PAGE = 2000

export interface BackupReport {
  readonly file: string
  readonly statements: number
  /** head of the hash chain at the time of the backup */
  readonly seal: string
  readonly bytes: number
  readonly auditEntries: number
  /** files of evidence, encrypted; the key that opens them is not in the backup */
  readonly files: number
  /** files of evidence that were erased while the backup was written, and are not in it */
  readonly filesErasedMeanwhile: number
}

/** Writes the ledger to that file, whole or not at all; a file of that name is replaced. */
export async function backup(database: Database, files: SealedFiles, file: string): Promise<BackupReport> {
  const head = await databaseHead(database)
  const audit = await asKeeper(database, auditHead)
  const kept = await files.list()
  let filesWritten = 0
  const part = `${file}.part`
  const target = await open(part, 'w', 0o600)
  const hash = createHash('sha256')
  let bytes = 0
  const write = async (text: string): Promise<void> => {
    hash.update(text)
    bytes += Buffer.byteLength(text)
    await target.appendFile(text)
  }
  try {
    await write(`${firstLine(kept.length > 0 ? 2 : 1)}\n`)
    let erasures = 0
    for (let position = 0; position < head.sealed;) {
      const after = position
      const entries = await asKeeper(database, (session) =>
        entriesAfter(session, after, Math.min(PAGE, head.sealed - after)),
      )
      erasures += entries.filter(({ tombstone }) => tombstone).length
      await write(entries.map(formatEntry).join(''))
      position += entries.length
    }
    await write(formatSeal({ batch: head.sealed, sealed: head.sealed, seal: head.seal, erasures }))
    for (let seq = 0; seq < audit.seq;) {
      const after = seq
      const page = await asKeeper(database, (session) =>
        auditAfter(session, after, Math.min(PAGE, audit.seq - after)),
      )
      await write(page.map(formatAudit).join(''))
      seq += page.length
    }
    for (const { statement } of kept) {
      // one that was erased meanwhile is no more
      const one = await files.get(statement)
      if (!one) continue
      for (const line of formatFile(one)) await write(line)
      filesWritten += 1
    }
    await target.appendFile(`${JSON.stringify({ sha256: hash.digest('hex') })}\n`)
    await target.sync()
    await target.close()
    await rename(part, file)
  } catch (error) {
    await target.close()
    await rm(part, { force: true })
    throw error
  }
  return {
    file,
    statements: head.sealed,
    seal: head.seal,
    bytes,
    auditEntries: audit.seq,
    files: filesWritten,
    filesErasedMeanwhile: kept.length - filesWritten,
  }
}

/**
 * Reads a backup and proves it.
 * @throws DemarcheError `import-refused` naming file and line of what does not hold
 */
export async function readBackup(
  file: string,
): Promise<{ readonly entries: Entry[]; readonly seal: string; readonly audit: SealedEntry[] }> {
  const hash = createHash('sha256')
  const entries: Entry[] = []
  let number = 0
  let chain = NO_SEAL
  const audit: SealedEntry[] = []
  let sealed = false
  const fileLines = fileLineCheck()
  let proven = false
  const refuse = (what: string): never => {
    throw new DemarcheError('import-refused', `${file}:${number}: ${what}; nothing was restored (LED-11)`)
  }
  for await (const line of linesOf(file)) {
    number += 1
    if (proven) refuse('the file goes on behind its last line')
    if (sealed && isFileLine(line)) {
      if (!fileLines.next(line)) return refuse('the line does not belong to a file of evidence')
      hash.update(`${line}\n`)
      continue
    }
    if (!fileLines.isWhole()) refuse('a file of evidence breaks off')
    const noted = sealed ? parseAudit(line) : null
    if (noted) {
      const [next] = sealEntries(audit.at(-1) ?? NO_AUDIT, [noted.entry])
      if (next?.seal !== noted.seal) return refuse('the audit entry does not follow from the one before')
      hash.update(`${line}\n`)
      audit.push(next)
      continue
    }
    if (sealed) {
      if (line !== JSON.stringify({ sha256: hash.digest('hex') }))
        refuse('the file was altered: its hash differs')
      proven = true
      continue
    }
    hash.update(`${line}\n`)
    if (number === 1) {
      const [, version] = ANY_FIRST_LINE.exec(line) ?? []
      if (version === undefined) refuse('this is not a backup of a Demarche ledger')
      if (line !== firstLine(1) && line !== firstLine(2))
        refuse(
          `the backup is of version ${version}, and this Demarche reads versions 1 and 2; restore it with a newer one`,
        )
      continue
    }
    const seal = parseSeal(line)
    if (seal) {
      if (seal.sealed !== entries.length || seal.seal !== chain)
        refuse('the seal does not fit the statements before it')
      sealed = true
      continue
    }
    const entry = parseEntry(line) ?? refuse('the line cannot be read')
    if (entry.body !== undefined && sha256(entry.body) !== entry.id)
      refuse(`the statement does not hash to its id ${entry.id}`)
    chain = nextSeal(chain, entry.id)
    entries.push(entry)
  }
  if (number === 0) refuse('the file is empty')
  if (!proven) refuse('the file ends before its last line')
  return { entries, seal: chain, audit }
}

/**
 * Fills an empty ledger from a backup, all or nothing.
 * @returns how many statements
 * @throws DemarcheError `already-exists` when the ledger is not empty, `import-refused` when the file does not hold
 */
export async function restore(
  database: Database,
  journal: Journal | null,
  auditFile: AuditFile | null,
  files: SealedFiles,
  file: string,
): Promise<number> {
  const { entries, audit } = await readBackup(file)
  const { sealed } = await databaseHead(database)
  const noted = await asKeeper(database, auditHead)
  if (sealed > 0 || noted.seq > 0) {
    throw new DemarcheError(
      'already-exists',
      `The ledger has ${sealed} statements and ${noted.seq} audit entries; a backup is restored into an empty one only. Nothing was changed. (LED-11)`,
    )
  }
  const record = (): Promise<void> =>
    asKeeper(database, async (session) => {
      await takeWriterLock(session)
      await insertEntries(session, entries)
      await insertAudit(session, audit)
      // before the statements that attach them: cut off here, the ledger is empty still and it can be done again
      await restoreFiles(file, files, session)
      // the statements come last: were this cut off, no ledger would pass for whole without its audit log
      await auditFile?.write(audit)
      await journal?.write(entries)
    })
  await (journal ? journal.accepted(record) : record())
  await journal?.sync()
  return entries.length
}
