/**
 * The app: every verb of the desk behind one guard, with one form of error and the desk's pages beside them.
 *
 * It may listen before the office is open (`healthz` says 503 until then). Tests call it in memory.
 * Next door: `open-office.ts` opens records and doctrine, `start.ts` puts both together.
 */
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import { faultOf, refusalOf } from '@demarche/api'
import { type Ceiling, inWords, type Party } from '@demarche/core'
import fastify, { type FastifyInstance, type FastifySchema } from 'fastify'
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Accounts } from './accounts/accounts.ts'
import { limitHeavyWork } from './heavy-work.ts'
import { openLiveDesk } from './live/live-desk.ts'
import { openPresenceDesk } from './live/presence-desk.ts'
import { DEFAULT_OUTSIDE_CEILING } from './notice/outside.ts'
import { noteRequests } from './audit/note-requests.ts'
import { keepVerifications } from './audit/verification.ts'
import type { Office } from './office.ts'
import { answerProblems, answerUnreadableAddress, type ProblemOptions } from './problem.ts'
import { readJsonCarefully } from './read-json.ts'
import { attachFile } from './routes/evidence/attach-file.ts'
import { startImport } from './routes/import/start.ts'
import type { Surroundings } from './routes/verb.ts'
import { VERBS } from './routes/verbs.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { serveDesk } from './serve-desk.ts'
import { guardRoutes } from './session/session-guard.ts'

export interface AppOptions extends ProblemOptions {
  /** the office once it is open, null before */
  readonly office: () => Office | null
  readonly accounts: Accounts
  /** the party whose desk this is */
  readonly party: string
  /** who takes part; the parties of the doctrine, once it has been read, when absent */
  readonly parties?: (() => readonly Party[]) | undefined
  /** folder of the built desk */
  readonly deskDirectory: string
  readonly uploadDirectory: string
  readonly maxUploadBytes: number
  readonly publicUrl?: string | undefined
  /** true: what is marked for everybody is shown without a session; false when absent */
  readonly publicPage?: boolean | undefined
  /** addresses of the proxies whose word on who asks is believed; none when absent */
  readonly proxies?: readonly string[] | undefined
  /** the highest marking that mail, calendar and feed name (NOT-10) */
  readonly outsideCeiling?: Ceiling | undefined
  /** true: a mail server is set */
  readonly sendsMail?: boolean
  /** milliseconds between two looks for live updates, and between two signs of life */
  readonly liveBeat?: { readonly tickMs: number; readonly beatMs: number }
}

/** A route as it was registered, for tests and for the list of actions. */
export interface RegisteredRoute {
  readonly method: string
  readonly url: string
  readonly open: boolean
  /** what its address, query and body may hold, where it says so */
  readonly schema: FastifySchema | undefined
}

declare module 'fastify' {
  interface FastifyInstance {
    registeredRoutes: RegisteredRoute[]
  }
}

/** Milliseconds to receive a request whole: for the largest upload over 4 Mbit/s, and never less than a minute. */
function longestRequest(maxUploadBytes: number): number {
  return Math.max(60_000, Math.ceil(maxUploadBytes / 500))
}

/** Makes the app; it does not listen yet. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: 1_000_000,
    requestTimeout: longestRequest(options.maxUploadBytes),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerUnreadableAddress,
    trustProxy: options.proxies && options.proxies.length > 0 ? [...options.proxies] : false,
  })
  app.setValidatorCompiler(validatorCompiler)
  app.decorate('registeredRoutes', [])
  app.addHook('onRoute', ({ method, url, config, schema }) => {
    for (const one of [method].flat()) {
      app.registeredRoutes.push({ method: one, url, open: config?.open === true, schema })
    }
  })
  answerProblems(app, options)
  readJsonCarefully(app)
  await app.register(cookie)
  await addSecurityHeaders(app, options.publicUrl)
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) =>
      refusalOf(
        'too-many-requests',
        faultOf('/', inWords('address-locked', { count: Math.ceil(ttl / 1000) })),
      ),
  })
  const reportFaultOf = (request: string) => (error: unknown) =>
    options.reportDefect({ reference: options.newReference(), request, error })
  noteRequests(app, { office: options.office, reportFault: reportFaultOf('the audit log') })
  // after the notes, which read what a refusal says; a page of another site cannot have anything compressed beside a secret,
  // because no cookie comes with its requests (SameSite=Strict)
  await app.register(compress, {
    // what comes in is read as it is: a small body must not become a large one
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    threshold: 2048,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    zlibOptions: { level: 4 },
  })
  guardRoutes(app, options.accounts.sessions, options.publicUrl)
  limitHeavyWork(app, () => options.office()?.clock() ?? new Date())

  const office = (): Office => {
    const open = options.office()
    if (open) return open
    throw refusalOf('not-ready', faultOf('/', inWords('desk-opening')))
  }
  const store = () => office().store
  const clock = () => office().clock()
  const { sessions } = options.accounts
  const live = openLiveDesk({ store, sessions, clock, ...options.liveBeat })
  const surroundings: Surroundings = {
    office,
    isReady: () => options.office() !== null,
    accounts: options.accounts,
    party: options.party,
    parties: options.parties ?? (() => office().doctrine.parties ?? []),
    publicUrl: options.publicUrl,
    publicPage: options.publicPage ?? false,
    live,
    presence: openPresenceDesk({
      store,
      sessions,
      clock,
      changed: live.presenceChanged,
    }),
    outside: {
      ceiling: options.outsideCeiling ?? DEFAULT_OUTSIDE_CEILING,
      address: options.publicUrl ?? '',
      sendsMail: options.sendsMail ?? false,
    },
    maxUploadBytes: options.maxUploadBytes,
    uploadDirectory: options.uploadDirectory,
    verifications: keepVerifications(reportFaultOf('a verification of the records')),
  }
  const desk = app.withTypeProvider<ZodTypeProvider>()
  for (const verb of VERBS) verb(desk, surroundings)
  await app.register(async (scope) => startImport(scope.withTypeProvider<ZodTypeProvider>(), surroundings))
  await app.register(async (scope) => attachFile(scope.withTypeProvider<ZodTypeProvider>(), surroundings))
  await serveDesk(app, options.deskDirectory)
  await app.ready()
  return app
}
