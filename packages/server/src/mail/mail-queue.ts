/**
 * Mail that waits: for whom, about which notices, and when it is tried next. No words: they are made when it is sent.
 *
 * A mail is taken for a while before it is sent, so that of several processes one sends it, and none is lost when that
 * one ends. Rules: NOT-13. Next door: `postman.ts`.
 */
import { READER_ROLES, type ReaderRole } from '@demarche/core'
import type { AuthLibrary } from '../accounts/auth-library.ts'
import { hashOf } from '../accounts/session-desk.ts'

const MINUTE = 60_000
/** longer than sending takes */
const TAKEN_FOR = 10 * MINUTE
const LONGEST_PAUSE = 60 * MINUTE
const GIVEN_UP_AFTER = 3 * 24 * 60 * MINUTE

export interface WaitingMail {
  readonly key: string
  readonly person: string
  /** as which its notices are read; `account`: they are of the account itself (ACC-14) */
  readonly role: ReaderRole | 'account'
  /** ids */
  readonly notices: readonly string[]
}

export interface MailQueue {
  /** Puts a mail into the queue; the same one waits once. */
  put(person: string, role: WaitingMail['role'], notices: readonly string[]): Promise<void>
  /** Takes a mail whose time has come, so that nobody else does for ten minutes; null when there is none. */
  take(): Promise<WaitingMail | null>
  /** It was sent, or there is nothing left to say. */
  done(key: string): Promise<void>
  /** It could not be sent: it waits longer each time, and is dropped after three days. */
  failed(key: string): Promise<void>
  /** how many wait */
  length(): Promise<number>
}

const ROLES = [...READER_ROLES, 'account'] as const

interface QueueRow {
  readonly key: string
  readonly person: string
  readonly role: string
  readonly notices: string
  readonly createdAt: Date
  readonly nextTry: Date
  readonly tries: number
}

export function openMailQueue({ adapter }: AuthLibrary, clock: () => Date): MailQueue {
  const model = 'waitingMail'
  const drop = async (key: string): Promise<void> =>
    void (await adapter.deleteMany({ model, where: ofKey(key) }))
  return {
    async put(person, role, notices) {
      const key = hashOf(`${person} ${notices.toSorted().join(' ')}`)
      const now = clock()
      const data = { key, person, role, notices: notices.join(' '), createdAt: now, nextTry: now, tries: 0 }
      if (!(await adapter.findOne({ model, where: ofKey(key) }))) {
        // two at once: the other one has put it there
        await adapter.create({ model, data }).catch(() => undefined)
      }
    },
    async take() {
      const now = clock()
      const due = await adapter.findMany<QueueRow>({
        model,
        where: [{ field: 'nextTry', operator: 'lte', value: now }],
        sortBy: { field: 'nextTry', direction: 'asc' },
        limit: 20,
      })
      for (const row of due) {
        // the number of tries is the guard: who comes second finds another one
        const taken = await adapter.incrementOne<QueueRow>({
          model,
          where: [...ofKey(row.key), { field: 'tries', value: row.tries }],
          increment: { tries: 1 },
          set: { nextTry: new Date(now.getTime() + TAKEN_FOR) },
        })
        const role = ROLES.find((one) => one === row.role)
        if (taken && role) {
          return { key: row.key, person: row.person, role, notices: row.notices.split(' ') }
        }
      }
      return null
    },
    done: drop,
    async failed(key) {
      const row = await adapter.findOne<QueueRow>({ model, where: ofKey(key) })
      if (!row) return
      const now = clock().getTime()
      if (now - row.createdAt.getTime() > GIVEN_UP_AFTER) return drop(key)
      const pause = Math.min(2 ** Math.min(row.tries - 1, 10) * MINUTE, LONGEST_PAUSE)
      await adapter.updateMany({ model, where: ofKey(key), update: { nextTry: new Date(now + pause) } })
    },
    length: () => adapter.count({ model }),
  }
}

function ofKey(key: string) {
  return [{ field: 'key', value: key }]
}
