/**
 * Who wants notices by mail: nobody unless they say so, at once or once a day.
 *
 * The mail reads as the role in which it was asked for (NOT-11). Next door: `postman.ts`.
 */
import { MAIL_CHOICES, type MailChoice } from '@demarche/api'
import { READER_ROLES, type ReaderRole } from '@demarche/core'
import type { AuthLibrary } from '../accounts/auth-library.ts'

export interface WantsMail {
  readonly person: string
  readonly mail: Exclude<MailChoice, 'none'>
  readonly role: ReaderRole
  /** the day in Brussels of the last daily mail; null before the first */
  readonly lastDay: string | null
  /** nothing older is mailed */
  readonly since: string
}

export interface MailChoices {
  get(person: string): Promise<MailChoice>
  set(person: string, mail: MailChoice, role: ReaderRole): Promise<void>
  all(): Promise<readonly WantsMail[]>
  /** Notes that the daily mail of that day was made. */
  noteDay(person: string, day: string): Promise<void>
}

interface ChoiceRow {
  readonly person: string
  readonly mail: string
  readonly role: string
  readonly lastDay?: string | null | undefined
  readonly since: Date
}

export function openMailChoices({ adapter }: AuthLibrary, clock: () => Date): MailChoices {
  const model = 'mailChoice'
  return {
    async get(person) {
      const row = await adapter.findOne<ChoiceRow>({ model, where: ofPerson(person) })
      return MAIL_CHOICES.find((one) => one === row?.mail) ?? 'none'
    },
    async set(person, mail, role) {
      await adapter.deleteMany({ model, where: ofPerson(person) })
      if (mail !== 'none') await adapter.create({ model, data: { person, mail, role, since: clock() } })
    },
    async all() {
      const rows = await adapter.findMany<ChoiceRow>({ model, limit: 10_000 })
      return rows.flatMap(({ person, mail: said, role: held, lastDay = null, since }) => {
        const mail = MAIL_CHOICES.find((one) => one === said)
        const role = READER_ROLES.find((one) => one === held)
        if (mail === undefined || mail === 'none' || role === undefined) return []
        return [{ person, mail, role, lastDay, since: since.toISOString() }]
      })
    },
    async noteDay(person, day) {
      await adapter.updateMany({ model, where: ofPerson(person), update: { lastDay: day } })
    },
  }
}

function ofPerson(person: string) {
  return [{ field: 'person', value: person }]
}
