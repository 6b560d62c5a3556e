/**
 * What all routes of the public page have in common: they answer without a session where the operator has turned the page on,
 * and otherwise as if they were not there; each network address has a limit.
 *
 * Rules: docs/rules/stakeholders.md, STK-01, STK-10.
 */
import { DemarcheError } from '@demarche/api'
import type { FastifyRequest } from 'fastify'
import type { Surroundings } from '../verb.ts'

/** Of one network address: pages read in a minute. */
const READ_LIMIT = { max: 120, timeWindow: 60_000 } as const
/** Of one network address: submissions, and looks at one's own, in ten minutes. */
const WRITE_LIMIT = { max: 20, timeWindow: 600_000 } as const

/** For what anybody reads alike: a proxy may keep it for a minute. */
export const PUBLIC_READING = { open: true, rateLimit: READ_LIMIT, keepSeconds: 60 } as const
/** For what one person sends or sees by a private link: never kept. */
export const PUBLIC_WRITING = { open: true, rateLimit: WRITE_LIMIT } as const
/** Bytes of a submission: its longest text, however it is written, and what stands around it. */
export const MOST_BYTES = 150_000

/** Refuses as an unknown address is refused, unless the page is on, before anything of the request is looked at (STK-01). */
export function onlyWhileOn({ publicPage }: Pick<Surroundings, 'publicPage'>) {
  return async (request: FastifyRequest): Promise<void> => {
    if (publicPage) return
    request.isNowhere = true
    throw new DemarcheError(
      'not-found',
      `There is no ${request.method} ${request.url.split('?')[0] ?? ''} on this desk.`,
    )
  }
}
