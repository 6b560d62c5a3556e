/**
 * Two desks with the same people, clocks and random sources, whose records can be emptied: what one has more than the
 * other is what a test puts there.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FEED_KINDS } from '@demarche/api'
import type { Ceiling, Reader, ReaderRole } from '@demarche/core'
import { READER_ROLES } from '@demarche/core'
import { type AccountDatabase, embeddedAccounts } from '../../src/accounts/account-database.ts'
import { deskKeyIn } from '../../src/archive/desk-key.ts'
import { type DeskUnderTest, openDesk } from '../desk-under-test.ts'
import type { Database } from '../../../store/src/engine/open-database.ts'
import { EVERYBODY } from '../../src/stakeholders/readers.ts'
import { openStoreToEmpty } from './store-to-empty.ts'

const ALL: Ceiling = { maxDistribution: 'LIMITE', maxTlp: 'TLP:RED' }
const SOME: Ceiling = { maxDistribution: 'LIMITE', maxTlp: 'TLP:AMBER' }
const LITTLE: Ceiling = { maxDistribution: 'PUBLIC', maxTlp: 'TLP:GREEN' }
/** how often live updates are told */
const TICK_MS = 5
const MEMBERS: readonly (readonly [string, ReaderRole, Ceiling])[] = [
  ...READER_ROLES.map((role) => ['EE', role, ALL] as const),
  ...READER_ROLES.map((role) => ['FI', role, SOME] as const),
  ['EE', 'delegate', LITTLE],
  ['FI', 'analyst', LITTLE],
  ['IE', 'chair', ALL],
  ['EEAS', 'desk-officer', ALL],
  ['public', 'analyst', { maxDistribution: 'PUBLIC', maxTlp: 'TLP:CLEAR' }],
]

export interface PersonOfPair {
  readonly reader: Reader
  readonly cookies: Record<string, string>
  /** of the person's calendar and feed */
  readonly tokens: readonly string[]
}

export interface PairOfDesks {
  /** the one with everything, and the one without what is hidden */
  readonly desks: readonly [DeskUnderTest, DeskUnderTest]
  /** the last is anybody who is not signed in */
  readonly people: readonly PersonOfPair[]
  /** what both clocks say from now on */
  setClock(now: Date): void
  empty(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens the pair; takes some seconds.
 * @param spoil done to the database of each as its owner: a fault that a test plants
 */
export async function openPair(spoil?: (database: Database) => Promise<void>): Promise<PairOfDesks> {
  let now = new Date('2026-11-20T08:00:00Z')
  const clock = (): Date => now
  const folder = mkdtempSync(join(tmpdir(), 'demarche-pair-'))
  const records = [await openStoreToEmpty(clock), await openStoreToEmpty(clock)] as const
  if (spoil) for (const { database } of records) await spoil(database)
  const keys = join(folder, 'keys')
  mkdirSync(keys)
  await deskKeyIn(keys)
  let suffixes = [0, 0]
  const tokens = [0, 0]
  const open = (index: 0 | 1, database: AccountDatabase): Promise<DeskUnderTest> =>
    openDesk({
      records: records[index].store,
      clock,
      // the same keys for signing
      prepare: (directory) => {
        cpSync(keys, join(directory, 'keys'), { recursive: true })
      },
      newSuffix: () => String((suffixes[index] = (suffixes[index] ?? 0) + 1)).padStart(6, '0'),
      newToken: () => `token-of-a-submission-${(tokens[index] = (tokens[index] ?? 0) + 1)}`,
      publicPage: true,
      party: 'EE',
      liveBeat: { tickMs: TICK_MS, beatMs: 3_600_000 },
      accounts: { database, clock, sessionHours: 720 },
    })
  const first = embeddedAccounts()
  const left = await open(0, first)
  const people: PersonOfPair[] = []
  for (const [party, role, ceiling] of MEMBERS) {
    const { person, cookies } = await left.signInAs({ party, role, ceiling })
    const { feedTokens } = left.accounts.noticeKeeping
    const own = await Promise.all(FEED_KINDS.map((kind) => feedTokens.give(person, kind, role)))
    people.push({ reader: { party, person, role, ...ceiling }, cookies, tokens: own })
  }
  people.push({ reader: EVERYBODY, cookies: {}, tokens: [] })
  // the same pseudonyms and sessions on both
  first.copyTo?.(join(folder, 'accounts.sqlite'))
  const right = await open(1, embeddedAccounts(folder))
  const empty = async (): Promise<void> => {
    suffixes = [0, 0]
    await Promise.all(records.map((one) => one.empty()))
  }
  await empty()
  return {
    desks: [left, right],
    people,
    setClock: (instant) => void (now = instant),
    empty,
    async close() {
      await left.close()
      await right.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
