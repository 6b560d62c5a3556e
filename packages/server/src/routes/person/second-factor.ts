/** The second factor of the own account: set up, confirmed, switched off, and its backup codes. */
import {
  type BackupCodesAnswer,
  confirmCodeSchema,
  type SecondFactorBegun,
  type SessionAnswer,
  withPasswordSchema,
} from '@demarche/api'
import { giveSession } from '../../session/session-cookie.ts'
import { callerOf, sessionOf } from '../../session/session-guard.ts'
import { SIGN_IN_LIMIT } from '../session/sign-in-limit.ts'
import type { Verb } from '../verb.ts'

const config = { ownAccount: true, rateLimit: SIGN_IN_LIMIT }

export const secondFactor: Verb = (app, { accounts, publicUrl }) => {
  app.route({
    method: 'POST',
    url: '/api/account/second-factor',
    schema: { body: withPasswordSchema },
    config,
    handler: async (request): Promise<SecondFactorBegun> =>
      accounts.secondFactor.begin(sessionOf(request), request.body.password),
  })
  app.post(
    '/api/account/second-factor/confirm',
    { schema: { body: confirmCodeSchema }, config },
    async (request, reply): Promise<SessionAnswer> => {
      const { code } = request.body
      const opened = await accounts.secondFactor.confirm(sessionOf(request), code, callerOf(request))
      return giveSession(reply, opened, publicUrl)
    },
  )
  app.post(
    '/api/account/second-factor/off',
    { schema: { body: withPasswordSchema }, config },
    async (request, reply): Promise<SessionAnswer> => {
      const { password } = request.body
      const opened = await accounts.secondFactor.switchOff(sessionOf(request), password, callerOf(request))
      return giveSession(reply, opened, publicUrl)
    },
  )
  app.route({
    method: 'POST',
    url: '/api/account/second-factor/backup-codes',
    schema: { body: withPasswordSchema },
    config,
    handler: async (request): Promise<BackupCodesAnswer> => ({
      backupCodes: await accounts.secondFactor.newBackupCodes(sessionOf(request), request.body.password),
    }),
  })
}
