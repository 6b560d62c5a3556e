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
import { DemarcheError, faultOf, refusalOf } from '@demarche/api'
import { inWords } from '@demarche/core'

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
    throw refusalOf('malformed-request', faultOf('body', inWords('file-empty'), 'INT-04'))
  }
  return path
}

function tooLarge(maxBytes: number): DemarcheError {
  const limit = Math.floor(maxBytes / 1_000_000)
  return refusalOf(
    'too-large',
    faultOf('body', inWords('file-too-large', { most: limit }), 'DEMARCHE_MAX_UPLOAD_MB'),
  )
}
