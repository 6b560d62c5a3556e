/** GET /api/marking: where a new statement starts, what the desk and the reader may go up to, and the reader's lists. */
import { type MarkingChoiceAnswer, markingChoiceQuerySchema } from '@demarche/api'
import { mayLower, startingMarking } from '@demarche/core'
import { visibleStatement } from '../../access/mark-anew.ts'
import { ownLists } from '../../access/need-to-know.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const markingChoice: Verb = (app, { office, accounts, publicPage }) => {
  app.route({
    method: 'GET',
    url: '/api/marking',
    schema: { querystring: markingChoiceQuerySchema },
    handler: async (request): Promise<MarkingChoiceAnswer> => {
      const { store, ceiling, dossiers, portfolio } = office()
      const reader = readerOf(sessionOf(request))
      const { parent } = request.query
      const { maxDistribution, maxTlp } = reader
      return {
        parent:
          parent === undefined
            ? null
            : parent.includes(':')
              ? startingMarking(
                  await (parent.startsWith('case:') ? dossiers : portfolio).statements(reader, parent),
                )
              : (await visibleStatement(store.as(reader), parent)).marking,
        desk: ceiling,
        own: { maxDistribution, maxTlp },
        mayLower: mayLower(reader, reader.party),
        publicPage,
        lists: (await ownLists(office(), accounts.people, reader)).map(({ entity, name }) => ({
          entity,
          name,
        })),
      }
    },
  })
}
