/**
 * The second factor of a person: codes by time from an authenticator app, and backup codes for when it is lost.
 *
 * Switching it on or off, and changing the password, rotate the session and end all others: the answer carries a new token.
 * Rests on: RFC 6238 (TOTP); docs/rules/accounts.md, ACC-09. Next door: `sign-in.ts`.
 */
import { DemarcheError } from '@demarche/api'
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
    if (token === null) throw new DemarcheError('not-signed-in', 'The session has ended. Sign in again.')
    const opened = await sessions.adopt(token, caller, session.way, session)
    // whoever got in under the old password or factor does not stay
    await sessions.endOthers(opened.session)
    return opened
  }
  const PASSWORD = ['/password', 'your password'] as const

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
      step('/code', 'the code that the app shows now', async () => {
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
      step('/current', 'your present password', async () => {
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
async function step<T>(place: string, expected: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    const code = refusalCodeOf(error)
    if (code === null) throw error
    if (code === 'TOTP_ALREADY_ENABLED') {
      throw new DemarcheError('already-exists', 'The second factor is on already. Switch it off first.')
    }
    throw new DemarcheError('value-refused', `That was not accepted: expected ${expected}.`, [
      { place, message: `expected ${expected}`, rule: 'ACC-09' },
    ])
  }
}
