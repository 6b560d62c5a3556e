/**
 * What is kept about checks of points of contact with the accounts: which checks have a link that is not used yet, and which
 * round of a schedule was begun. Ids and a hash, never an address and never content.
 *
 * The library makes the table from this list, as it does those of `../accounts/account-tables.ts`.
 */
import type { BetterAuthPlugin } from 'better-auth'

const text = { type: 'string', required: true, input: false } as const
const instant = { type: 'date', required: true, input: false } as const

export const contactTables = {
  id: 'demarche-contacts',
  schema: {
    contactLink: {
      fields: {
        /** the check, as an entity of the ledger */
        check: { ...text, unique: true },
        /** of the token; of nothing anybody knows before the mail is sent */
        hash: { ...text, unique: true },
        /** who asks */
        party: text,
        createdAt: instant,
        expiresAt: instant,
        nextTry: instant,
        tries: { type: 'number', required: true, input: false },
        /** when the mail was handed over */
        sentAt: { type: 'date', required: false, input: false },
      },
    },
    /** the last round of checks that was begun by the schedule of a party */
    contactRound: {
      fields: {
        party: { ...text, unique: true },
        /** when it was due */
        due: instant,
        takenUntil: instant,
        tries: { type: 'number', required: true, input: false },
        doneAt: { type: 'date', required: false, input: false },
      },
    },
  },
} as const satisfies BetterAuthPlugin
