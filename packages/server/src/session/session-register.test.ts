import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSessionRegister, type SessionOptions } from './session-register.ts'

const DAY = 86_400_000
let directory: string
let now: number
let counter: number

const options = (): SessionOptions => ({
  party: 'desk',
  days: 7,
  clock: () => new Date(now),
  randomToken: () => `random-token-number-${(counter += 1)}`,
  file: join(directory, 'sessions.json'),
})

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'demarche-sessions-'))
  now = Date.parse('2026-11-23T09:00:00Z')
  counter = 0
})
afterEach(() => rmSync(directory, { recursive: true }))

describe('a one-time link', () => {
  it('signs in once and never again', () => {
    const register = openSessionRegister(options())
    const link = register.invite()
    expect(register.signIn(link)).toMatchObject({ session: { party: 'desk' } })
    expect(register.signIn(link)).toBeNull()
  })

  it('is refused after a day, and when it was never given out', () => {
    const register = openSessionRegister(options())
    const link = register.invite()
    now += DAY
    expect(register.signIn(link)).toBeNull()
    expect(register.signIn('a-token-that-nobody-gave-out')).toBeNull()
  })
})

const signIn = () => {
  const register = openSessionRegister(options())
  const signedIn = register.signIn(register.invite())
  if (!signedIn) throw new Error('the link should have worked')
  return { register, token: signedIn.token }
}

describe('a session', () => {
  it('survives a restart and ends after its days', () => {
    const { token } = signIn()
    expect(openSessionRegister(options()).find(token)).toMatchObject({ party: 'desk' })
    now += 7 * DAY
    expect(openSessionRegister(options()).find(token)).toBeNull()
  })

  it('ends when its holder signs out, also over a restart', () => {
    const { register, token } = signIn()
    register.signOut(token)
    expect(register.find(token)).toBeNull()
    expect(openSessionRegister(options()).find(token)).toBeNull()
  })

  it('ends when the desk becomes that of another party', () => {
    const { token } = signIn()
    const renamed = openSessionRegister({ ...options(), party: 'EE' })
    expect(renamed.find(token)).toBeNull()
    renamed.signIn(renamed.invite())
    expect(openSessionRegister(options()).find(token)).toBeNull()
  })

  it('is kept as a hash, in a file for its owner alone', () => {
    const { token } = signIn()
    const file = join(directory, 'sessions.json')
    expect(readFileSync(file, 'utf8')).not.toContain(token)
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  it('is forgotten when the file is damaged, and the desk still starts', () => {
    const { token } = signIn()
    writeFileSync(join(directory, 'sessions.json'), '{"sessions": [{')
    expect(openSessionRegister(options()).find(token)).toBeNull()
  })
})
