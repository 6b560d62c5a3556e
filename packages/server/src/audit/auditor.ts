/** Who may read the audit log: somebody who acts as auditor, and nobody else. Rule: docs/rules/record.md, RCD-04. */
import { faultOf, refusalOf } from '@demarche/api'
import { inWords } from '@demarche/core'
import type { FastifyRequest } from 'fastify'
import { sessionOf } from '../session/session-guard.ts'
import type { Session } from '../session/session.ts'

/** The session of somebody who acts as auditor. @throws DemarcheError not-allowed */
export function auditorOf(request: FastifyRequest): Session {
  const session = sessionOf(request)
  if (session.role === 'auditor') return session
  const words = session.roles.includes('auditor')
    ? inWords('act-as-auditor', { role: session.role })
    : inWords('auditor-only')
  throw refusalOf('not-allowed', faultOf('/', words, 'RCD-04'))
}
