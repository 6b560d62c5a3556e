/**
 * Tokens by which a calendar or a feed reader asks: one of each kind for a person, shown once, taken back at will.
 *
 * Only the hash is kept. A token reads as the role in which it was made (NOT-11, NOT-12). Next door: `feed-reader.ts`.
 */
import { FEED_KINDS, type FeedKind } from '@demarche/api'
import { READER_ROLES, type ReaderRole } from '@demarche/core'
import type { AuthLibrary } from '../accounts/auth-library.ts'
import { hashOf } from '../accounts/session-desk.ts'

export interface FeedToken {
  readonly person: string
  readonly kind: FeedKind
  readonly role: ReaderRole
  readonly createdAt: string
}

export interface FeedTokens {
  /** Makes a token, shown this once; an earlier one of that kind is void from now on. */
  give(person: string, kind: FeedKind, role: ReaderRole): Promise<string>
  /** What a token reads; null when there is none of that kind. */
  find(token: string, kind: FeedKind): Promise<FeedToken | null>
  of(person: string): Promise<readonly FeedToken[]>
  /** false when there was none */
  withdraw(person: string, kind: FeedKind): Promise<boolean>
}

interface TokenRow {
  readonly person: string
  readonly kind: string
  readonly role: string
  readonly createdAt: Date
}

export function openFeedTokens(
  { adapter }: AuthLibrary,
  clock: () => Date,
  randomToken: () => string,
): FeedTokens {
  const model = 'feedToken'
  const withdraw = async (person: string, kind: FeedKind): Promise<boolean> => {
    const where = [
      { field: 'person', value: person },
      { field: 'kind', value: kind },
    ]
    return (await adapter.deleteMany({ model, where })) > 0
  }
  return {
    async give(person, kind, role) {
      const token = randomToken()
      await withdraw(person, kind)
      await adapter.create({ model, data: { hash: hashOf(token), person, kind, role, createdAt: clock() } })
      return token
    },
    async find(token, kind) {
      const row = await adapter.findOne<TokenRow>({ model, where: [{ field: 'hash', value: hashOf(token) }] })
      return (row && tokenIn(row).find((one) => one.kind === kind)) ?? null
    },
    async of(person) {
      const rows = await adapter.findMany<TokenRow>({
        model,
        where: [{ field: 'person', value: person }],
        sortBy: { field: 'kind', direction: 'asc' },
      })
      return rows.flatMap(tokenIn)
    },
    withdraw,
  }
}

/** What a row says; nothing when this program knows no such kind or role. */
function tokenIn(row: TokenRow): readonly FeedToken[] {
  const kind = FEED_KINDS.find((one) => one === row.kind)
  const role = READER_ROLES.find((one) => one === row.role)
  if (kind === undefined || role === undefined) return []
  return [{ person: row.person, kind, role, createdAt: row.createdAt.toISOString() }]
}
