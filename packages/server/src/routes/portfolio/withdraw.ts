/** POST /api/portfolio/records/:entity/withdrawal: withdraws all of a record that its reader sees (PFO-07). */
import { faultOf, refusalOf, type WithdrawRecordAnswer, withdrawRecordSchema } from '@demarche/api'
import { inWords, kindOfEntity, withdrawalsOf } from '@demarche/core'
import { notOnRecord } from '../../not-on-record.ts'
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
      const known = await ledger.statements(entity)
      if (known.length === 0) throw notOnRecord(entity)
      const withdrawals = withdrawalsOf(known)
      if (withdrawals.length === 0)
        throw refusalOf('not-found', faultOf('/', inWords('changed-meanwhile'), 'PFO-07'))
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
