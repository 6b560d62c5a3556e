/** POST /api/evidence/:item/files?filename=…&why=…: the file as the body. Answers 201 with the entry of custody. */
import {
  type AttachFileAnswer,
  attachFileQuerySchema,
  DemarcheError,
  faultOf,
  MOST_FILE_BYTES,
  refusalOf,
} from '@demarche/api'
import { inWords } from '@demarche/core'
import { Readable } from 'node:stream'
import { readerOf } from '../../session/session.ts'
import { sessionOf } from '../../session/session-guard.ts'
import type { DeskApp, Surroundings } from '../verb.ts'
import { itemParamsSchema } from './rests.ts'

/** Registered in a scope of its own, because here a body of any type is taken as plain bytes. */
export async function attachFile(app: DeskApp, { office, maxUploadBytes }: Surroundings): Promise<void> {
  const most = Math.min(maxUploadBytes, MOST_FILE_BYTES)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
  app.post(
    '/api/evidence/:item/files',
    {
      schema: { params: itemParamsSchema, querystring: attachFileQuerySchema },
      config: { heavy: 'files of evidence' },
    },
    async (request, reply): Promise<AttachFileAnswer> => {
      const { files } = office()
      const reader = readerOf(sessionOf(request))
      const { item } = request.params
      // before a byte of it is received
      await files.mayAttach(reader, item)
      const stated = Number(request.headers['content-length'])
      if (Number.isFinite(stated) && stated > most) throw tooLarge(most)
      const bytes = await received(request.body instanceof Readable ? request.body : Readable.from([]), most)
      const { entity, id } = await files.attach(reader, item, request.query, bytes)
      reply.code(201)
      return { entity, statement: id }
    },
  )
}

/** @throws DemarcheError too-large, or malformed-request for an empty body */
async function received(body: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of body) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > most) throw tooLarge(most)
    chunks.push(bytes)
  }
  if (length > 0) return Buffer.concat(chunks)
  throw refusalOf('malformed-request', faultOf('body', inWords('file-empty'), 'EVI-06'))
}

function tooLarge(most: number): DemarcheError {
  const words = inWords('evidence-too-large', { most: Math.floor(most / 1_000_000) })
  return refusalOf('too-large', faultOf('body', words, 'EVI-06'))
}
