/** Who may read the audit log: somebody who acts as auditor, and nobody else. Rule: docs/rules/record.md, RCD-04. */
import { DemarcheError } from '@demarche/api'
import type { FastifyRequest } from 'fastify'
import { sessionOf } from '../session/session-guard.ts'
import type { Session } from '../session/session.ts'

/** The session of somebody who acts as auditor. @throws DemarcheError not-allowed */
export function auditorOf(request: FastifyRequest): Session {
  const session = sessionOf(request)
  if (session.role === 'auditor') return session
  throw new DemarcheError(
    'not-allowed',
    session.roles.includes('auditor')
      ? `You act as ${session.role}. Act as auditor first. Rule RCD-04.`
      : 'Only an auditor may read the audit log and have the records verified. Rule RCD-04.',
  )
}
