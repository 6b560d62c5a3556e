/**
 * The headers that keep the desk's pages to themselves: no foreign script, no frame, no guess of types, no cache of data.
 *
 * Style attributes are allowed because the accessible components set sizes and positions; scripts never are.
 * Rests on: CSP Level 3; helmet.
 */
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/** Adds the headers to every answer; answers under /api are never cached, and attachments. */
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
      reply.header('cache-control', 'no-store')
    // opened as a page by mistake or by a trick, an answer is saved and not shown
    if (request.url.startsWith('/api/') && !reply.hasHeader('content-disposition'))
      reply.header('content-disposition', 'attachment; filename="api.json"')
  })
}
