/**
 * What is kept about notices with the accounts: what somebody has read, what was mailed, who wants mail, mail that waits,
 * and tokens of calendars and feeds. Ids, never content (NOT-13).
 *
 * The library makes the tables from these lists, as it does those of `../accounts/account-tables.ts`.
 */
import type { BetterAuthPlugin } from 'better-auth'

const text = { type: 'string', required: true, input: false } as const
const person = { ...text, index: true } as const
const instant = { type: 'date', required: true, input: false } as const
const optionalInstant = { type: 'date', required: false, input: false } as const

export const noticeTables = {
  id: 'demarche-notices',
  schema: {
    noticeMark: {
      fields: {
        /** the id of the notice, which is that of one person's alone */
        notice: { ...text, unique: true },
        person,
        readAt: optionalInstant,
        /** when its mail was put into the queue */
        mailedAt: optionalInstant,
        keptUntil: instant,
      },
    },
    mailChoice: {
      fields: {
        person: { ...text, unique: true },
        mail: text,
        role: text,
        /** the day in Brussels of the last daily mail */
        lastDay: { type: 'string', required: false, input: false },
        since: instant,
      },
    },
    waitingMail: {
      fields: {
        /** of the person and the notices: the same mail waits once */
        key: { ...text, unique: true },
        person,
        role: text,
        /** ids, separated by blanks */
        notices: text,
        createdAt: instant,
        nextTry: instant,
        tries: { type: 'number', required: true, input: false },
      },
    },
    feedToken: {
      fields: { hash: { ...text, unique: true }, person, kind: text, role: text, createdAt: instant },
    },
  },
} as const satisfies BetterAuthPlugin
