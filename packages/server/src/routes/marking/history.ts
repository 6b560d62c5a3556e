/** GET /api/statements/:id/marking: how a statement was marked anew, as far as the reader may see the records of it. */
import type { MarkingHistoryAnswer } from '@demarche/api'
import { remarkingIn } from '@demarche/core'
import { markedUntil, visibleStatement } from '../../access/mark-anew.ts'
import { namesKnownTo } from '../../access/who-recorded.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { statementParamsSchema } from './statement-params.ts'

export const showMarkingHistory: Verb = (app, { office, accounts }) => {
  app.route({
    method: 'GET',
    url: '/api/statements/:id/marking',
    schema: { params: statementParamsSchema },
    handler: async (request): Promise<MarkingHistoryAnswer> => {
      const reader = readerOf(sessionOf(request))
      const ledger = office().store.as(reader)
      const { id, entity, marking } = await visibleStatement(ledger, request.params.id)
      const records = await ledger.remarkings(entity)
      const names = await namesKnownTo(reader, accounts.people)
      return {
        marking,
        changes: records.flatMap((record) => {
          const said = remarkingIn(record)
          if (said?.statement !== id) return []
          const { assertedAt, assertedBy, recordedBy, reason } = record
          return {
            at: assertedAt,
            party: assertedBy,
            name: recordedBy === undefined ? null : (names.get(recordedBy) ?? null),
            before: markedUntil(record),
            after: said.marking,
            reason: reason ?? '',
          }
        }),
      }
    },
  })
}
