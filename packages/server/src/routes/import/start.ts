/** POST /api/imports?filename=…: the file as the body. Answers 202 with a job; nothing is on record until it is done. */
import { type DemarcheError, faultOf, type ImportJob, importQuerySchema, refusalOf } from '@demarche/api'
import { dayInBrussels, inWords, mayRecord, type RefusalWords, wordsOfIssue } from '@demarche/core'
import { type TableMapping, tableMappingSchema } from '@demarche/interchange'
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { receiveUpload } from '../../import/receive-upload.ts'
import { readerOf } from '../../session/session.ts'
import { checkSourceDate } from '../../record/check-statement.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { DeskApp, Surroundings } from '../verb.ts'

/** Registered in a scope of its own, because here a body of any type is taken as plain bytes. */
export async function startImport(
  app: DeskApp,
  { office, maxUploadBytes, uploadDirectory }: Surroundings,
): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
  app.post(
    '/api/imports',
    { schema: { querystring: importQuerySchema } },
    async (request, reply): Promise<ImportJob> => {
      const { imports, clock } = office()
      const reader = readerOf(sessionOf(request))
      // before a byte of it is received
      if (!mayRecord(reader)) {
        throw refusalOf(
          'not-allowed',
          faultOf('/', inWords('role-records-nothing', { role: reader.role }), 'LED-14'),
        )
      }
      const { sourceDate, filename, kind, mapping, preview } = request.query
      const table = { kind, mapping: mapping === undefined ? undefined : mappingIn(mapping), preview }
      checkSourceDate({ date: sourceDate }, dayInBrussels(clock().toISOString()))
      const length = Number(request.headers['content-length'])
      const path = await imports.receive(reader.person, () =>
        receiveUpload(request.body instanceof Readable ? request.body : Readable.from([]), {
          directory: uploadDirectory,
          id: randomUUID(),
          maxBytes: maxUploadBytes,
          statedBytes: Number.isFinite(length) ? length : undefined,
        }),
      )
      reply.code(202)
      return imports.start({
        reader,
        filename,
        path,
        sourceDate,
        ...table,
      })
    },
  )
}

/** @throws DemarcheError malformed-request for what is no mapping */
function mappingIn(text: string): TableMapping {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw mappingFault('/mapping', inWords('file-not-json'))
  }
  const mapping = tableMappingSchema.safeParse(json)
  if (mapping.success) return mapping.data
  const [issue] = mapping.error.issues
  throw mappingFault(
    `/mapping/${issue?.path.join('/') ?? ''}`,
    (issue && wordsOfIssue({ ...issue })) ?? inWords('form-wrong-shape'),
  )
}

function mappingFault(place: string, words: RefusalWords): DemarcheError {
  return refusalOf('malformed-request', faultOf(place, words, 'INT-51'))
}
