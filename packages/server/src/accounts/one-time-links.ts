/**
 * Links that let somebody in once: the one printed at the start, and invitations.
 *
 * A link carries a random token; only its hash is kept, and using it takes it away, so of two who use it at once one
 * comes in. Next door: `people.ts` gives invitations out, `sign-in.ts` takes links in.
 */
import type { LinkRow } from './account-tables.ts'
import type { AuthLibrary } from './auth-library.ts'
import { hashOf } from './session-desk.ts'

const HOUR = 3_600_000
export const START_LINK_LIFETIME = 24 * HOUR
export const INVITATION_LIFETIME = 7 * 24 * HOUR

export type LinkKind = 'start' | 'invitation'

export interface OneTimeLink {
  readonly kind: LinkKind
  /** whom it lets in; null for the first person of a desk */
  readonly person: string | null
  readonly expiresAt: string
}

export interface OneTimeLinks {
  /** Makes a token; the earlier ones of the same person are void from now on. */
  give(kind: LinkKind, person: string | null): Promise<string>
  /** What a token would do, without using it; null when it is unknown, used or too old. */
  look(token: string): Promise<OneTimeLink | null>
  /** Uses a token of that kind up; null when it is unknown, used, too old or of another kind. */
  use(token: string, kind: LinkKind): Promise<OneTimeLink | null>
  /** Until when the invitation of a person holds, or null. */
  openFor(person: string): Promise<string | null>
  /** Makes the links of a person void; false when there was none. */
  withdraw(person: string): Promise<boolean>
}

export function openOneTimeLinks(
  { adapter }: AuthLibrary,
  clock: () => Date,
  randomToken: () => string,
): OneTimeLinks {
  const model = 'oneTimeLink'
  const read = (row: LinkRow | null): OneTimeLink | null =>
    row && row.expiresAt > clock()
      ? {
          kind: row.kind === 'start' ? 'start' : 'invitation',
          person: row.person ?? null,
          expiresAt: row.expiresAt.toISOString(),
        }
      : null
  const withdraw = async (person: string): Promise<boolean> =>
    (await adapter.deleteMany({ model, where: [{ field: 'person', value: person }] })) > 0

  return {
    async give(kind, person) {
      const token = randomToken()
      const now = clock()
      await adapter.deleteMany({ model, where: [{ field: 'expiresAt', operator: 'lte', value: now }] })
      if (kind === 'invitation' && person !== null) await withdraw(person)
      const lifetime = kind === 'start' ? START_LINK_LIFETIME : INVITATION_LIFETIME
      await adapter.create({
        model,
        data: {
          hash: hashOf(token),
          kind,
          person,
          expiresAt: new Date(now.getTime() + lifetime),
          createdAt: now,
        },
      })
      return token
    },
    look: async (token) =>
      read(await adapter.findOne<LinkRow>({ model, where: [{ field: 'hash', value: hashOf(token) }] })),
    use: async (token, kind) =>
      read(
        await adapter.consumeOne<LinkRow>({
          model,
          where: [
            { field: 'hash', value: hashOf(token) },
            { field: 'kind', value: kind },
          ],
        }),
      ),
    async openFor(person) {
      const rows = await adapter.findMany<LinkRow>({
        model,
        where: [
          { field: 'person', value: person },
          { field: 'kind', value: 'invitation' },
        ],
      })
      return (
        rows
          .flatMap((row) => read(row)?.expiresAt ?? [])
          .toSorted()
          .at(-1) ?? null
      )
    },
    withdraw,
  }
}
