/** Answers with a paper as a file; a header says how many of its places say that nothing is on record for them. */
import { GAPS_HEADER } from '@demarche/api'
import type { FastifyReply } from 'fastify'
import type { PaperFile } from '../dossier/write-options-paper.ts'
import { sendFile } from './send-file.ts'

export function sendPaper(reply: FastifyReply, paper: PaperFile): FastifyReply {
  return sendFile(reply.header(GAPS_HEADER, String(paper.gaps ?? 0)), paper)
}
