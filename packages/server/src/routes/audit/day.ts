/** GET /api/audit/days/:day: one day of the audit log, oldest first, to be read and printed; for auditors. */
import { type AuditDayAnswer, auditDaySchema } from '@demarche/api'
import { dayInBrussels as dayOf } from '@demarche/core'
import { auditorOf } from '../../audit/auditor.ts'
import { nameTargets } from '../../audit/name-targets.ts'
import { type LogEntry, readAll } from '../../audit/read-log.ts'
import { peopleIn, tellLine } from '../../audit/tell-lines.ts'
import { isRoutine } from '../../audit/verb-names.ts'
import { readerOf } from '../../session/session.ts'
import type { Verb } from '../verb.ts'

/** What can be read on paper; the export has all of a longer day. */
const MOST_ENTRIES = 5000
const A_DAY_MS = 86_400_000

export const showAuditDay: Verb = (app, { office, accounts, parties }) => {
  app.route({
    method: 'GET',
    url: '/api/audit/days/:day',
    schema: { params: auditDaySchema },
    handler: async (request): Promise<AuditDayAnswer> => {
      const ledger = office().store.as(readerOf(auditorOf(request)))
      const { day } = request.params
      const found: LogEntry[] = []
      let routine = 0
      for await (const entry of readAll(ledger, aroundDay(day))) {
        if (dayOf(entry.at) !== day) continue
        if (isRoutine(entry)) routine += 1
        else found.push(entry)
        if (found.length > MOST_ENTRIES) break
      }
      const shown = found.slice(0, MOST_ENTRIES)
      const means = {
        ledger,
        people: accounts.people,
        parties: parties(),
        kinds: office().portfolio.kinds,
        bodies: office().doctrine.roles,
        steps: office().doctrine.graph.transitions,
      }
      const names = await nameTargets(means, shown)
      const entries = shown.map((entry) => tellLine(entry, names))
      return {
        day,
        entries,
        isCut: found.length > shown.length,
        routine,
        people: peopleIn(entries, names),
        marking: names.marking,
      }
    },
  })
}

/** The day of any zone lies in here; which instants belong to it is asked one by one. */
function aroundDay(day: string): { readonly from: string; readonly to: string } {
  const start = Date.parse(`${day}T00:00:00Z`)
  return {
    from: new Date(start - A_DAY_MS).toISOString(),
    to: new Date(start + 2 * A_DAY_MS).toISOString(),
  }
}
