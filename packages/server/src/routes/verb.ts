/**
 * One verb of the desk: a route, registered on the app, with the office at hand.
 *
 * A verb authenticates by default (`../session/session-guard.ts`), parses with the schemas of `@demarche/api`, lets
 * store or core do the work, and shapes the answer. It holds no rule of the trade.
 */
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Party } from '@demarche/core'
import type { Accounts } from '../accounts/accounts.ts'
import type { Verifications } from '../audit/verification.ts'
import type { LiveDesk } from '../live/live-desk.ts'
import type { PresenceDesk } from '../live/presence-desk.ts'
import type { Outside } from '../notice/outside.ts'
import type { Office } from '../office.ts'

/** The app as the verbs see it: schemas in, typed requests out. */
export type DeskApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

export interface Surroundings {
  /** @throws DemarcheError not-ready, while the records are being opened */
  readonly office: () => Office
  readonly isReady: () => boolean
  readonly accounts: Accounts
  /** the party whose desk this is */
  readonly party: string
  /** who takes part. @throws DemarcheError not-ready, before the doctrine has been read */
  readonly parties: () => readonly Party[]
  readonly publicUrl: string | undefined
  /** true: what is marked for everybody is shown without a session (STK-01) */
  readonly publicPage: boolean
  readonly live: LiveDesk
  readonly presence: PresenceDesk
  /** what mail, calendar and feed may say */
  readonly outside: Outside
  readonly maxUploadBytes: number
  readonly uploadDirectory: string
  readonly verifications: Verifications
}

export type Verb = (app: DeskApp, surroundings: Surroundings) => void

/** An entity in an address, e.g. `case:viasat-kasat-2022`. */
export const entityParamsSchema = z.strictObject({
  entity: z.string().regex(/^case:[\w.-]{1,120}$/, 'expected case:slug, e.g. case:viasat-kasat-2022'),
})
