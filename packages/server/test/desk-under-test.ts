/**
 * A whole desk in memory and a temporary folder: real store, real doctrine, no socket. For tests of the server.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ceiling, Party, ReaderRole } from '@demarche/core'
import type { Store } from '@demarche/store'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { embeddedAccounts } from '../src/accounts/account-database.ts'
import { type AccountOptions, type Accounts, openAccounts } from '../src/accounts/accounts.ts'
import { createApp } from '../src/app.ts'
import type { Office } from '../src/office.ts'
import { type OpenOffice, openOffice } from '../src/open-office.ts'
import type { DefectReport } from '../src/problem.ts'
import { sessionCookieOf } from '../src/session/session-guard.ts'
import { accountOptions } from './account-options.ts'
import { copyPrepared, PREPARED_AT } from './prepared-records.ts'

export interface DeskUnderTest {
  readonly app: FastifyInstance
  readonly office: Office
  readonly accounts: Accounts
  readonly directory: string
  readonly defects: readonly DefectReport[]
  /** the first person of this desk: its desk officer, and administrator where they choose to act so */
  readonly officer: SignedInForTest
  /** asks as that officer */
  ask(request: InjectOptions): Promise<LightMyRequestResponse>
  /** signs somebody else in, as often as wanted */
  signInAs(who: WhoSignsIn): Promise<SignedInForTest>
  /** lets that many milliseconds pass */
  letPass(milliseconds: number): void
  close(): Promise<void>
}

export interface WhoSignsIn {
  readonly party: string
  readonly role: ReaderRole
  /** LIMITE and TLP:RED when absent */
  readonly ceiling?: Ceiling
}

/** Somebody who is signed in at a desk under test. */
export interface SignedInForTest {
  /** pseudonym: `person:` and 16 hexadecimal digits */
  readonly person: string
  /** for `app.inject` */
  readonly cookies: Record<string, string>
  /** for `fetch` and for other clients */
  readonly headers: Record<string, string>
  ask(request: InjectOptions): Promise<LightMyRequestResponse>
}

export interface DeskTestOptions {
  /** false: the records are never opened */
  readonly withRecords?: boolean
  readonly maxUploadBytes?: number
  readonly deskDirectory?: string
  readonly publicUrl?: string
  readonly outsideCeiling?: Ceiling
  readonly sendsMail?: boolean
  readonly liveBeat?: { readonly tickMs: number; readonly beatMs: number }
  readonly accounts?: Partial<AccountOptions>
  /** for a desk without records, which has no doctrine */
  readonly parties?: readonly Party[]
  /** records that are open already; the desk closes them with itself */
  readonly records?: Store
  /** moves on by a second each time it is read when absent */
  readonly clock?: () => Date
  /** six letters and digits, new each time */
  readonly newSuffix?: () => string
  /** where the key of evidence lies; beside the folder of the records when absent, and gone with it */
  readonly evidenceKeyFile?: string
  /** an unguessable text, new each time */
  readonly newToken?: () => string
  /** true: what is marked for everybody is shown without a session */
  readonly publicPage?: boolean
  /** addresses of proxies whose word is believed */
  readonly proxies?: readonly string[]
  /** whose desk it is; `desk` when absent */
  readonly party?: string
  /** puts files into the folder of the records before they are opened */
  readonly prepare?: (directory: string) => void
}

/** Opens a desk; the clock moves on by a second each time it is read, so that records have an order. */
export async function openDesk(options: DeskTestOptions = {}): Promise<DeskUnderTest> {
  const directory = mkdtempSync(join(tmpdir(), 'demarche-desk-'))
  if (options.withRecords !== false) {
    // nothing may be on record that is later than the desk's own clock
    const isEarlier = options.clock !== undefined && options.clock() < PREPARED_AT
    await copyPrepared(directory, options.records || isEarlier ? 'doctrine' : 'all')
  }
  options.prepare?.(directory)
  let now = PREPARED_AT.getTime()
  let counter = 0
  const clock = options.clock ?? ((): Date => new Date((now += 1000)))
  const defects: DefectReport[] = []
  const accounts = await openAccounts(
    accountOptions(embeddedAccounts(), {
      ...(options.publicUrl !== undefined && { publicUrl: options.publicUrl }),
      clock,
      // this desk counts for itself: what it asks and gets does not depend on other desks
      randomToken: () => `token-of-a-test-${(counter += 1)}-${'x'.repeat(20)}`,
      ...options.accounts,
    }),
  )
  const open: OpenOffice | null =
    options.withRecords === false
      ? null
      : await openOffice({
          dataDirectory: directory,
          party: options.party ?? 'desk',
          evidenceKeyFile: options.evidenceKeyFile,
          records: options.records,
          uploadDirectory: join(directory, 'uploads'),
          clock,
          newId: () => `job-${(counter += 1)}`,
          newSuffix: options.newSuffix ?? (() => (counter += 1).toString(36).padStart(6, '0')),
          newToken: options.newToken ?? (() => `token-of-a-submission-${(counter += 1)}`),
          reportImportDefect(error, filename) {
            defects.push({ reference: 'TEST', request: filename, error })
            return 'TEST'
          },
        })
  const app = await createApp({
    office: () => open?.office ?? null,
    accounts,
    party: options.party ?? 'desk',
    parties: options.parties && (() => options.parties ?? []),
    publicUrl: options.publicUrl,
    outsideCeiling: options.outsideCeiling,
    publicPage: options.publicPage,
    proxies: options.proxies,
    sendsMail: options.sendsMail ?? false,
    ...(options.liveBeat && { liveBeat: options.liveBeat }),
    deskDirectory: options.deskDirectory ?? join(directory, 'no-desk'),
    uploadDirectory: join(directory, 'uploads'),
    maxUploadBytes: options.maxUploadBytes ?? 1_000_000,
    newReference: () => 'TEST',
    reportDefect: (report) => defects.push(report),
  })
  const caller = { address: '127.0.0.1', browser: 'a test' }
  const signIn = (token: string, person: string): SignedInForTest => {
    const name = sessionCookieOf(options.publicUrl)
    const cookies = { [name]: token }
    return {
      person,
      cookies,
      headers: { cookie: `${name}=${token}` },
      ask: (request) => app.inject({ ...request, cookies }),
    }
  }
  const link = await accounts.links.give('start', null)
  const first = await accounts.signIn.withLink(link, caller)
  const officer = signIn(first.token, first.session.person)
  return {
    app,
    get office() {
      if (!open) throw new Error('this desk was opened without records')
      return open.office
    },
    accounts,
    directory,
    defects,
    officer,
    ask: officer.ask,
    async signInAs({ party, role, ceiling = { maxDistribution: 'LIMITE', maxTlp: 'TLP:RED' } }) {
      const { id } = await accounts.people.add({
        name: `${role} of ${party}`,
        email: null,
        party,
        roles: [role],
        ceiling,
      })
      const { token } = await accounts.sessions.open(id, caller, 'link')
      return signIn(token, id)
    },
    letPass: (milliseconds) => void (now += milliseconds),
    async close() {
      await app.close()
      await open?.close()
      await accounts.close()
      rmSync(directory, { recursive: true, force: true })
      rmSync(`${directory}.evidence-key`, { force: true })
    },
  }
}

/** What a person enters to open a case. */
export function aNewCase(name: string, ...more: readonly { property: string; value: unknown }[]) {
  return {
    assertions: [{ property: 'name', value: name }, ...more],
    source: { document: 'Report of the national CSIRT', date: '2026-11-20', verified: true },
    grading: { reliability: 'B', credibility: '2' },
    marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
  }
}
