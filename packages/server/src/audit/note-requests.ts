/**
 * Notes every request of somebody who is signed in, and every attempt to sign in: who, verb, target, outcome. No content.
 *
 * The note is made before the answer leaves, so nothing is revealed without one, and is written in a group with others:
 * nobody waits for it. The target is what the address names, whether or not it exists and whoever may see it: the reader
 * is told the same in both cases, the auditor sees what was asked. Words of a search and of a body are not noted.
 *
 * Rules: docs/rules/record.md, RCD-01 to RCD-03. Next door: `verb-names.ts`; `@demarche/store` keeps the log.
 */
import { ASKED_BY_ITSELF, type Problem } from '@demarche/api'
import { ACT_VERBS } from '@demarche/core'
import type { AuditEntry } from '@demarche/store'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Office } from '../office.ts'
import { countRefusals } from './count-refusals.ts'
import { BY_ITSELF, verbOf } from './verb-names.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** who reads by a token in the address, such as a calendar; null for everybody else */
    readBy: Pick<AuditEntry, 'person' | 'party' | 'role'> | null
    /** what an act was about, where the address does not say it: the entity that it made */
    actedOn: string | null
    /** what an act on accounts changed: fields and their values, without names and addresses */
    auditDetail: string | null
    /** true where the address answers as one that there is not: like those it is not noted */
    isNowhere: boolean
    /** true once the request stands in the audit log */
    isNoted: boolean
  }
}

export interface NoteOptions {
  /** null while the records are being opened: there is no log to write to then */
  readonly office: () => Office | null
  /** told when a note could not be written */
  readonly reportFault: (error: unknown) => void
}

const NOBODY = { person: '-', party: '-', role: '-' }
const LONGEST = 300

/** Puts the notes behind every route of the app. */
export function noteRequests(app: FastifyInstance, { office, reportFault }: NoteOptions): void {
  app.decorateRequest('readBy', null)
  app.decorateRequest('actedOn', null)
  app.decorateRequest('auditDetail', null)
  app.decorateRequest('isNowhere', false)
  app.decorateRequest('isNoted', false)
  const write = (entry: Omit<AuditEntry, 'at'>): void => {
    const open = office()
    open?.store.audit.note({ at: open.clock().toISOString(), ...entry }).catch(reportFault)
  }
  const refusals = countRefusals(write)
  app.addHook('onClose', async () => refusals.flush())
  const note = (request: FastifyRequest, status: number, payload: unknown): void => {
    if (request.isNoted || !office()) return
    if (isToBeNoted(request, status)) write(entryOf(request, status, payload))
    else if (isToBeCounted(request, status))
      refusals.add(ruleIn(payload, status), verbOf(request.method, request.routeOptions.url ?? ''))
    else return
    request.isNoted = true
  }
  app.addHook('onRequest', async (request, reply) => {
    // an answer that goes its own way, such as live news, is noted when it ends
    reply.raw.once('close', () => note(request, reply.raw.statusCode, null))
  })
  app.addHook('onSend', async (request, reply, payload) => {
    note(request, reply.statusCode, isProblem(reply) ? payload : null)
    return payload
  })
}

function isToBeNoted(request: FastifyRequest, status: number): boolean {
  const { url, config } = request.routeOptions
  if (request.is404 || request.isNowhere || url === undefined || !url.startsWith('/api/')) return false
  if (request.signedIn ?? request.readBy) return true
  // somebody tries to come in; a flood is held off by its rate, and counted
  return config.open === true && request.method === 'POST' && status !== 429
}

/** Nobody is signed in, or asks too often. */
function isToBeCounted(request: FastifyRequest, status: number): boolean {
  return !request.is404 && request.url.startsWith('/api/') && (status === 401 || status === 429)
}

function entryOf(request: FastifyRequest, status: number, payload: unknown): Omit<AuditEntry, 'at'> {
  const { url = '' } = request.routeOptions
  const { person, party, role } = request.signedIn ?? request.readBy ?? NOBODY
  const target = targetOf(request)
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  return {
    person,
    party,
    role,
    verb: verbIn(request, verbOf(request.method, url)),
    ...(target === null ? {} : { target }),
    ...(status >= 400
      ? { outcome: 'refused', rule: ruleIn(payload, status) }
      : {
          outcome: isRead ? 'read' : 'done',
          ...(isRead && request.headers[ASKED_BY_ITSELF] !== undefined ? { detail: BY_ITSELF } : {}),
          ...(request.auditDetail ? { detail: writable(request.auditDetail) } : {}),
        }),
  }
}

/** An act in a procedure is noted under its own verb: which step was taken is no content. */
function verbIn(request: FastifyRequest, verb: string): string {
  if (verb !== 'procedure.act') return verb
  const body = recordOf(request.body)
  const said = recordOf(body['act'])['verb']
  const known = ACT_VERBS.find((one) => one === said)
  return known === undefined ? verb : `procedure.${known}`
}

/** What the act was about or made, where it says so; else the entity or id that the address names; `search` where words were searched for. */
function targetOf(request: FastifyRequest): string | null {
  const [named] = Object.values(recordOf(request.params))
  const text = request.actedOn ?? named
  if (typeof text === 'string' && text !== '') return writable(text)
  const { q, statement } = recordOf(request.query)
  if (typeof statement === 'string' && statement !== '') return writable(statement)
  return typeof q === 'string' && q !== '' ? 'search' : null
}

/** Without what no database takes: one such note would keep those beside it from being written. */
function writable(text: string): string {
  return text.slice(0, LONGEST).toWellFormed().replaceAll('\u0000', '\ufffd')
}

/** The code of the refusal, and the rule where it names one. @example 'not-allowed ACC-05' */
function ruleIn(payload: unknown, status: number): string {
  const problem = typeof payload === 'string' ? problemIn(payload) : null
  if (!problem?.code) return String(status)
  const rule = problem.faults?.[0]?.rule ?? /\b[A-Z]{2,6}-\d\d\b/.exec(problem.detail ?? '')?.[0]
  return (rule === undefined ? problem.code : `${problem.code} ${rule}`).slice(0, LONGEST)
}

function isProblem(reply: FastifyReply): boolean {
  return String(reply.getHeader('content-type')).startsWith('application/problem+json')
}

function problemIn(payload: string): Partial<Problem> | null {
  try {
    const problem: Partial<Problem> = JSON.parse(payload)
    return problem
  } catch {
    return null
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
