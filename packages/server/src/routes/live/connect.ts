/** GET /api/live: what to ask again, as it changes, as server-sent events. */
import type { LiveChange } from '@demarche/api'
import { sessionCookieOf, sessionOf } from '../../session/session-guard.ts'
import type { LiveLine } from '../../live/live-desk.ts'
import type { Verb } from '../verb.ts'

export const connectLive: Verb = (app, { office, live, publicUrl }) => {
  // no HEAD: it would hold a connection open for nothing
  app.get('/api/live', { exposeHeadRoute: false, config: { unattended: true } }, async (request, reply) => {
    office()
    const session = sessionOf(request)
    const { raw } = reply
    const line: LiveLine = {
      send(event, data: LiveChange | null) {
        raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
      },
      end: () => void raw.end(),
    }
    let begun = false
    const disconnect = await live.connect(request.cookies[sessionCookieOf(publicUrl)] ?? '', session, {
      ...line,
      send(event, data) {
        if (!begun) {
          begun = true
          reply.hijack()
          raw.writeHead(200, {
            ...Object.fromEntries(
              Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
                value === undefined ? [] : [[name, value]],
              ),
            ),
            'content-type': 'text/event-stream; charset=utf-8',
            'cache-control': 'no-store',
            // a proxy must not collect what is meant for now
            'x-accel-buffering': 'no',
          })
        }
        line.send(event, data)
      },
    })
    request.raw.once('close', disconnect)
    raw.once('close', disconnect)
    if (raw.destroyed) disconnect()
    return reply
  })
  app.addHook('preClose', async () => live.close())
}
