import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNewCase, type DeskUnderTest, openDesk } from '../../../test/desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(async () => {
  desk = await openDesk()
}, 120_000)
afterAll(() => desk.close())

const namesSeenBy = async (ask: DeskUnderTest['ask']): Promise<readonly string[]> => {
  const { rows } = (await ask({ url: '/api/cases?limit=200&sort=name&order=asc' })).json()
  return rows.map(({ name }: { name: string }) => name)
}

describe('a session', () => {
  it('reads as its party, role and ceiling, and records for its party', async () => {
    const delegate = await desk.signInAs({ party: 'EE', role: 'delegate' })
    const payload = {
      ...aNewCase('Known to Estonia alone'),
      marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER', releasableTo: ['EE'] },
    }
    const opened = await delegate.ask({ method: 'POST', url: '/api/cases', payload })
    expect(opened.statusCode).toBe(201)
    expect(opened.json().statement.assertedBy).toBe('EE')

    const green = await desk.signInAs({
      party: 'EE',
      role: 'delegate',
      ceiling: { maxDistribution: 'LIMITE', maxTlp: 'TLP:GREEN' },
    })
    const french = await desk.signInAs({ party: 'FR', role: 'delegate' })
    expect(await namesSeenBy(delegate.ask)).toContain('Known to Estonia alone')
    expect(await namesSeenBy(green.ask)).not.toContain('Known to Estonia alone')
    expect(await namesSeenBy(french.ask)).not.toContain('Known to Estonia alone')
  })

  it('leaves a pseudonym in the records, and neither name nor address (ACC-03, ACC-04)', async () => {
    const delegate = await desk.signInAs({ party: 'EE', role: 'delegate' })
    const known = { name: 'Unmistakable Mari', email: 'unmistakable@example.org' }
    await desk.accounts.people.change(delegate.person, delegate.person, known)
    const payload = aNewCase('Opened by Mari')
    expect((await delegate.ask({ method: 'POST', url: '/api/cases', payload })).statusCode).toBe(201)
    const files = readdirSync(desk.directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
    expect(files.some((text) => text.includes('Opened by Mari'))).toBe(true)
    for (const told of [known.name, known.email])
      expect(
        files.some((text) => text.includes(told)),
        told,
      ).toBe(false)
  })

  it('shows an administrator no content, and the same person everything again as desk officer (ACC-05)', async () => {
    await desk.ask({ method: 'POST', url: '/api/cases', payload: aNewCase('A working case') })
    const actAs = (role: string) => desk.ask({ method: 'POST', url: '/api/session/role', payload: { role } })
    await actAs('administrator')
    expect(await namesSeenBy(desk.ask)).toEqual([])
    const refused = await desk.ask({ method: 'POST', url: '/api/cases', payload: aNewCase('Never') })
    expect(refused.statusCode).toBeGreaterThanOrEqual(400)
    await actAs('desk-officer')
    const names = await namesSeenBy(desk.ask)
    expect(names).toContain('A working case')
    expect(names).not.toContain('Never')
  })
})
