import { describe, expect, it } from 'vitest'
import { at, AUTHORITY, portfolioUnderTest } from '../../../test/portfolio-under-test.ts'

const on = portfolioUnderTest()
const { opened, list, show, partner } = on

const statementOn = (entity: string, property: string, value: unknown, marking: object) =>
  on.desk.ask({
    method: 'POST',
    url: `${at(entity)}/statements`,
    payload: { ...AUTHORITY, marking, assertions: [{ property, value }] },
  })
const withdraw = async (entity: string, follows?: string) => {
  const { statements } = await show(entity)
  const last = Object.values(statements).toSorted((a, b) => (a.assertedAt < b.assertedAt ? 1 : -1))[0]
  return on.desk.ask({
    method: 'POST',
    url: `${at(entity)}/withdrawal`,
    payload: { reason: 'Entered by mistake.', follows: follows ?? last?.id },
  })
}

describe('portfolio.withdraw', () => {
  it('takes a record out of every list, under each marking that something of it has, and keeps its history (PFO-07)', async () => {
    const entity = await opened('project', { name: 'Withdrawn Course', countries: ['TV'] })
    await statementOn(entity, 'themes', ['legislation'], { distribution: 'LIMITE', tlp: 'TLP:AMBER' })
    const before = (await list('kind=project&limit=1')).total
    const answer = await withdraw(entity)
    expect(answer.statusCode).toBe(201)
    expect(answer.json().statements.map(({ marking }: { marking: { tlp: string } }) => marking.tlp)).toEqual([
      'TLP:CLEAR',
      'TLP:AMBER',
    ])
    expect((await list('kind=project&limit=1')).total).toBe(before - 1)
    expect((await list('kind=project&q=withdrawn')).rows).toEqual([])
    expect((await partner('TV')).view.projects.map((one) => one.entity)).not.toContain(entity)
    const { record, statements } = await show(entity)
    expect(record.facts.every(({ fact }) => fact?.state !== 'known')).toBe(true)
    expect(Object.values(statements).filter(({ reason }) => reason === 'Entered by mistake.')).toHaveLength(2)
  })

  it('is refused when more was said of it than its reader had seen, and when nothing of it stands', async () => {
    const entity = await opened('project', { name: 'Course of two' })
    const [first] = Object.values((await show(entity)).statements)
    await statementOn(entity, 'end', '2030', AUTHORITY.marking)
    expect((await withdraw(entity, first?.id)).json()).toMatchObject({ code: 'stale-write' })
    expect((await withdraw(entity)).statusCode).toBe(201)
    const again = await withdraw(entity)
    expect(again.statusCode).toBe(404)
    expect(again.json().faults).toMatchObject([{ words: { code: 'changed-meanwhile' } }])
  })

  it('what was withdrawn can be said again', async () => {
    const entity = await opened('project', { name: 'Said again' })
    await withdraw(entity)
    expect((await statementOn(entity, 'name', 'Said again', AUTHORITY.marking)).statusCode).toBe(201)
    expect((await list('kind=project&q=said again')).rows).toMatchObject([{ entity }])
  })
})
