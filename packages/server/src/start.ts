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
import { JournalDamagedError, StoreBusyError } from '@demarche/store'
import { embeddedAccounts, serverAccounts } from './accounts/account-database.ts'
import { keptSecret } from './accounts/account-secret.ts'
import { openAccounts } from './accounts/accounts.ts'
import { AccountSecretError } from './accounts/secret-note.ts'
import { createApp } from './app.ts'
import { scheduleBackups } from './backup/scheduled-backup.ts'
import { type Config, ConfigurationError, readConfig } from './config.ts'
import { whyNotReadable } from './evidence/evidence-keys.ts'
import { logFormatIn, openLog } from './log.ts'
import { startPostman } from './mail/postman.ts'
import { openMailServer } from './mail/smtp.ts'
import { type OpenOffice, openOffice } from './open-office.ts'
import { readerOf } from './session/session.ts'
import { returnMemorySoon } from './return-memory.ts'

const deskDirectory = fileURLToPath(new URL('../../desk/dist', import.meta.url))
const clock = (): Date => new Date()
const { say, complain, defect } = openLog(logFormatIn(process.env), {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  clock,
})
const newSuffix = (): string =>
  randomInt(36 ** 6)
    .toString(36)
    .padStart(6, '0')
const newToken = (): string => randomBytes(32).toString('base64url')
const newReference = (): string => randomBytes(4).toString('hex').toUpperCase()

async function start(config: Config): Promise<void> {
  const dataDirectory = resolve(config.dataDirectory)
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 })
  const uploadDirectory = join(dataDirectory, 'uploads')
  const accountDirectory = join(dataDirectory, 'accounts')
  const database =
    config.databaseUrl === undefined
      ? embeddedAccounts(accountDirectory)
      : await serverAccounts(config.databaseUrl, config.databaseOwnerUrl)
  const accounts = await openAccounts({
    database,
    secret: config.secret ?? keptSecret(accountDirectory),
    publicUrl: config.publicUrl ?? `http://${config.host}:${config.port}`,
    sessionHours: config.sessionHours,
    idleMinutes: config.idleMinutes,
    party: config.party,
    secondFactorRequired: config.secondFactorRequired,
    singleSignOn: config.singleSignOn,
    clock,
    randomToken: newToken,
  })
  let open: OpenOffice | null = null
  const app = await createApp({
    office: () => open?.office ?? null,
    accounts,
    party: config.party,
    deskDirectory,
    uploadDirectory,
    maxUploadBytes: config.maxUploadBytes,
    publicUrl: config.publicUrl,
    outsideCeiling: config.outsideCeiling,
    sendsMail: config.mail !== undefined,
    publicPage: config.publicPage,
    proxies: config.proxies,
    newReference,
    reportDefect: ({ reference, request, error }) => defect(reference, request, error),
  })
  const listeningOn = await app.listen({ host: config.host, port: config.port })

  let stopMail: (() => Promise<void>) | undefined
  let closing = false
  const close = async (): Promise<void> => {
    if (closing) process.exit(1)
    closing = true
    await app.close()
    await stopMail?.()
    await open?.close()
    await accounts.close()
    process.exit(0)
  }
  process.on('SIGINT', () => void close())
  process.on('SIGTERM', () => void close())

  open = await openOffice({
    dataDirectory,
    uploadDirectory,
    databaseUrl: config.databaseUrl,
    databaseOwnerUrl: config.databaseOwnerUrl,
    ceiling: config.maxMarking,
    party: config.party,
    trustedKeys: config.trustedKeys,
    evidenceKeyFile: config.evidenceKeyFile,
    log: say,
    clock,
    newId: randomUUID,
    newSuffix,
    newToken,
    reportImportDefect(error, filename) {
      const reference = newReference()
      defect(reference, `the import of ${JSON.stringify(filename)}`, error)
      return reference
    },
    importEnded: returnMemorySoon,
  })
  const locked = await whyNotReadable(config.evidenceKeyFile, await open.office.store.files.list())
  if (locked !== null) complain(locked)
  if (config.backups) {
    scheduleBackups(config.backups, {
      store: open.office.store,
      copyAccounts: database.copyTo,
      clock,
      report: say,
      complain: (error) => defect(newReference(), 'a scheduled backup', error),
    })
  }
  if (config.mail) {
    stopMail = startPostman({
      office: open.office,
      accounts,
      server: openMailServer(config.mail.url, config.mail.from),
      outside: { ceiling: config.outsideCeiling, address: config.mail.publicUrl, sendsMail: true },
      complain: (error) => defect(newReference(), 'sending mail', error),
    })
  }
  const address = config.publicUrl ?? listeningOn
  say(`Demarche is ready at ${address}`)
  const token = await accounts.startLink(config.alwaysPrintLink)
  say(
    token === null
      ? `Sign in at ${address}/sign-in`
      : `Sign in once with this link, within a day: ${address}/sign-in#token=${token}`,
  )
  await open.office.dossiers.warmUp(readerOf({ party: config.party, person: 'desk' }))
  returnMemorySoon()
}

/** What the person at the terminal should read, for faults that are theirs to mend. */
function explain(error: unknown): string | null {
  if (error instanceof ConfigurationError || error instanceof AccountSecretError) return error.message
  if (error instanceof StoreBusyError || error instanceof JournalDamagedError) return error.message
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Something else is listening there already (${error.message}). Stop it, or choose another PORT.`
  }
  return null
}

try {
  await start(readConfig(process.env))
} catch (error) {
  const explained = explain(error)
  if (explained !== null) complain(explained)
  else defect(newReference(), 'the start', error)
  process.exit(error instanceof ConfigurationError ? 2 : 1)
}
