/** POST /api/presence: I have this open, or have closed it; answers who else has it open. */
import { type PresenceAnswer, presenceSchema } from '@demarche/api'
import { sessionOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'

export const sayPresence: Verb = (app, { office, presence }) => {
  app.post(
    '/api/presence',
    { schema: { body: presenceSchema } },
    async (request): Promise<PresenceAnswer> => {
      office()
      const session = sessionOf(request)
      const { entity, open } = request.body
      if (open) return presence.open(session, entity)
      presence.leave(session, entity)
      return { others: [] }
    },
  )
  app.addHook('preClose', async () => presence.close())
}
