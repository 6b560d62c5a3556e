/**
 * Links that answer a communication check, once: made when the mail is sent, so that no token is ever kept; only its hash is.
 *
 * A row is a check that waits. It is kept before the check goes on record, and taken for a while before its mail is sent, so
 * that of several processes one sends it; it goes away once the reply is on record. A desk that dies in between leaves a row
 * whose check there is not, which is dropped when its mail would be sent.
 *
 * Rules: PFO-71, PFO-74. Next door: `deliver-checks.ts`, `contact-desk.ts`; `../mail/mail-queue.ts` does the same for notices.
 */
import type { AuthLibrary } from '../accounts/auth-library.ts'
import { hashOf } from '../accounts/session-desk.ts'

const MINUTE = 60_000
/** longer than sending takes */
const TAKEN_FOR = 10 * MINUTE
const LONGEST_PAUSE = 60 * MINUTE
/** long past every link: nothing more is tried */
const NEVER = new Date('9999-12-31T00:00:00Z')
export const CONTACT_LINK_LIFETIME = 14 * 24 * 60 * MINUTE

/** A check that waits for its reply. */
export interface ContactLink {
  readonly check: string
  readonly party: string
  readonly expiresAt: Date
  /** when it was asked: when the mail was handed over, where that is known */
  readonly askedAt: Date
}

export interface ContactLinks {
  /** Keeps a link for a check that is about to go on record. Its mail waits ten minutes, or until `ready`. */
  keep(check: string, party: string): Promise<void>
  /** The check is on record: its mail waits to be sent. */
  ready(check: string): Promise<void>
  /** Takes a check whose mail is to be sent, so that nobody else does for ten minutes; null when there is none. */
  take(): Promise<ContactLink | null>
  /** A new token for that check; the one before is void. */
  token(check: string): Promise<string>
  sent(check: string): Promise<void>
  /** The mail could not be sent: it waits longer each time. */
  failed(check: string): Promise<void>
  /** There is nothing to send and nothing to answer any more. */
  drop(check: string): Promise<void>
  /** What a token answers; null when it is unknown, used or too old. */
  look(token: string): Promise<ContactLink | null>
}

interface LinkRow {
  readonly check: string
  readonly hash: string
  readonly party: string
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly nextTry: Date
  readonly tries: number
  readonly sentAt?: Date | null | undefined
}

export function openContactLinks(
  { adapter }: AuthLibrary,
  clock: () => Date,
  randomToken: () => string,
): ContactLinks {
  const model = 'contactLink'
  const drop = async (check: string): Promise<void> =>
    void (await adapter.deleteMany({ model, where: ofCheck(check) }))

  return {
    async keep(check, party) {
      const now = clock()
      await adapter.deleteMany({ model, where: [{ field: 'expiresAt', operator: 'lte', value: now }] })
      const expiresAt = new Date(now.getTime() + CONTACT_LINK_LIFETIME)
      // the token behind this hash is known to nobody
      const hash = hashOf(randomToken())
      const nextTry = new Date(now.getTime() + TAKEN_FOR)
      const data = { check, hash, party, createdAt: now, expiresAt, nextTry, tries: 0, sentAt: null }
      await adapter.create({ model, data })
    },
    async ready(check) {
      // tries: nobody has taken it meanwhile
      const where = [...ofCheck(check), { field: 'tries', value: 0 }]
      await adapter.updateMany({ model, where, update: { nextTry: clock() } })
    },
    async take() {
      const now = clock()
      const due = await adapter.findMany<LinkRow>({
        model,
        where: [{ field: 'nextTry', operator: 'lte', value: now }],
        sortBy: { field: 'nextTry', direction: 'asc' },
        limit: 20,
      })
      for (const row of due) {
        // the number of tries is the guard: who comes second finds another one
        const taken = await adapter.incrementOne<LinkRow>({
          model,
          where: [...ofCheck(row.check), { field: 'tries', value: row.tries }],
          increment: { tries: 1 },
          set: { nextTry: new Date(now.getTime() + TAKEN_FOR) },
        })
        if (taken) return linkIn(row)
      }
      return null
    },
    async token(check) {
      const token = randomToken()
      await adapter.updateMany({ model, where: ofCheck(check), update: { hash: hashOf(token) } })
      return token
    },
    async sent(check) {
      const update = { sentAt: clock(), nextTry: NEVER }
      await adapter.updateMany({ model, where: ofCheck(check), update })
    },
    async failed(check) {
      const row = await adapter.findOne<LinkRow>({ model, where: ofCheck(check) })
      if (!row) return
      const pause = Math.min(2 ** Math.min(row.tries - 1, 10) * MINUTE, LONGEST_PAUSE)
      const nextTry = new Date(clock().getTime() + pause)
      await adapter.updateMany({ model, where: ofCheck(check), update: { nextTry } })
    },
    drop,
    async look(token) {
      const where = [{ field: 'hash', value: hashOf(token) }]
      const row = await adapter.findOne<LinkRow>({ model, where })
      return row && row.expiresAt > clock() ? linkIn(row) : null
    },
  }
}

function linkIn({ check, party, expiresAt, createdAt, sentAt }: LinkRow): ContactLink {
  return { check, party, expiresAt, askedAt: sentAt ?? createdAt }
}

function ofCheck(check: string) {
  return [{ field: 'check', value: check }]
}
