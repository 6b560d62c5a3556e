/** POST /api/statements/:id/marking/look: what a new marking would change, and for whom; nothing is recorded. */
import { lookAtRemarkSchema, type RemarkEffectAnswer } from '@demarche/api'
import { highestMarking, markingKey } from '@demarche/core'
import { lowers, markedTogether, whyNotMarkedAnew, visibleStatement } from '../../access/mark-anew.ts'
import { membersOfOwnLists, partiesThatMaySee, peopleWhoMaySee } from '../../access/who-may-see.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { statementParamsSchema } from './statement-params.ts'

export const lookAtRemarking: Verb = (app, { office, accounts, parties }) => {
  app.route({
    method: 'POST',
    url: '/api/statements/:id/marking/look',
    schema: { params: statementParamsSchema, body: lookAtRemarkSchema },
    handler: async (request): Promise<RemarkEffectAnswer> => {
      const reader = readerOf(sessionOf(request))
      const ledger = office().store.as(reader)
      const { marking } = request.body
      const statement = await visibleStatement(ledger, request.params.id)
      const together = await markedTogether(ledger, statement)
      const targets = together.filter((one) => markingKey(one.marking) !== markingKey(marking))
      const around = {
        reader,
        directory: await accounts.people.directory(),
        parties: parties(),
        members: await membersOfOwnLists(ledger),
      }
      const after = together.map(({ assertedBy }) => ({ marking, assertedBy }))
      const people = peopleWhoMaySee([...together, ...after], around).map(({ person }) => person)
      const before = {
        people: peopleWhoMaySee(together, around),
        parties: partiesThatMaySee(together, around),
      }
      const then = { people: peopleWhoMaySee(after, around), parties: partiesThatMaySee(after, around) }
      const directory = new Map(around.directory.map((person) => [person.id, person]))
      const fault = whyNotMarkedAnew(office(), reader, targets.length > 0 ? targets : [statement], marking)
      return {
        before: highestMarking(together.map((one) => one.marking)),
        after: marking,
        change:
          targets.length === 0
            ? 'none'
            : targets.some((target) => lowers(target, marking))
              ? 'lowered'
              : 'raised',
        refusal: fault && { message: fault.message, rule: fault.rule },
        statements: targets.length,
        parties: then.parties.flatMap(({ party, name, sees }, index) =>
          sees === before.parties[index]?.sees ? [] : [{ party, name, gains: sees === 'all' }],
        ),
        people: people.flatMap((id) => {
          const sawBefore = before.people.find(({ person }) => person === id)?.sees ?? 'nothing'
          const seesThen = then.people.find(({ person }) => person === id)?.sees ?? 'nothing'
          const found = directory.get(id)
          return sawBefore === seesThen || !found
            ? []
            : [{ person: id, name: found.name, party: found.party, gains: seesThen === 'all' }]
        }),
      }
    },
  })
}
