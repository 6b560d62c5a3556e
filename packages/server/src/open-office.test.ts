import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StoreBusyError } from '@demarche/store'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openOffice } from './open-office.ts'

let directory: string
let leftover: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'demarche-office-'))
  mkdirSync(join(directory, 'uploads'))
  leftover = join(directory, 'uploads', 'half-an-upload')
  writeFileSync(leftover, '{"cases": [')
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const open = () =>
  openOffice({
    dataDirectory: directory,
    party: 'desk',
    uploadDirectory: join(directory, 'uploads'),
    clock: () => new Date('2026-11-23T09:00:00Z'),
    newId: () => 'job-1',
    newSuffix: () => 'a1b2c3',
    newToken: () => 'token-of-a-submission',
    reportImportDefect: () => 'TEST',
  })

describe('what an earlier run left half uploaded', () => {
  it('is gone before anybody can bring a new file, and stays while another desk has the folder', async () => {
    const first = await open()
    try {
      expect(existsSync(leftover)).toBe(false)
      mkdirSync(join(directory, 'uploads'), { recursive: true })
      writeFileSync(leftover, 'under way in the first desk')
      await expect(open()).rejects.toThrow(StoreBusyError)
      expect(existsSync(leftover)).toBe(true)
    } finally {
      await first.close()
    }
  })
})
