/** GET /api/access/:object: why the reader may see a thing, and who else may; for those who see it alone. */
import { type AccessAnswer, accessQuerySchema } from '@demarche/api'
import { highestMarking } from '@demarche/core'
import { z } from 'zod'
import { objectFor } from '../../access/objects.ts'
import { labelsOf, membersOfOwnLists, partiesThatMaySee, peopleWhoMaySee } from '../../access/who-may-see.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

const paramsSchema = z.strictObject({
  object: z
    .string()
    .regex(
      /^(?:[0-9a-f]{64}|[a-z][a-z-]{1,59}:[\w.-]{1,120})$/,
      'expected the id of a statement, case:slug, procedure:slug, list:…, erasure:… or a record as kind:slug',
    ),
})

export const showAccess: Verb = (app, { office, accounts, parties }) => {
  app.route({
    method: 'GET',
    url: '/api/access/:object',
    schema: { params: paramsSchema, querystring: accessQuerySchema },
    handler: async (request): Promise<AccessAnswer> => {
      const reader = readerOf(sessionOf(request))
      const { object } = request.params
      const { kind, parts } = await objectFor(office(), reader, object, request.query.document)
      const members = await membersOfOwnLists(office().store.as(reader))
      const around = { reader, directory: await accounts.people.directory(), parties: parties(), members }
      return {
        object,
        kind,
        marking: highestMarking(parts.map(({ marking }) => marking)),
        labels: labelsOf(parts, reader, [...members.keys()]),
        people: peopleWhoMaySee(parts, around),
        parties: partiesThatMaySee(parts, around),
      }
    },
  })
}
