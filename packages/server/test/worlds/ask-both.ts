/**
 * Asks two desks the same and says where the answers differ: status, headers but those that tell the time, and every byte of
 * the body.
 */
import type { FastifyInstance } from 'fastify'
import { type Question, toRequest } from './questions.ts'

export interface Answer {
  readonly status: number
  /** one a line */
  readonly headers: string
  readonly body: Buffer
}

/** The answer to one question; of a stream without end, what comes at once. */
export async function ask(
  app: FastifyInstance,
  question: Question,
  cookies: Record<string, string>,
  remoteAddress: string,
): Promise<Answer> {
  const response = await app.inject({ ...toRequest(question, cookies), remoteAddress, payloadAsStream: true })
  // these tell the time of the machine: what is left of a limit per network address goes by its clock as well
  const { date: _, 'x-ratelimit-reset': __, 'x-ratelimit-remaining': ___, ...headers } = response.headers
  const stream = response.stream()
  const chunks: Buffer[] = []
  const endless = String(headers['content-type']).startsWith('text/event-stream')
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk))
    if (endless) break
  }
  if (endless) response.raw.res.destroy()
  return {
    status: response.statusCode,
    headers: Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}`)
      .toSorted()
      .join('\n'),
    body: Buffer.concat(chunks),
  }
}

/** What differs between two answers to a question, in words; null when nothing does. */
export function difference(question: Question, left: Answer, right: Answer): string | null {
  const where = `${question.method} ${question.url}${question.payload ? ` ${JSON.stringify(question.payload)}` : ''}`
  if (left.status !== right.status) {
    return `${where}: ${left.status} where all is on record, ${right.status} where what is hidden is not: ${left.body} / ${right.body}`
  }
  if (left.headers !== right.headers) {
    const a = left.headers.split('\n')
    const b = right.headers.split('\n')
    const apart = a.filter((line) => !b.includes(line)).join(', ')
    return `${where}: headers ${apart} / ${b.filter((line) => !a.includes(line)).join(', ')}`
  }
  if (left.body.equals(right.body)) return null
  const [a, b] = [left.body.toString('latin1'), right.body.toString('latin1')]
  let at = 0
  while (a[at] === b[at]) at += 1
  const around = (text: string) => text.slice(Math.max(0, at - 200), at + 200)
  return `${where}: differs at byte ${at}\n  with:    …${around(a)}…\n  without: …${around(b)}…`
}
