/**
 * Ledgers for tests: an empty store on either engine, readers of different clearance, statements with fixed dates.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Assertion, DraftStatement, Marking, PartialDate } from '@demarche/core'
import { parsePartialDate, PUBLIC } from '@demarche/core'
import type { CaseListQuery } from '@demarche/api'
import { openStore, type Reader, type Store, type StoreOptions } from '../src/index.ts'
import type { PostgresServer } from './postgres.ts'

export const KEEPER: Reader = {
  party: 'EU',
  person: 'a full reader',
  role: 'system',
  maxDistribution: 'LIMITE',
  maxTlp: 'TLP:RED',
}
export const OFFICER: Reader = {
  ...KEEPER,
  person: 'a desk officer',
  role: 'desk-officer',
  maxTlp: 'TLP:GREEN',
}
export const OUTSIDER: Reader = {
  party: 'EE',
  person: 'an outside reader',
  role: 'desk-officer',
  maxDistribution: 'PUBLIC',
  maxTlp: 'TLP:CLEAR',
}

/** A statement about who stands on a need-to-know list. */
export function aList(list: string, members: readonly string[], parts: DraftParts = {}): DraftStatement {
  return aDraft({
    entity: list,
    kind: 'need-to-know-list',
    marking: { distribution: 'LIMITE', tlp: 'TLP:GREEN', needToKnow: list },
    assertions: [{ property: 'members', value: members }],
    ...parts,
  })
}

/** A statement that marks another one anew. */
export function aRemarking(
  target: { readonly id: string; readonly entity: string },
  marking: Marking,
  parts: DraftParts & Pick<DraftStatement, 'reason'> = {},
): DraftStatement {
  return aDraft({
    entity: target.entity,
    kind: 'marking',
    marking,
    assertions: [{ property: 'statementMarking', value: { statement: target.id, marking } }],
    reason: 'the source asked for it',
    assertedAt: '2026-03-02T09:00:00.000Z',
    ...parts,
  })
}

export const CLOCK = (): Date => new Date('2026-03-03T12:00:00.000Z')

export interface DraftParts {
  readonly entity?: string
  readonly assertions?: readonly Assertion[]
  readonly marking?: Marking
  readonly assertedAt?: string
  readonly assertedBy?: string
  readonly document?: string
  readonly date?: string
  readonly locator?: string
  readonly grading?: DraftStatement['grading']
  readonly kind?: string
}

/** A statement that says something, with the parts that matter to a test. */
export function aDraft(
  parts: DraftParts & Pick<DraftStatement, 'supersedes' | 'retracts' | 'reason' | 'recordedBy'> = {},
): DraftStatement {
  const date: PartialDate | undefined = parts.date === undefined ? undefined : parsePartialDate(parts.date)
  return {
    entity: parts.entity ?? 'case:rain-2016',
    kind: parts.kind ?? 'case',
    assertions: [...(parts.assertions ?? [{ property: 'name', value: 'Rain' }])],
    source: {
      document: parts.document ?? 'Report 1',
      verified: true,
      ...(date === undefined ? {} : { date }),
      ...(parts.locator === undefined ? {} : { locator: parts.locator }),
    },
    grading: parts.grading ?? { reliability: 'B', credibility: '2' },
    marking: parts.marking ?? PUBLIC,
    assertedBy: parts.assertedBy ?? 'EU',
    assertedAt: parts.assertedAt ?? '2026-03-01T09:00:00.000Z',
    ...(parts.supersedes ? { supersedes: parts.supersedes } : {}),
    ...(parts.retracts ? { retracts: parts.retracts } : {}),
    ...(parts.reason === undefined ? {} : { reason: parts.reason }),
    ...(parts.recordedBy === undefined ? {} : { recordedBy: parts.recordedBy }),
  }
}

export const ALL_CASES: CaseListQuery = { sort: 'recorded', order: 'desc', offset: 0, limit: 200 }

/** A folder that goes when the test ends. */
export function aFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'demarche-store-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export interface Bench {
  readonly store: Store
  readonly options: StoreOptions
  /** the login of a superuser, on a server */
  readonly adminUrl?: string
  done(): Promise<void>
}

/** An empty ledger on that engine. */
export async function anEmptyLedger(server: PostgresServer | null): Promise<Bench> {
  const folder = aFolder()
  const { adminUrl, ...urls } = (await server?.newDatabase()) ?? {}
  const options: StoreOptions = { dataDirectory: folder.path, clock: CLOCK, ...urls }
  const store = await openStore(options)
  return {
    store,
    options,
    ...(adminUrl === undefined ? {} : { adminUrl }),
    async done() {
      await store.close()
      folder.remove()
    },
  }
}
