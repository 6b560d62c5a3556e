/**
 * Every error that leaves the server, as problem details.
 *
 * A refusal keeps its code, its text and its faults. A defect is ours: it gets a reference number, is reported with its
 * stack to the log, and shows the user neither stack nor cause.
 *
 * Rests on: RFC 9457. Next door: `@demarche/api` `errors.ts` lists the codes.
 */
import { DemarcheError, ERROR_STATUS, type Fault, faultOf, type Problem, refusalOf } from '@demarche/api'
import { inWords, wordsOfIssue } from '@demarche/core'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'

export interface DefectReport {
  readonly reference: string
  readonly request: string
  readonly error: unknown
}

export interface ProblemOptions {
  readonly reportDefect: (report: DefectReport) => void
  /** a short reference for a defect */
  readonly newReference: () => string
}

const TITLES: Readonly<Record<Problem['code'], string>> = {
  'malformed-request': 'The request could not be read',
  'not-signed-in': 'Nobody is signed in',
  'sign-in-refused': 'The sign-in was refused',
  'not-allowed': 'This is for others to do',
  'second-factor-needed': 'A second factor is needed first',
  'not-found': 'There is nothing here',
  'already-exists': 'It is there already',
  'stale-write': 'Others have gone on meanwhile',
  'act-refused': 'The procedure does not allow it',
  'import-refused': 'The file was refused',
  'value-refused': 'A value was refused',
  'classified-content': 'Classified content was refused',
  'too-large': 'The content is too large',
  'too-many-requests': 'Too many attempts',
  'not-ready': 'The desk is not ready yet',
  defect: 'Something went wrong in the desk',
}

/** Makes the app answer every error, and every unknown address, with problem details. */
export function answerProblems(app: FastifyInstance, { reportDefect, newReference }: ProblemOptions): void {
  app.setErrorHandler((error: unknown, request, reply) => {
    const refusal = refusalFor(error)
    if (refusal) return sendProblem(reply, refusal, httpStatusOf(error))
    const reference = newReference()
    reportDefect({
      reference,
      request: `${request.method} ${request.routeOptions.url ?? 'unknown address'}`,
      error,
    })
    const fault = faultOf('/', inWords('desk-defect', { name: reference }))
    const problem: Problem = {
      type: 'urn:demarche:problem:defect',
      title: TITLES.defect,
      status: 500,
      code: 'defect',
      detail: fault.message,
      faults: [fault],
    }
    return reply.code(500).type('application/problem+json').send(JSON.stringify(problem))
  })
}

/** Answers an address that cannot be read, before there is a route: a broken escape, a part that is too long. */
export function answerUnreadableAddress(error: FastifyError, _: FastifyRequest, reply: FastifyReply): void {
  const words = inWords(error.statusCode === 414 ? 'address-too-long' : 'address-unreadable')
  const refusal = refusalOf('malformed-request', faultOf('/', words))
  // no hook runs for such a request, so its headers are set here
  reply
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', 'attachment; filename="api.json"')
  void sendProblem(reply, refusal, error.statusCode)
}

/** Sends one refusal; the status follows from its code unless the protocol has a closer one. */
export function sendProblem(reply: FastifyReply, refusal: DemarcheError, status?: number): FastifyReply {
  const problem: Problem = {
    type: `urn:demarche:problem:${refusal.code}`,
    title: TITLES[refusal.code],
    status: status ?? ERROR_STATUS[refusal.code],
    code: refusal.code,
    detail: refusal.message,
    faults: refusal.faults,
  }
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}

function refusalFor(error: unknown): DemarcheError | null {
  if (error instanceof DemarcheError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const place = error.validationContext ?? 'request'
    const faults = error.validation.map(
      ({ instancePath, keyword, params, message = 'does not fit' }): Fault => {
        const words = wordsOfIssue({ ...params, code: keyword, message })
        return {
          place: place === 'body' ? instancePath || '/' : `${place}${instancePath.replaceAll('/', '.')}`,
          message,
          ...(words && { words }),
        }
      },
    )
    return new DemarcheError(
      'malformed-request',
      faults.map((fault) => `${fault.place}: ${fault.message}`).join('; '),
      faults,
    )
  }
  if (isProtocolError(error)) {
    if (error.statusCode === 413) return refusalOf('too-large', faultOf('/', inWords('sent-too-large')))
    return new DemarcheError(error.statusCode === 404 ? 'not-found' : 'malformed-request', error.message)
  }
  return null
}

function httpStatusOf(error: unknown): number | undefined {
  return isProtocolError(error) ? error.statusCode : undefined
}

function isProtocolError(error: unknown): error is FastifyError & { statusCode: number } {
  return (
    error instanceof Error &&
    'statusCode' in error &&
    typeof error.statusCode === 'number' &&
    error.statusCode >= 400 &&
    error.statusCode < 500
  )
}
