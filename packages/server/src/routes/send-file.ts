/** Answers with a file to be kept, under its name. */
import type { FastifyReply } from 'fastify'
import type { ExportFile } from '../dossier/marked-table.ts'

export function sendFile(reply: FastifyReply, { mediaType, filename, bytes }: ExportFile): FastifyReply {
  return reply
    .type(mediaType)
    .header('content-disposition', `attachment; filename="${filename}"`)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}
