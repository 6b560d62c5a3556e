/** Whom a token of a calendar or feed reads as. Rules: NOT-11, NOT-12. Next door: `feed-tokens.ts`. */
import { faultOf, type FeedKind, refusalOf } from '@demarche/api'
import { inWords } from '@demarche/core'
import type { FastifyRequest } from 'fastify'
import type { Accounts } from '../accounts/accounts.ts'
import type { Outside } from '../notice/outside.ts'
import { standingReader, type StandingReader } from '../notice/standing-reader.ts'

/** How often one network address may ask for a calendar or a feed. */
export const FEED_LIMIT = { max: 30, timeWindow: 60_000 } as const

/** @throws DemarcheError not-signed-in: the same for a token that never was and for one taken back */
export async function readerOfToken(
  { noticeKeeping, people }: Accounts,
  token: string,
  kind: FeedKind,
): Promise<StandingReader & { readonly since: string }> {
  const found = await noticeKeeping.feedTokens.find(token, kind)
  const reader = found && (await standingReader(people, found.person, found.role))
  if (reader) return { ...reader, since: found.createdAt }
  throw refusalOf('not-signed-in', faultOf('/', inWords('feed-address-unused')))
}

/** The address under which this desk was asked, where its operator has set none. */
export function reachedAt(outside: Outside, { protocol, host }: FastifyRequest): Outside {
  return outside.address === '' ? { ...outside, address: `${protocol}://${host}` } : outside
}
