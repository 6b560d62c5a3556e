/** What became of an act on accounts, as an answer: 202 where it waits for a second administrator (ACC-13). */
import type { AccessOutcome } from '@demarche/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AccessResult } from '../../accounts/access-desk.ts'

export function answerOutcome(
  request: FastifyRequest,
  reply: FastifyReply,
  { person, token, waiting, detail }: AccessResult,
): AccessOutcome {
  request.actedOn = person?.id ?? null
  request.auditDetail = detail
  reply.code(waiting ? 202 : token === null ? 200 : 201)
  return { person, token, waiting }
}
