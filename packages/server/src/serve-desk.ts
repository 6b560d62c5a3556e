/**
 * The desk's own pages: the built files, and its first page for every address that the desk knows by itself.
 *
 * Files with a hash in their name may be kept for ever; the first page is asked for each time. An unknown address under
 * /api is a refusal and never the first page.
 */
import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import { DemarcheError } from '@demarche/api'
import serveFiles from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sendProblem } from './problem.ts'

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Demarche</title>
<h1>The desk has not been built</h1><p>Run <code>npm run build</code> in the folder of Demarche, then load this page again.</p></html>`

/** Serves the built desk from `directory`; without it, a page that says how to build it. */
export async function serveDesk(app: FastifyInstance, directory: string): Promise<void> {
  const isBuilt = (): boolean => existsSync(join(directory, 'index.html'))
  if (existsSync(directory)) {
    await app.register(async (pages) => {
      pages.addHook('onRoute', (route) => {
        route.config = { ...route.config, open: true }
      })
      await pages.register(serveFiles, {
        root: directory,
        cacheControl: false,
        setHeaders(reply, path) {
          const hashed = path.includes(`${sep}assets${sep}`)
          reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
        },
      })
    })
  }
  // gives nothing back: every wait for a reply listens to its end once more
  app.setNotFoundHandler((request, reply) => {
    if (!isPage(request)) {
      sendProblem(
        reply,
        new DemarcheError(
          'not-found',
          `There is no ${request.method} ${request.url.split('?')[0] ?? ''} on this desk.`,
        ),
      )
    } else if (!isBuilt() || !('sendFile' in reply)) {
      reply.code(503).type('text/html; charset=utf-8').send(NOT_BUILT)
    } else {
      reply.header('cache-control', 'no-cache').sendFile('index.html')
    }
  })
}

function isPage(request: FastifyRequest): boolean {
  const path = request.url.split('?')[0] ?? '/'
  return (
    (request.method === 'GET' || request.method === 'HEAD') &&
    !path.startsWith('/api') &&
    !path.startsWith('/assets/')
  )
}
