/**
 * The settings of a desk: one schema of the environment, with meaning, default, example and secrecy.
 *
 * The table in docs/configuration.md is made from it (`describe-settings.ts`), so the two cannot differ.
 *
 * Next door: `config.ts` reads an environment by it, `scripts/write-configuration.ts` writes the page.
 */
import { isIP } from 'node:net'
import { OWN_DESK } from '@demarche/core'
import { z } from 'zod'
import { readCeiling } from './access/desk-ceiling.ts'
import { scheduleFault } from './backup/scheduled-backup.ts'
import { LOG_FORMATS } from './log.ts'

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

/** A network that is wider holds strangers, and each of them could say to be anybody (STK-10). */
const SHORTEST_PREFIX = 8

/** An address, alone or with the length of its prefix. */
function isNetwork(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/')
  const version = isIP(address)
  const bits = version === 4 ? 32 : 128
  return (
    version > 0 &&
    rest.length === 0 &&
    (length === undefined ||
      (/^\d{1,3}$/.test(length) && Number(length) >= SHORTEST_PREFIX && Number(length) <= bits))
  )
}

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
  DATABASE_OWNER_URL: setting(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'expected an address that begins with postgres:// or postgresql://')
      .optional(),
    'Address with the login that owns the tables and lays them out at start, so that `DATABASE_URL` can name a login that owns nothing. Without it one login does both.',
    'postgres://demarche_owner@db.example.org/demarche',
    true,
  ),
  DEMARCHE_PARTY: setting(
    z
      .string()
      .regex(
        /^[A-Za-z][\w.-]{0,62}$/,
        'expected a letter, then up to 62 letters, digits, dots, hyphens or underscores',
      )
      .default(OWN_DESK),
    'Name of the party whose desk this is, as it stands on every statement put on record here and in `releasable to`.',
    'EE',
  ),
  DEMARCHE_MAX_MARKING: setting(
    z
      .string()
      .refine(
        (text) => readCeiling(text) !== null,
        'expected PUBLIC or LIMITE, then TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED; classified information (RESTREINT UE/EU RESTRICTED and above) cannot be let in',
      )
      .default('LIMITE TLP:RED'),
    'Highest marking that may enter: whatever is marked above it is refused at every border (forms, imports, API). Classified information (RESTREINT UE/EU RESTRICTED and above) is always refused: the desk is not accredited for it.',
    'LIMITE TLP:AMBER',
  ),
  DEMARCHE_MAX_UPLOAD_MB: setting(
    wholeNumber(1, 4096).default(256),
    'Largest file that an import accepts, in megabytes (10⁶ bytes).',
    '512',
  ),
  DEMARCHE_EVIDENCE_KEY_FILE: setting(
    z.string().optional(),
    'File with the key that opens files of evidence, outside of `DEMARCHE_DATA` and best on another disk; made with mode 0600 when the first file of evidence comes. No backup holds it: keep a copy of it elsewhere, or what it opens is lost with it. Several server processes on one database need the same file. Without the setting it lies beside the folder of the records, under its name with `.evidence-key` at the end.',
    '/etc/demarche/evidence-key',
  ),
  DEMARCHE_SESSION_HOURS: setting(
    wholeNumber(1, 168).default(12),
    'Hours after which a signed-in browser must sign in again, however busy it is.',
    '10',
  ),
  DEMARCHE_IDLE_MINUTES: setting(
    wholeNumber(5, 1440).default(30),
    'Minutes without anybody at the keyboard after which a signed-in browser must sign in again. Does not hold for whoever came in by the link of the start and has no other way in.',
    '60',
  ),
  DEMARCHE_TRUSTED_KEYS: setting(
    z
      .string()
      .regex(
        /^\s*([0-9A-Fa-f: ]{64,96}\s*(,\s*[0-9A-Fa-f: ]{64,96}\s*)*)$/,
        'expected fingerprints of 64 hexadecimal digits, separated by commas',
      )
      .optional(),
    'Fingerprints of the keys of other desks whose signed archives may be imported here, separated by commas. `demarche archive --key` shows that of a desk; compare it over another channel.',
    'the output of `demarche archive --key` at the other desk',
  ),
  DEMARCHE_SECRET: setting(
    z.string().min(32, 'expected at least 32 characters').optional(),
    'Secret that signs cookies and encrypts second factors. Without it one is made and kept in `accounts/secret` under `DEMARCHE_DATA`; several server processes on one database must share it.',
    'the output of `openssl rand -base64 48`',
    true,
  ),
  DEMARCHE_LOG: setting(
    z.enum(LOG_FORMATS, 'expected text or json').default('text'),
    'How the server writes what it says of itself on standard output and standard error: as text, or one JSON object a line with `at`, `level` and `message`.',
    'json',
  ),
  DEMARCHE_NEW_SECRET: setting(
    z.string().min(32, 'expected at least 32 characters').optional(),
    'Read by `demarche change-secret` alone: the secret that takes the place of `DEMARCHE_SECRET`.',
    'the output of `openssl rand -base64 48`',
    true,
  ),
  DEMARCHE_SECOND_FACTOR: setting(
    z.enum(['optional', 'required'], 'expected optional or required').default('optional'),
    'Whether everybody who signs in with a password must have a second factor. A passkey is one.',
    'required',
  ),
  DEMARCHE_SIGN_IN_LINK: setting(
    z.enum(['when-needed', 'always'], 'expected when-needed or always').default('when-needed'),
    'When the start prints a one-time link for the administrator: while no administrator has a password, a passkey or single sign-on, or always (to get back in).',
    'always',
  ),
  DEMARCHE_OIDC_ISSUER: setting(
    z
      .url({ protocol: /^https?$/, error: 'expected an address that begins with https://' })
      .refine(
        isSafeIssuer,
        'expected an address that begins with https://; http:// is for this machine alone',
      )
      .optional(),
    'Issuer of the OpenID Connect provider for single sign-on, as its discovery document names it. Needs `DEMARCHE_OIDC_CLIENT_ID`, `DEMARCHE_OIDC_CLIENT_SECRET` and `PUBLIC_URL`; the address to register there is `PUBLIC_URL/api/session/single-sign-on/callback/oidc`.',
    'https://login.example.org',
  ),
  DEMARCHE_OIDC_CLIENT_ID: setting(z.string().optional(), 'Name of this desk at the provider.', 'demarche'),
  DEMARCHE_OIDC_CLIENT_SECRET: setting(
    z.string().optional(),
    'Secret of this desk at the provider.',
    'as the provider gave it',
    true,
  ),
  DEMARCHE_OIDC_NAME: setting(
    z.string().max(60).default('single sign-on'),
    'What people know the provider as; stands on the sign-in page.',
    'EU Login',
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
  DEMARCHE_SMTP_URL: setting(
    z
      .string()
      .regex(/^smtps?:\/\/\S+$/, 'expected an address that begins with smtp:// or smtps://')
      .optional(),
    'Mail server by which notices go to those who ask for them, and communication checks to points of contact. Needs `DEMARCHE_MAIL_FROM` and `PUBLIC_URL`. A server on another machine must speak TLS (`smtps://`, or STARTTLS), or nothing is sent. Without it the desk sends no mail.',
    'smtps://desk:password@mail.example.org',
    true,
  ),
  DEMARCHE_MAIL_FROM: setting(
    z.string().max(254).optional(),
    'Sender of the mail, to which comes back what cannot be delivered: an address whose mail somebody reads ([mail.md](mail.md)).',
    'Demarche <desk@example.org>',
  ),
  DEMARCHE_OUTSIDE_CEILING: setting(
    z
      .string()
      .default('PUBLIC TLP:GREEN')
      .refine((text) => readCeiling(text) !== null, 'expected PUBLIC or LIMITE, a blank, and a TLP label'),
    'Highest marking of what mail, calendars and feeds name; of anything above they say only that there is something (NOT-10).',
    'LIMITE TLP:GREEN',
  ),
  DEMARCHE_PUBLIC_PAGE: setting(
    z.enum(['off', 'on'], 'expected on or off').default('off'),
    'Whether anybody may read, without signing in, what is marked PUBLIC and TLP:CLEAR of the portfolio, and answer the consultations among it. While it is on, marking something so publishes it at once, at `/public`; contact points, evidence and its custody stay away however they are marked.',
    'on',
  ),
  DEMARCHE_PROXIES: setting(
    z
      .string()
      .refine(
        (text) => text.split(',').every((one) => isNetwork(one.trim())),
        `expected network addresses separated by commas, each alone or with the length of its prefix, which is at least ${SHORTEST_PREFIX}: visitors from a wider network could claim any address (STK-10)`,
      )
      .optional(),
    'Addresses of the proxies in front of the desk whose `X-Forwarded-For`, `-Host` and `-Proto` are believed, so that limits count each visitor and not the proxy. Without it none is believed. A proxy named here must set these headers itself and pass on none that it was sent. A network has a prefix of at least 8.',
    '127.0.0.1, 10.1.0.0/16',
  ),
  PUBLIC_URL: setting(
    z
      .url({
        protocol: /^https?$/,
        error: 'expected an address that begins with http:// or https://',
      })
      .optional(),
    'Address under which people reach the desk, where that differs from `http://HOST:PORT` (behind a proxy). With https:// the session cookie is sent over TLS only. Passkeys hold at this address alone, if it is a name with https://: when the name changes they are lost. Without the setting they hold at `http://localhost:PORT`.',
    'https://desk.example.org',
  ),
})

/** True also of what is no setting. */
export function isSecret(name: string): boolean {
  const entry = Object.entries(settingsSchema.shape).find(([known]) => known === name)
  return entry === undefined || (settingNotes.get(entry[1])?.secret ?? true)
}

/** Who somebody is must not be learned over a line that anybody can write on. */
function isSafeIssuer(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
