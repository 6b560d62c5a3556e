/** Answers with a paper as a file; a header says how many of its places say that nothing is on record for them. */
import { GAPS_HEADER } from '@demarche/api'
import type { FastifyReply } from 'fastify'
import type { PaperFile } from '../dossier/write-options-paper.ts'

export function sendPaper(
  reply: FastifyReply,
  { mediaType, filename, gaps, bytes }: PaperFile,
): FastifyReply {
  return reply
    .type(mediaType)
    .header('content-disposition', `attachment; filename="${filename}"`)
    .header(GAPS_HEADER, String(gaps ?? 0))
    .send(bytes)
}
