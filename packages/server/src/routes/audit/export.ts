/** GET /api/audit/export: the audit log as CSV or NDJSON, oldest first, as a stream; for auditors. */
import { Readable } from 'node:stream'
import { auditExportQuerySchema } from '@demarche/api'
import type { AuditEntry } from '@demarche/store'
import { auditorOf } from '../../audit/auditor.ts'
import { nameTargets } from '../../audit/name-targets.ts'
import { readAll } from '../../audit/read-log.ts'
import { tellLine } from '../../audit/tell-lines.ts'
import { entryLine, headLine, LOG_MEDIA_TYPES } from '../../audit/write-lines.ts'
import { readerOf } from '../../session/session.ts'
import type { Verb } from '../verb.ts'

export const exportAudit: Verb = (app, { office, accounts, parties }) => {
  app.get(
    '/api/audit/export',
    { schema: { querystring: auditExportQuerySchema }, config: { heavy: 'files of a log' } },
    async (request, reply) => {
      const { store, clock, doctrine, portfolio } = office()
      const ledger = store.as(readerOf(auditorOf(request)))
      const { format, ...given } = request.query
      const exportedAt = clock().toISOString()
      // the same entries in both walks: what is noted meanwhile, this export included, is not in it
      const filter = { ...given, to: given.to ?? exportedAt }
      const targets = new Map<string, Pick<AuditEntry, 'person' | 'target'>>()
      for await (const { person, target } of readAll(ledger, filter)) {
        if (target !== undefined) targets.set(target, { person, target })
      }
      const names = await nameTargets(
        {
          ledger,
          people: accounts.people,
          parties: parties(),
          kinds: portfolio.kinds,
          bodies: doctrine.roles,
          steps: doctrine.graph.transitions,
        },
        targets.values(),
      )
      const asked = Object.fromEntries(
        Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      )
      const head = { marking: names.marking, people: names.people, exportedAt, asked }
      async function* lines(): AsyncGenerator<string> {
        yield headLine(format, head)
        for await (const entry of readAll(ledger, filter))
          yield entryLine(format, tellLine(entry, names), head)
      }
      return reply
        .type(LOG_MEDIA_TYPES[format])
        .header('content-disposition', `attachment; filename="audit-${exportedAt.slice(0, 10)}.${format}"`)
        .send(Readable.from(lines()))
    },
  )
}
