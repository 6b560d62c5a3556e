/**
 * How often one person may order work that keeps the desk busy: dossiers, papers, files of evidence, archives, proofs, files of the logs; and how often look for people.
 *
 * Counted per person and kind, by the minutes of the desk's clock, whatever comes of the request: the count tells nothing of what is
 * hidden. A route says `config: { heavy: … }`. Where several processes serve one desk, each counts for itself.
 *
 * Rule: docs/rules/access.md, ACS-12. Limits per network address are those of `@fastify/rate-limit`, which goes by the machine's clock.
 */
import { faultOf, refusalOf } from '@demarche/api'
import { inWords } from '@demarche/core'
import type { FastifyInstance } from 'fastify'

/** Requests of one person in a minute, more than anybody at a screen needs. */
export const MOST_IN_A_MINUTE = {
  dossiers: 600,
  'searches for people': 60,
  'comparisons of projects': 300,
  papers: 30,
  'files of evidence': 60,
  archives: 20,
  proofs: 4,
  'files of a log': 10,
} as const
export type HeavyKind = keyof typeof MOST_IN_A_MINUTE

declare module 'fastify' {
  interface FastifyContextConfig {
    /** what the route makes that keeps the desk busy */
    heavy?: HeavyKind
  }
}

const MINUTE = 60_000

/** Puts the limits behind the guard of every route that asks for them. */
export function limitHeavyWork(app: FastifyInstance, clock: () => Date): void {
  let counts = new Map<string, number>()
  let counted = 0
  app.addHook('onRequest', async (request, reply) => {
    const { heavy } = request.routeOptions.config
    if (heavy === undefined || !request.signedIn) return
    const now = clock().getTime()
    const minute = Math.floor(now / MINUTE)
    if (minute !== counted) counts = new Map()
    counted = minute
    const key = `${heavy} ${request.signedIn.person}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    const most = MOST_IN_A_MINUTE[heavy]
    if (count <= most) return
    const seconds = Math.ceil(((minute + 1) * MINUTE - now) / 1000)
    reply.header('retry-after', String(seconds))
    throw refusalOf(
      'too-many-requests',
      faultOf('/', inWords('asked-too-often', { most, count: seconds }), 'ACS-12'),
    )
  })
}
