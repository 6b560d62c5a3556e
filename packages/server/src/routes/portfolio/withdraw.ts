/** POST /api/portfolio/records/:entity/withdrawal: withdraws all of a record that its reader sees (PFO-07). */
import { DemarcheError, type WithdrawRecordAnswer, withdrawRecordSchema } from '@demarche/api'
import { kindOfEntity, withdrawalsOf } from '@demarche/core'
import { refuseClassified } from '../../record/check-statement.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { recordParamsSchema } from './show.ts'

export const withdrawRecord: Verb = (app, { office }) => {
  app.post(
    '/api/portfolio/records/:entity/withdrawal',
    { schema: { params: recordParamsSchema, body: withdrawRecordSchema } },
    async (request, reply): Promise<WithdrawRecordAnswer> => {
      const { entity } = request.params
      const { reason, follows } = request.body
      const { store, clock, portfolio } = office()
      const reader = readerOf(sessionOf(request))
      const kind = portfolio.kind(kindOfEntity(entity))
      const ledger = store.as(reader)
      refuseClassified({ reason })
      const withdrawals = withdrawalsOf(await ledger.statements(entity))
      if (withdrawals.length === 0)
        throw new DemarcheError(
          'not-found',
          `Of no ${kind.label} ${entity} anything stands that you may see.`,
        )
      const assertedAt = clock().toISOString()
      const { statements } = await ledger.append(
        withdrawals.map(({ marking, retracts, last: { source, grading } }) => ({
          entity,
          kind: kind.id,
          assertions: [],
          source,
          grading,
          marking,
          assertedBy: reader.party,
          ...(reader.person.startsWith('person:') ? { recordedBy: reader.person } : {}),
          assertedAt,
          retracts: [...retracts],
          reason,
        })),
        { mustStand: true, follows: { entity, statement: follows } },
      )
      reply.code(201)
      return { statements }
    },
  )
}
