/**
 * What each person has read, and what was mailed to them.
 *
 * Kept by the id of the notice, for longer than one that is not waited for is told. What still waits after that comes back as
 * unread, and by mail. Next door: `notice-tables.ts`.
 */
import { NOTICE_DAYS } from '@demarche/core'
import type { AuthLibrary } from '../accounts/auth-library.ts'

const DAY = 86_400_000
const KEPT = (NOTICE_DAYS + 30) * DAY
const MOST = 10_000

export interface NoticeMarks {
  /** Ids of the notices that the person has read, or that were mailed to them. */
  of(person: string): Promise<{ readonly read: ReadonlySet<string>; readonly mailed: ReadonlySet<string> }>
  markRead(person: string, notices: readonly string[]): Promise<void>
  markUnread(person: string, notices: readonly string[]): Promise<void>
  markMailed(person: string, notices: readonly string[]): Promise<void>
}

interface MarkRow {
  readonly notice: string
  readonly person: string
  readonly readAt?: Date | null | undefined
  readonly mailedAt?: Date | null | undefined
}

export function openNoticeMarks({ adapter }: AuthLibrary, clock: () => Date): NoticeMarks {
  const model = 'noticeMark'
  const set = async (
    person: string,
    notices: readonly string[],
    mark: { readonly readAt: Date | null } | { readonly mailedAt: Date },
  ): Promise<void> => {
    const now = clock()
    await adapter.deleteMany({ model, where: [{ field: 'keptUntil', operator: 'lt', value: now }] })
    for (const notice of notices) {
      const where = [
        { field: 'notice', value: notice },
        { field: 'person', value: person },
      ]
      if ((await adapter.updateMany({ model, where, update: mark })) > 0) continue
      const data = { notice, person, keptUntil: new Date(now.getTime() + KEPT), ...mark }
      // two at once: the other one has made the row
      await adapter.create({ model, data }).catch(() => adapter.updateMany({ model, where, update: mark }))
    }
  }
  return {
    async of(person) {
      const rows = await adapter.findMany<MarkRow>({
        model,
        where: [{ field: 'person', value: person }],
        limit: MOST,
      })
      const ids = (has: (row: MarkRow) => boolean) => new Set(rows.filter(has).map(({ notice }) => notice))
      return { read: ids(({ readAt }) => Boolean(readAt)), mailed: ids(({ mailedAt }) => Boolean(mailedAt)) }
    },
    markRead: (person, notices) => set(person, notices, { readAt: clock() }),
    markUnread: (person, notices) => set(person, notices, { readAt: null }),
    markMailed: (person, notices) => set(person, notices, { mailedAt: clock() }),
  }
}
