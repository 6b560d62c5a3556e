/** POST /api/session/single-sign-on and its answer: sign-in through the provider that the operator has set. */
import { faultOf, refusalOf, type SingleSignOnAnswer } from '@demarche/api'
import { inWords } from '@demarche/core'
import { z } from 'zod'
import { giveSession, giveStepCookies } from '../../session/session-cookie.ts'
import { callerOf } from '../../session/session-guard.ts'
import type { Verb } from '../verb.ts'
import { SIGN_IN_LIMIT } from './sign-in-limit.ts'

/** As the provider sends people back, and as it explains why not. */
const answerSchema = z.object({
  code: z.string().max(2000).exactOptional(),
  state: z.string().max(2000).exactOptional(),
  iss: z.string().max(2000).exactOptional(),
  error: z.string().max(200).exactOptional(),
  error_description: z.string().max(2000).exactOptional(),
})

export const singleSignOn: Verb = (app, { accounts, publicUrl }) => {
  const provider = () => {
    if (accounts.singleSignOn) return accounts.singleSignOn
    throw refusalOf('not-found', faultOf('/', inWords('no-single-sign-on')))
  }
  app.post(
    '/api/session/single-sign-on',
    { config: { open: true, rateLimit: SIGN_IN_LIMIT } },
    async (request, reply): Promise<SingleSignOnAnswer> => {
      const { address, cookies } = await provider().begin(callerOf(request), request.headers.cookie)
      giveStepCookies(reply, cookies)
      return { address }
    },
  )
  app.get(
    '/api/session/single-sign-on/callback/oidc',
    { schema: { querystring: answerSchema }, config: { open: true, rateLimit: SIGN_IN_LIMIT } },
    async (request, reply) => {
      const { opened, cookies } = await provider().finish(
        request.query,
        callerOf(request),
        request.headers.cookie,
      )
      giveStepCookies(reply, cookies)
      if (!opened) return reply.redirect('/sign-in?refused=single-sign-on', 302)
      giveSession(reply, opened, publicUrl)
      return reply.redirect('/', 302)
    },
  )
}
