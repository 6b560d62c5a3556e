/** GET /api/audit: a page of the audit log, newest first, filtered; for auditors. */
import { type AuditListAnswer, auditQuerySchema } from '@demarche/api'
import { auditorOf } from '../../audit/auditor.ts'
import { nameTargets } from '../../audit/name-targets.ts'
import { readPage } from '../../audit/read-log.ts'
import { peopleIn, tellLine } from '../../audit/tell-lines.ts'
import { SAID_VERBS } from '../../audit/tell-entry.ts'
import { readerOf } from '../../session/session.ts'
import type { Verb } from '../verb.ts'

export const listAudit: Verb = (app, { office, accounts, parties }) => {
  app.route({
    method: 'GET',
    url: '/api/audit',
    schema: { querystring: auditQuerySchema },
    handler: async (request): Promise<AuditListAnswer> => {
      const ledger = office().store.as(readerOf(auditorOf(request)))
      const { before, limit, ...filter } = request.query
      const page = await readPage(ledger, filter, { before, limit })
      const means = {
        ledger,
        people: accounts.people,
        parties: parties(),
        kinds: office().portfolio.kinds,
        bodies: office().doctrine.roles,
        steps: office().doctrine.graph.transitions,
      }
      const names = await nameTargets(means, page.entries)
      const entries = page.entries.map((entry) => tellLine(entry, names))
      return {
        entries,
        next: page.next,
        people: peopleIn(entries, names),
        verbs: SAID_VERBS,
        marking: names.marking,
      }
    },
  })
}
