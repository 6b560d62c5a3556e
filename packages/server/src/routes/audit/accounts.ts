/** GET /api/audit/accounts and /api/audit/accounts/export: what happened to accounts, to be read and as a file; for auditors. */
import { Readable } from 'node:stream'
import {
  type AccountLogAnswer,
  accountLogExportSchema,
  type AccountLogLine,
  accountLogQuerySchema,
} from '@demarche/api'
import type { AccountEvent } from '../../accounts/event-log.ts'
import { auditorOf } from '../../audit/auditor.ts'
import { accountHead, accountLine, LOG_MEDIA_TYPES } from '../../audit/write-lines.ts'
import type { Verb } from '../verb.ts'

const PAGE = 500

export const readAccountLog: Verb = (app, { accounts, office }) => {
  const namesOfAll = async (): Promise<ReadonlyMap<string, string>> =>
    new Map((await accounts.people.names()).map(({ id, name }) => [id, name]))
  app.route({
    method: 'GET',
    url: '/api/audit/accounts',
    schema: { querystring: accountLogQuerySchema },
    handler: async (request): Promise<AccountLogAnswer> => {
      auditorOf(request)
      const { offset, limit } = request.query
      const found = await accounts.events.list(limit + 1, offset)
      const entries = found.slice(0, limit).map(lineOf)
      const seen = new Set(entries.flatMap(({ person, about, second }) => [person, about, second]))
      const names = await namesOfAll()
      return {
        entries,
        next: found.length > limit ? offset + limit : null,
        people: Object.fromEntries([...names].filter(([id]) => seen.has(id))),
      }
    },
  })
  app.get(
    '/api/audit/accounts/export',
    { schema: { querystring: accountLogExportSchema }, config: { heavy: 'files of a log' } },
    async (request, reply) => {
      auditorOf(request)
      const { format } = request.query
      const exportedAt = office().clock().toISOString()
      const names = await namesOfAll()
      async function* lines(): AsyncGenerator<string> {
        yield accountHead(format, exportedAt)
        for (let offset = 0; ; offset += PAGE) {
          // what comes in while this is written would push others onto the next page
          const page = await accounts.events.list(PAGE, offset, new Date(exportedAt))
          for (const event of page) yield accountLine(format, lineOf(event), names)
          if (page.length < PAGE) return
        }
      }
      return reply
        .type(LOG_MEDIA_TYPES[format])
        .header('content-disposition', `attachment; filename="accounts-${exportedAt.slice(0, 10)}.${format}"`)
        .send(Readable.from(lines()))
    },
  )
}

function lineOf({ at, act, person, about, second, detail }: AccountEvent): AccountLogLine {
  return { at, act, person, about, second, detail }
}
