/**
 * The app: every verb of the desk behind one guard, with one form of error and the desk's pages beside them.
 *
 * It may listen before the office is open (`healthz` says 503 until then). Tests call it in memory.
 * Next door: `open-office.ts` opens records and doctrine, `start.ts` puts both together.
 */
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import { DemarcheError } from '@demarche/api'
import fastify, { type FastifyInstance } from 'fastify'
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Office } from './office.ts'
import { answerProblems, type ProblemOptions } from './problem.ts'
import { readJsonCarefully } from './read-json.ts'
import { startImport } from './routes/import/start.ts'
import type { Surroundings } from './routes/verb.ts'
import { VERBS } from './routes/verbs.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { serveDesk } from './serve-desk.ts'
import { guardRoutes } from './session/session-guard.ts'
import type { SessionRegister } from './session/session-register.ts'

export interface AppOptions extends ProblemOptions {
  /** the office once it is open, null before */
  readonly office: () => Office | null
  readonly sessions: SessionRegister
  /** folder of the built desk */
  readonly deskDirectory: string
  readonly uploadDirectory: string
  readonly maxUploadBytes: number
  readonly publicUrl?: string | undefined
}

/** A route as it was registered, for tests and for the list of actions. */
export interface RegisteredRoute {
  readonly method: string
  readonly url: string
  readonly open: boolean
}

declare module 'fastify' {
  interface FastifyInstance {
    registeredRoutes: RegisteredRoute[]
  }
}

/** Makes the app; it does not listen yet. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit: 1_000_000, routerOptions: { maxParamLength: 200 } })
  app.setValidatorCompiler(validatorCompiler)
  app.decorate('registeredRoutes', [])
  app.addHook('onRoute', ({ method, url, config }) => {
    for (const one of [method].flat()) {
      app.registeredRoutes.push({ method: one, url, open: config?.open === true })
    }
  })
  answerProblems(app, options)
  readJsonCarefully(app)
  await app.register(cookie)
  await addSecurityHeaders(app, options.publicUrl)
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { after }) =>
      new DemarcheError('too-many-requests', `Too many attempts to sign in. Try again in ${after}.`),
  })
  guardRoutes(app, options.sessions, options.publicUrl)

  const surroundings: Surroundings = {
    office() {
      const office = options.office()
      if (!office)
        throw new DemarcheError('not-ready', 'The desk is opening its records. Try again in a moment.')
      return office
    },
    isReady: () => options.office() !== null,
    sessions: options.sessions,
    publicUrl: options.publicUrl,
    maxUploadBytes: options.maxUploadBytes,
    uploadDirectory: options.uploadDirectory,
  }
  const desk = app.withTypeProvider<ZodTypeProvider>()
  for (const verb of VERBS) verb(desk, surroundings)
  await app.register(async (scope) => startImport(scope.withTypeProvider<ZodTypeProvider>(), surroundings))
  await serveDesk(app, options.deskDirectory)
  await app.ready()
  return app
}
