/**
 * The settings of a desk, read from the environment: one schema, with meaning, default, example and secrecy.
 *
 * Takes an environment; gives a checked configuration or one refusal that lists every fault. The table in
 * docs/configuration.md is made from the same schema (`describe-settings.ts`), so the two cannot differ.
 *
 * Next door: `start.ts` uses it, `scripts/write-configuration.ts` writes the page.
 */
import { join } from 'node:path'
import { z } from 'zod'
import { type BackupPlan, scheduleFault } from './backup/scheduled-backup.ts'

export interface SettingNotes {
  readonly meaning: string
  readonly example: string
  /** never printed, not even in an error text */
  readonly secret: boolean
}

/** What each setting means, beside what it accepts. */
export const settingNotes = z.registry<SettingNotes>()

function setting<S extends z.ZodType>(schema: S, meaning: string, example: string, secret = false): S {
  settingNotes.add<z.ZodType>(schema, { meaning, example, secret })
  return schema
}

const wholeNumber = (min: number, max: number) =>
  z.coerce
    .number(`expected a whole number from ${min} to ${max}`)
    .int(`expected a whole number from ${min} to ${max}`)
    .min(min, `expected a whole number from ${min} to ${max}`)
    .max(max, `expected a whole number from ${min} to ${max}`)

export const settingsSchema = z.object({
  PORT: setting(
    wholeNumber(0, 65_535).default(4700),
    'Port on which the desk is served; 0 takes any free one.',
    '8080',
  ),
  HOST: setting(
    z.string().default('127.0.0.1'),
    'Address on which the server listens. The default is reachable from this machine only; behind a proxy that adds TLS use the address that the proxy reaches.',
    '0.0.0.0',
  ),
  DEMARCHE_DATA: setting(
    z.string().default('./data'),
    'Folder of the records: journal, embedded database, sessions, uploads under way. Relative to the folder in which the program is started.',
    '/var/lib/demarche',
  ),
  DATABASE_URL: setting(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'expected an address that begins with postgres:// or postgresql://')
      .optional(),
    'Address of a PostgreSQL server (15 or later). Without it the desk keeps its records in an embedded database under `DEMARCHE_DATA`.',
    'postgres://demarche@db.example.org/demarche',
    true,
  ),
  DEMARCHE_PARTY: setting(
    z
      .string()
      .regex(
        /^[A-Za-z][\w.-]{0,62}$/,
        'expected a letter, then up to 62 letters, digits, dots, hyphens or underscores',
      )
      .default('desk'),
    'Name of the party whose desk this is, as it stands on every statement put on record here and in `releasable to`.',
    'EE',
  ),
  DEMARCHE_MAX_UPLOAD_MB: setting(
    wholeNumber(1, 4096).default(256),
    'Largest file that an import accepts, in megabytes (10⁶ bytes).',
    '512',
  ),
  DEMARCHE_SESSION_DAYS: setting(
    wholeNumber(1, 90).default(7),
    'Days after which a signed-in browser must sign in again.',
    '1',
  ),
  DEMARCHE_BACKUP_SCHEDULE: setting(
    z
      .string()
      .superRefine((schedule, context) => {
        const fault = scheduleFault(schedule)
        if (fault !== null) context.addIssue({ code: 'custom', message: fault })
      })
      .optional(),
    'When the running desk backs its records up: five fields of cron (minute, hour, day, month, weekday) in Brussels time. Without it there are no scheduled backups.',
    '15 3 * * *',
  ),
  DEMARCHE_BACKUP_FOLDER: setting(
    z.string().optional(),
    'Folder of the scheduled backups, best on another disk. Without it `backups` under `DEMARCHE_DATA`.',
    '/srv/backups/demarche',
  ),
  DEMARCHE_BACKUP_KEEP: setting(
    wholeNumber(1, 1000).default(14),
    'How many scheduled backups are kept; the oldest give way once a new one stands.',
    '30',
  ),
  PUBLIC_URL: setting(
    z
      .url({
        protocol: /^https?$/,
        error: 'expected an address that begins with http:// or https://',
      })
      .optional(),
    'Address under which people reach the desk, where that differs from `http://HOST:PORT` (behind a proxy). With https:// the session cookie is sent over TLS only.',
    'https://desk.example.org',
  ),
})

export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDirectory: string
  readonly databaseUrl?: string
  readonly party: string
  readonly maxUploadBytes: number
  readonly sessionDays: number
  readonly publicUrl?: string
  readonly backups?: BackupPlan
}

/** The environment asks for something that cannot be; all faults at once. */
export class ConfigurationError extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(
      `The settings have ${faults.length === 1 ? 'one fault' : `${faults.length} faults`} (docs/configuration.md):\n` +
        faults.map((fault) => `  ${fault}`).join('\n'),
    )
    this.name = 'ConfigurationError'
    this.faults = faults
  }
}

/**
 * Reads the settings. A setting that is present but empty counts as absent.
 * @throws ConfigurationError naming every setting that is wrong, what was seen (unless secret) and what is expected
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(settingsSchema.shape)
      .map((name) => [name, environment[name]?.trim()])
      .filter(([, text]) => text !== undefined && text !== ''),
  )
  const result = settingsSchema.safeParse(given)
  if (!result.success) {
    throw new ConfigurationError(
      result.error.issues.map((issue) => {
        const name = String(issue.path[0])
        const seen = isSecret(name) ? 'a value that is not shown' : `"${environment[name] ?? ''}"`
        return `${name} is ${seen}: ${issue.message}`
      }),
    )
  }
  const settings = result.data
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataDirectory: settings.DEMARCHE_DATA,
    party: settings.DEMARCHE_PARTY,
    maxUploadBytes: settings.DEMARCHE_MAX_UPLOAD_MB * 1_000_000,
    sessionDays: settings.DEMARCHE_SESSION_DAYS,
    ...(settings.DATABASE_URL === undefined ? {} : { databaseUrl: settings.DATABASE_URL }),
    ...(settings.DEMARCHE_BACKUP_SCHEDULE === undefined
      ? {}
      : {
          backups: {
            schedule: settings.DEMARCHE_BACKUP_SCHEDULE,
            folder: settings.DEMARCHE_BACKUP_FOLDER ?? join(settings.DEMARCHE_DATA, 'backups'),
            keep: settings.DEMARCHE_BACKUP_KEEP,
          },
        }),
    ...(settings.PUBLIC_URL === undefined ? {} : { publicUrl: settings.PUBLIC_URL.replace(/\/+$/, '') }),
  }
}

function isSecret(name: string): boolean {
  const entry = Object.entries(settingsSchema.shape).find(([known]) => known === name)
  return entry === undefined || (settingNotes.get(entry[1])?.secret ?? true)
}
