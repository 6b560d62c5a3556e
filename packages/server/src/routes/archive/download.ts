/** GET /api/cases/:entity/archive: the case as a signed archive, as far as the reader may see it. */
import { archiveQuerySchema } from '@demarche/api'
import { writeArchive } from '../../archive/write-archive.ts'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import { refuseUnknownParty } from '../person/known-party.ts'
import { entityParamsSchema, type Verb } from '../verb.ts'

export const downloadArchive: Verb = (app, { office, party, parties }) => {
  app.get(
    '/api/cases/:entity/archive',
    {
      schema: { params: entityParamsSchema, querystring: archiveQuerySchema },
      config: { heavy: 'archives' },
    },
    async (request, reply) => {
      const { store, archives, clock } = office()
      const { distribution, tlp, asParty } = request.query
      if (asParty !== undefined) refuseUnknownParty(asParty, parties, party, '/asParty')
      const { bytes, filename } = await writeArchive(store, await archives.key(), {
        entity: request.params.entity,
        reader: readerOf(sessionOf(request)),
        party,
        upTo: {
          ...(distribution === undefined ? {} : { maxDistribution: distribution }),
          ...(tlp === undefined ? {} : { maxTlp: tlp }),
        },
        asParty,
        at: clock(),
      })
      return reply
        .type('application/x-ndjson')
        .header('content-disposition', `attachment; filename="${filename}"`)
        .send(bytes)
    },
  )
}
