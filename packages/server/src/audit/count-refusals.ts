/**
 * Refusals of whoever is not signed in, and of whoever asks too often: counted, and noted once a minute for each kind.
 *
 * A flood becomes one line a minute, not a log of its own. The first of them is told with the others, at the end of its minute.
 * Rule: docs/rules/record.md, RCD-01. Next door: `note-requests.ts`.
 */
import type { AuditEntry } from '@demarche/store'

/** Verbs that one line names. */
const MOST_NAMED = 5

export interface RefusalCounts {
  add(code: string, verb: string): void
  /** Notes what was counted so far. */
  flush(): void
}

/** @param note writes one entry */
export function countRefusals(note: (entry: Omit<AuditEntry, 'at'>) => void): RefusalCounts {
  const counts = new Map<string, Map<string, number>>()
  let timer: NodeJS.Timeout | undefined
  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    for (const [code, verbs] of counts) {
      const named = [...verbs].toSorted(([, a], [, b]) => b - a)
      const all = named.reduce((sum, [, count]) => sum + count, 0)
      const most = named.slice(0, MOST_NAMED).map(([verb, count]) => `${verb} ${count}`)
      const detail = `${all} in a minute: ${most.join(', ')}${named.length > MOST_NAMED ? ' …' : ''}`
      note({
        person: '-',
        party: '-',
        role: '-',
        verb: 'session.refused',
        outcome: 'refused',
        rule: code,
        detail: detail.slice(0, 300),
      })
    }
    counts.clear()
  }
  return {
    add(code, verb) {
      const verbs = counts.get(code) ?? new Map<string, number>()
      counts.set(code, verbs.set(verb, (verbs.get(verb) ?? 0) + 1))
      timer ??= setTimeout(flush, 60_000).unref()
    },
    flush,
  }
}
