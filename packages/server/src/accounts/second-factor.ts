/**
 * The second factor of a person: codes by time from an authenticator app, and backup codes for when it is lost.
 *
 * Switching it on or off, and changing the password, rotate the session and end all others: the answer carries a new token.
 * Rests on: RFC 6238 (TOTP); docs/rules/accounts.md, ACC-09. Next door: `sign-in.ts`.
 */
import { faultOf, refusalOf } from '@demarche/api'
import { inWords } from '@demarche/core'
import type { Caller, Session } from '../session/session.ts'
import { type AuthLibrary, refusalCodeOf } from './auth-library.ts'
import type { EventLog } from './event-log.ts'
import { sessionOpenedBy } from './library-answer.ts'
import type { Opened, SessionDesk } from './session-desk.ts'
import { refuseWeakPassword } from './sign-in.ts'

export interface SecondFactor {
  /** Starts to set it up: the address for the app (otpauth://), and backup codes, shown this once. */
  begin(
    session: Session,
    password: string,
  ): Promise<{ readonly address: string; readonly backupCodes: readonly string[] }>
  /** Switches it on, once the app shows the right code. As switching it off, it ends all other sessions. */
  confirm(session: Session, code: string, caller: Caller): Promise<Opened>
  switchOff(session: Session, password: string, caller: Caller): Promise<Opened>
  newBackupCodes(session: Session, password: string): Promise<readonly string[]>
  /** Changes the password and ends all other sessions. */
  changePassword(session: Session, current: string, next: string, caller: Caller): Promise<Opened>
}

export function openSecondFactor(
  library: AuthLibrary,
  sessions: SessionDesk,
  events: EventLog,
): SecondFactor {
  const { api } = library

  const rotated = async (headers: Headers, session: Session, caller: Caller): Promise<Opened> => {
    const token = sessionOpenedBy(headers, library)
    if (token === null) throw refusalOf('not-signed-in', faultOf('/', inWords('session-ended')))
    const opened = await sessions.adopt(token, caller, session.way, session)
    // whoever got in under the old password or factor does not stay
    await sessions.endOthers(opened.session)
    return opened
  }
  const PASSWORD = ['/password', 'expected-password'] as const

  return {
    begin: (session, password) =>
      step(...PASSWORD, async () => {
        const answer = await api.enableTwoFactor({
          body: { password },
          headers: await sessions.headersFor(session),
        })
        if (answer.method !== 'totp') throw new Error('the library set up another second factor than asked')
        return { address: answer.totpURI, backupCodes: answer.backupCodes }
      }),
    confirm: (session, code, caller) =>
      step('/code', 'expected-code', async () => {
        const call = {
          body: { code },
          headers: await sessions.headersFor(session),
          returnHeaders: true,
        } as const
        const { headers } = await api.verifyTOTP(call)
        const opened = await rotated(headers, session, caller)
        await events.record('second-factor-on', { person: session.person })
        return opened
      }),
    switchOff: (session, password, caller) =>
      step(...PASSWORD, async () => {
        const call = {
          body: { password },
          headers: await sessions.headersFor(session),
          returnHeaders: true,
        } as const
        const { headers } = await api.disableTwoFactor(call)
        await events.record('second-factor-off', { person: session.person })
        return rotated(headers, session, caller)
      }),
    newBackupCodes: (session, password) =>
      step(...PASSWORD, async () => {
        const { backupCodes } = await api.generateBackupCodes({
          body: { password },
          headers: await sessions.headersFor(session),
        })
        await events.record('backup-codes-made', { person: session.person })
        return backupCodes
      }),
    changePassword: (session, current, next, caller) =>
      step('/current', 'expected-present-password', async () => {
        await refuseWeakPassword(next, await library.find.person(session.person))
        const { headers } = await api.changePassword({
          body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
          headers: await sessions.headersFor(session),
          returnHeaders: true,
        })
        const opened = await rotated(headers, session, caller)
        await events.record('password-set', { person: session.person })
        return opened
      }),
  }
}

/** Runs a step; a refusal by the library becomes one of ours. */
async function step<T>(
  place: string,
  expected: 'expected-password' | 'expected-code' | 'expected-present-password',
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act()
  } catch (error) {
    const code = refusalCodeOf(error)
    if (code === null) throw error
    if (code === 'TOTP_ALREADY_ENABLED') {
      throw refusalOf('already-exists', faultOf('/', inWords('factor-on-already')))
    }
    throw refusalOf('value-refused', faultOf(place, inWords(expected), 'ACC-09'))
  }
}
