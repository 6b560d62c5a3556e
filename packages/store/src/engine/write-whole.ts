/**
 * Writing a file whole or not at all: beside its place, onto the disk, then into its place.
 *
 * A process that is killed leaves the file as it was, and beside it at most one whose name ends in `.part`.
 */
import { link, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Puts that content in the place of whatever is there; for its owner alone, and safe from a power cut when it resolves. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const part = `${path}.part`
  await writeSynced(part, content)
  await rename(part, path)
  await syncDirectory(dirname(path))
}

/**
 * The same where nothing may be yet: of several that try, one succeeds.
 * @param mark tells the file beside it from that of another process
 * @throws the system's EEXIST when something is there
 */
export async function writeFirst(path: string, content: string, mark: string): Promise<void> {
  const part = `${path}.${mark}.part`
  try {
    await writeSynced(part, content)
    await link(part, path)
  } finally {
    await rm(part, { force: true })
  }
  await syncDirectory(dirname(path))
}

/** Brings renames and new names in that folder onto the disk. */
export async function syncDirectory(directory: string): Promise<void> {
  // a folder cannot be opened for syncing on Windows, where renames are ordered by the file system
  if (process.platform === 'win32') return
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}
