import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUpNow, scheduleFault } from './scheduled-backup.ts'

let folder: string
let now = Date.parse('2026-11-24T02:15:00Z')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarche-backups-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const surroundings = (fails = false) => ({
  clock: () => new Date((now += 86_400_000)),
  store: {
    backup(file: string) {
      if (fails) return Promise.reject(new Error('the disk is full'))
      writeFileSync(file, 'a backup')
      return Promise.resolve({
        file,
        statements: 0,
        auditEntries: 0,
        seal: '',
        bytes: 8,
        files: 0,
        filesErasedMeanwhile: 0,
      })
    },
  },
  report: () => undefined,
  complain: () => undefined,
})

describe('a scheduled backup', () => {
  it('keeps as many files as the plan says, the newest ones', async () => {
    const plan = { schedule: '15 3 * * *', folder, keep: 2 }
    const files: string[] = []
    for (let day = 0; day < 4; day += 1) files.push((await backUpNow(plan, surroundings())).file)
    expect(readdirSync(folder).map((name) => join(folder, name))).toEqual(files.slice(-2))
  })

  it('leaves alone what it did not write', async () => {
    writeFileSync(join(folder, 'minutes.txt'), 'not a backup')
    await backUpNow({ schedule: '15 3 * * *', folder, keep: 1 }, surroundings())
    await backUpNow({ schedule: '15 3 * * *', folder, keep: 1 }, surroundings())
    expect(readdirSync(folder)).toHaveLength(2)
    expect(readdirSync(folder)).toContain('minutes.txt')
  })

  it('lets no old file go when the new one could not be written', async () => {
    const plan = { schedule: '15 3 * * *', folder, keep: 1 }
    const { file } = await backUpNow(plan, surroundings())
    await expect(backUpNow(plan, surroundings(true))).rejects.toThrow('the disk is full')
    expect(readdirSync(folder).map((name) => join(folder, name))).toEqual([file])
  })
})

describe('a schedule', () => {
  it('has five fields that a clock can reach', () => {
    expect(scheduleFault('15 3 * * *')).toBeNull()
    expect(scheduleFault('every night')).toMatch(/five fields/)
    expect(scheduleFault('61 3 * * *')).not.toBeNull()
  })
})
