/**
 * Receives an uploaded file: from the request's body to a file in the upload folder, within the limit.
 *
 * A body that grows past the limit, or breaks off, leaves no file behind.
 */
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DemarcheError } from '@demarche/api'

export interface UploadOptions {
  readonly directory: string
  /** name of the file on disk; never the name that the sender gave */
  readonly id: string
  readonly maxBytes: number
  /** as the sender states it, if at all */
  readonly statedBytes: number | undefined
}

/**
 * @returns the path of the received file
 * @throws DemarcheError too-large, or malformed-request for an empty body
 */
export async function receiveUpload(body: Readable, options: UploadOptions): Promise<string> {
  const { directory, id, maxBytes, statedBytes } = options
  if (statedBytes !== undefined && statedBytes > maxBytes) throw tooLarge(maxBytes)
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, id)
  let received = 0
  try {
    await pipeline(
      body,
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          received += chunk.length
          if (received > maxBytes) throw tooLarge(maxBytes)
          yield chunk
        }
      },
      createWriteStream(path, { mode: 0o600 }),
    )
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  if (received === 0) {
    await rm(path, { force: true })
    const message = 'the file is empty; expected the bytes of the file to import'
    throw new DemarcheError('malformed-request', `Nothing was read: ${message} (rule INT-04).`, [
      { place: 'body', message, rule: 'INT-04' },
    ])
  }
  return path
}

function tooLarge(maxBytes: number): DemarcheError {
  const limit = Math.floor(maxBytes / 1_000_000)
  return new DemarcheError(
    'too-large',
    `The file is larger than ${limit} MB, the limit of this desk. Split it, import it with "demarche import" from a shell, or raise DEMARCHE_MAX_UPLOAD_MB.`,
    [{ place: 'body', message: `expected at most ${limit} MB`, rule: 'DEMARCHE_MAX_UPLOAD_MB' }],
  )
}
