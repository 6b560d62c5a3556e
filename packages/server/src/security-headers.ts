/**
 * The headers that keep the desk's pages to themselves: no foreign script, no frame, no guess of types, no cache of data.
 *
 * Style attributes are allowed because the accessible components set sizes and positions; scripts never are.
 * Rests on: CSP Level 3; helmet.
 */
import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** seconds for which a proxy may keep the answer, for what everybody reads alike; a browser asks each time */
    keepSeconds?: number
  }
}

/** Adds the headers to every answer; answers under /api are attachments, and not cached unless their route says for how long. */
export async function addSecurityHeaders(app: FastifyInstance, publicUrl: string | undefined): Promise<void> {
  const overTls = publicUrl?.startsWith('https://') ?? false
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: overTls ? { maxAge: 31_536_000 } : false,
  })
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') || request.url === '/healthz')
      reply.header('cache-control', keptFor(request, reply.statusCode))
    // opened as a page by mistake or by a trick, an answer is saved and not shown
    if (request.url.startsWith('/api/') && !reply.hasHeader('content-disposition'))
      reply.header('content-disposition', 'attachment; filename="api.json"')
  })
}

function keptFor({ method, routeOptions }: FastifyRequest, status: number): string {
  const { keepSeconds } = routeOptions.config
  const isKept = keepSeconds !== undefined && status === 200 && (method === 'GET' || method === 'HEAD')
  return isKept ? `public, max-age=0, s-maxage=${keepSeconds}` : 'no-store'
}
