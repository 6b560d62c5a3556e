/**
 * Starts the desk: settings, server, records; prints the address and a one-time sign-in link when it is ready.
 *
 * It listens at once and answers 503 on /healthz until the records are open. SIGINT and SIGTERM close the records
 * properly; a second signal ends it on the spot, which the journal survives too.
 */
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { JournalDamagedError, StoreBusyError } from '@demarche/store'
import { createApp } from './app.ts'
import { scheduleBackups } from './backup/scheduled-backup.ts'
import { type Config, ConfigurationError, readConfig } from './config.ts'
import { type OpenOffice, openOffice } from './open-office.ts'
import { readerOf } from './office.ts'
import { returnMemorySoon } from './return-memory.ts'
import { DESK_OFFICER, openSessionRegister } from './session/session-register.ts'

const deskDirectory = fileURLToPath(new URL('../../desk/dist', import.meta.url))
const clock = (): Date => new Date()
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (line: string): void => void process.stderr.write(`${line}\n`)
const newSuffix = (): string =>
  randomInt(36 ** 6)
    .toString(36)
    .padStart(6, '0')
const newReference = (): string => randomBytes(4).toString('hex').toUpperCase()

function reportDefect(reference: string, where: string, error: unknown): void {
  complain(`defect ${reference} in ${where} at ${new Date().toISOString()}`)
  complain(inspect(error))
}

async function start(config: Config): Promise<void> {
  const dataDirectory = resolve(config.dataDirectory)
  await mkdir(dataDirectory, { recursive: true })
  const uploadDirectory = join(dataDirectory, 'uploads')
  const sessions = openSessionRegister({
    party: config.party,
    days: config.sessionDays,
    clock,
    randomToken: () => randomBytes(32).toString('base64url'),
    file: join(dataDirectory, 'sessions.json'),
  })
  let open: OpenOffice | null = null
  const app = await createApp({
    office: () => open?.office ?? null,
    sessions,
    deskDirectory,
    uploadDirectory,
    maxUploadBytes: config.maxUploadBytes,
    publicUrl: config.publicUrl,
    newReference,
    reportDefect: ({ reference, request, error }) => reportDefect(reference, request, error),
  })
  const listeningOn = await app.listen({ host: config.host, port: config.port })

  let closing = false
  const close = async (): Promise<void> => {
    if (closing) process.exit(1)
    closing = true
    await app.close()
    await open?.close()
    process.exit(0)
  }
  process.on('SIGINT', () => void close())
  process.on('SIGTERM', () => void close())

  open = await openOffice({
    dataDirectory,
    uploadDirectory,
    databaseUrl: config.databaseUrl,
    clock,
    newId: randomUUID,
    newSuffix,
    reportImportDefect(error, filename) {
      const reference = newReference()
      reportDefect(reference, `the import of ${filename}`, error)
      return reference
    },
    importEnded: returnMemorySoon,
  })
  if (config.backups) {
    scheduleBackups(config.backups, {
      store: open.office.store,
      clock,
      report: say,
      complain: (error) => reportDefect(newReference(), 'a scheduled backup', error),
    })
  }
  const address = config.publicUrl ?? listeningOn
  say(`Demarche is ready at ${address}`)
  say(`Sign in once with this link, within a day: ${address}/sign-in#token=${sessions.invite()}`)
  await open.office.dossiers.warmUp(readerOf({ party: config.party, person: DESK_OFFICER }))
  returnMemorySoon()
}

/** What the person at the terminal should read, for faults that are theirs to mend. */
function explain(error: unknown): string | null {
  if (error instanceof ConfigurationError) return error.message
  if (error instanceof StoreBusyError || error instanceof JournalDamagedError) return error.message
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Something else is listening there already (${error.message}). Stop it, or choose another PORT.`
  }
  return null
}

try {
  await start(readConfig(process.env))
} catch (error) {
  complain(explain(error) ?? inspect(error))
  process.exit(error instanceof ConfigurationError ? 2 : 1)
}
