import { fork } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeLockFile } from './lock-file.ts'

describe('LED-09 the lock file', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demarche-lock-'))
  })
  afterEach(() => rm(folder, { recursive: true }))
  const locks = async () => (await readdir(folder)).filter((name) => name.startsWith('lock.'))

  it('has one owner at a time, who is named to the others, and is given back', async () => {
    const release = await takeLockFile(folder)
    expect(await takeLockFile(folder)).toMatch(new RegExp(`^${process.pid} since \\d{4}-`))
    if (typeof release !== 'string') await release()
    expect(await locks()).toEqual([])
    expect(typeof (await takeLockFile(folder))).toBe('function')
  })

  it('of many that come at once, at most one has it', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => takeLockFile(folder)))
    expect(outcomes.filter((outcome) => typeof outcome !== 'string').length).toBeLessThanOrEqual(1)
    expect((await locks()).length).toBeLessThanOrEqual(1)
  })

  it('is taken over from a process that is gone, also when its number went to another one', async () => {
    const child = fork('-e', [], { execPath: process.execPath, execArgv: ['-e', ''], stdio: 'ignore' })
    await new Promise((resolve) => child.once('exit', resolve))
    await writeFile(join(folder, `lock.${child.pid}.${'0'.repeat(16)}`), `${child.pid} since yesterday\n1\n`)
    await writeFile(
      join(folder, `lock.${process.pid}.${'1'.repeat(16)}`),
      `${process.pid} since yesterday\n1\n`,
    )
    expect(typeof (await takeLockFile(folder))).toBe('function')
    expect(await locks()).toHaveLength(1)
  })
})
