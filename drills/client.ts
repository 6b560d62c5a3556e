/**
 * A client that costs little, for drills that ask often on the machine that also answers: connections are kept, and an answer
 * is only read as text when somebody looks at it.
 */
import { Agent, request } from 'node:http'

export interface ClientAnswer {
  readonly status: number
  readonly text: () => string
}

export interface Client {
  /** Gets that path of the server, or posts the body to it. @throws Error when the connection breaks */
  ask(path: string, headers: Readonly<Record<string, string>>, body?: object): Promise<ClientAnswer>
  close(): void
}

/** @param address `http://host:port` */
export function openClient(address: string): Client {
  const agent = new Agent({ keepAlive: true })
  const { hostname, port } = new URL(address)
  return {
    ask: (path, headers, body) =>
      new Promise((resolve, reject) => {
        const asked = request(
          { hostname, port, path, headers, agent, method: body === undefined ? 'GET' : 'POST' },
          (answer) => {
            const chunks: Buffer[] = []
            answer.on('data', (chunk: Buffer) => chunks.push(chunk))
            answer.once('error', reject)
            answer.once('end', () =>
              resolve({
                status: answer.statusCode ?? 0,
                text: () => Buffer.concat(chunks).toString('utf8'),
              }),
            )
          },
        )
        asked.once('error', reject)
        asked.end(body === undefined ? undefined : JSON.stringify(body))
      }),
    close: () => agent.destroy(),
  }
}
