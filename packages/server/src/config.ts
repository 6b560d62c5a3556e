/**
 * The configuration of a desk, read from the environment.
 *
 * Takes an environment; gives a checked configuration or one refusal that lists every fault.
 *
 * Next door: `settings.ts` says what each setting accepts and means, `start.ts` uses what is read.
 */
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Ceiling } from '@demarche/core'
import type { z } from 'zod'
import { NO_CEILING, readCeiling } from './access/desk-ceiling.ts'
import type { BackupPlan } from './backup/scheduled-backup.ts'
import { DEFAULT_OUTSIDE_CEILING } from './notice/outside.ts'
import { isSecret, settingsSchema } from './settings.ts'

export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDirectory: string
  readonly databaseUrl?: string
  readonly databaseOwnerUrl?: string
  readonly party: string
  /** nothing marked above this is recorded */
  readonly maxMarking: Ceiling
  /** fingerprints of the keys whose archives are taken */
  readonly trustedKeys: readonly string[]
  readonly maxUploadBytes: number
  /** where the key of evidence lies; outside of the records */
  readonly evidenceKeyFile: string
  readonly sessionHours: number
  readonly idleMinutes: number
  readonly publicUrl?: string
  readonly secret?: string
  /** takes the place of the secret, once */
  readonly newSecret?: string
  readonly secondFactorRequired: boolean
  readonly alwaysPrintLink: boolean
  readonly singleSignOn?: {
    readonly issuer: string
    readonly clientId: string
    readonly clientSecret: string
    readonly name: string
  }
  readonly backups?: BackupPlan
  readonly mail?: { readonly url: string; readonly from: string; readonly publicUrl: string }
  /** the highest marking that mail, calendars and feeds name */
  readonly outsideCeiling: Ceiling
  /** what is marked for everybody is shown without a session */
  readonly publicPage: boolean
  /** addresses of the proxies whose word on who asks is believed */
  readonly proxies: readonly string[]
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
  const singleSignOn = singleSignOnOf(settings)
  const mail = mailOf(settings)
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataDirectory: settings.DEMARCHE_DATA,
    party: settings.DEMARCHE_PARTY,
    trustedKeys: settings.DEMARCHE_TRUSTED_KEYS?.split(',').map((key) => key.trim()) ?? [],
    maxMarking: readCeiling(settings.DEMARCHE_MAX_MARKING) ?? NO_CEILING,
    maxUploadBytes: settings.DEMARCHE_MAX_UPLOAD_MB * 1_000_000,
    evidenceKeyFile: keyFileOf(settings),
    sessionHours: settings.DEMARCHE_SESSION_HOURS,
    idleMinutes: settings.DEMARCHE_IDLE_MINUTES,
    secondFactorRequired: settings.DEMARCHE_SECOND_FACTOR === 'required',
    alwaysPrintLink: settings.DEMARCHE_SIGN_IN_LINK === 'always',
    ...(settings.DEMARCHE_SECRET === undefined ? {} : { secret: settings.DEMARCHE_SECRET }),
    ...(settings.DEMARCHE_NEW_SECRET === undefined ? {} : { newSecret: settings.DEMARCHE_NEW_SECRET }),
    ...(singleSignOn === null ? {} : { singleSignOn }),
    ...(mail === null ? {} : { mail }),
    publicPage: settings.DEMARCHE_PUBLIC_PAGE === 'on',
    proxies: settings.DEMARCHE_PROXIES?.split(',').map((one) => one.trim()) ?? [],
    outsideCeiling: readCeiling(settings.DEMARCHE_OUTSIDE_CEILING) ?? DEFAULT_OUTSIDE_CEILING,
    ...(settings.DATABASE_URL === undefined ? {} : { databaseUrl: settings.DATABASE_URL }),
    ...(settings.DATABASE_OWNER_URL === undefined ? {} : { databaseOwnerUrl: settings.DATABASE_OWNER_URL }),
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

/** The file of the key of evidence: never among the records, which are copied and backed up. */
function keyFileOf({ DEMARCHE_DATA, DEMARCHE_EVIDENCE_KEY_FILE }: z.output<typeof settingsSchema>): string {
  const records = resolve(DEMARCHE_DATA)
  const file = resolve(DEMARCHE_EVIDENCE_KEY_FILE ?? `${records}.evidence-key`)
  const path = relative(records, file)
  if (path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) return file
  throw new ConfigurationError([
    `DEMARCHE_EVIDENCE_KEY_FILE lies in the folder of the records (DEMARCHE_DATA): whoever has a copy of that folder would have the key with it; expected a file outside of it`,
  ])
}

/** The provider, where one is set; half a provider is a fault. */
function singleSignOnOf(
  settings: z.output<typeof settingsSchema>,
): NonNullable<Config['singleSignOn']> | null {
  const {
    DEMARCHE_OIDC_ISSUER: issuer,
    DEMARCHE_OIDC_CLIENT_ID: clientId,
    DEMARCHE_OIDC_CLIENT_SECRET: clientSecret,
    DEMARCHE_OIDC_NAME: name,
    PUBLIC_URL: publicUrl,
  } = settings
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return null
  if (issuer !== undefined && clientId !== undefined && clientSecret !== undefined && publicUrl !== undefined)
    return { issuer, clientId, clientSecret, name }
  const needed = {
    DEMARCHE_OIDC_ISSUER: issuer,
    DEMARCHE_OIDC_CLIENT_ID: clientId,
    DEMARCHE_OIDC_CLIENT_SECRET: clientSecret,
    PUBLIC_URL: publicUrl,
  }
  throw new ConfigurationError(
    Object.entries(needed)
      .filter(([, value]) => value === undefined)
      .map(([missing]) => `${missing} is not set: single sign-on needs it`),
  )
}

/** The mail server, where one is set; mail without a sender or an address to come back to is a fault. */
function mailOf(settings: z.output<typeof settingsSchema>): NonNullable<Config['mail']> | null {
  const { DEMARCHE_SMTP_URL: url, DEMARCHE_MAIL_FROM: from, PUBLIC_URL: publicUrl } = settings
  if (url === undefined) return null
  if (from !== undefined && publicUrl !== undefined)
    return { url, from, publicUrl: publicUrl.replace(/\/+$/, '') }
  throw new ConfigurationError(
    Object.entries({ DEMARCHE_MAIL_FROM: from, PUBLIC_URL: publicUrl })
      .filter(([, value]) => value === undefined)
      .map(([missing]) => `${missing} is not set: mail needs it`),
  )
}
