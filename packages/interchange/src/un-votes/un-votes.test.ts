import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { loadShipped } from '@demarche/doctrine'
import { sharedData } from '@demarche/testkit'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'

const { kinds } = loadShipped()
const read = (bytes: Uint8Array) =>
  readDocument(bytes, {
    filename: 'votes.csv',
    assertedBy: 'EU',
    assertedAt: '2026-03-01T10:00:00.000Z',
    kinds,
  })
const text = (content: string) => read(new TextEncoder().encode(content))

const HEADER = 'rcid,session,importantvote,date,unres,amend,para,short,descr\n'
const row = (rcid: number, session: number, date: string, title: string, para = 'NA') =>
  `${rcid},${session},NA,${date},R/73/${rcid},NA,${para},NA,"${title}"\n`
const nameOf = (assertions: readonly { readonly property: string; readonly value: unknown }[] = []) =>
  assertions.find(({ property }) => property === 'name')?.value

describe('roll calls of the General Assembly', () => {
  it('are votes with their symbol in one spelling and their title without what follows it', async () => {
    const reading = await text(
      'rcid,session,importantvote,date,unres,amend,para,short,descr\n' +
        '1,73,NA,2018-12-05,R/73/27,NA,NA,"ICT","Something : resolution / adopted by the General Assembly"\n' +
        '2,73,NA,2018-12-05,A/RES/73/27,NA,1,NA,"Something else"\n' +
        'x,73,NA,2018-12-05,R/73/28,NA,NA,"a","b"\n' +
        '3,73,NA,2018-13-05,R/73/28,NA,NA,"a","b"\n',
    )
    expect(reading.format).toBe('un-roll-calls-csv')
    const [first, second] = reading.statements.map(({ entity, assertions }) => [
      entity,
      Object.fromEntries(assertions.map(({ property, value }) => [property, value])),
    ])
    expect(first).toEqual([
      'vote:unga-1',
      { name: 'Something', symbol: 'A/RES/73/27', start: '2018-12-05', subject: 'ICT' },
    ])
    expect(second).toEqual([
      'vote:unga-2',
      { name: 'paragraph of A/RES/73/27: Something else', symbol: 'A/RES/73/27', start: '2018-12-05' },
    ])
    expect(reading.rejected.map(({ place, rule }) => [place, rule])).toEqual([
      ['row 4', 'INT-25'],
      ['row 5', 'INT-12'],
    ])
  })

  it('say of the columns that nothing keeps how often something stood there (INT-11)', async () => {
    const { notCarriedOver } = await text(
      `${HEADER}1,73,1,2018-12-05,R/73/27,NA,NA,NA,"Something"\n2,73,NA,2018-12-06,R/73/28,NA,NA,NA,"Other"\n`,
    )
    expect(notCarriedOver.map(({ field, count }) => [field, count])).toEqual([
      ['session', 2],
      ['importantvote', 1],
    ])
  })

  it.each([
    [
      'minutes',
      '1',
      `The President: May I take it that so it is? It was so decided. ${'More was said. '.repeat(60)}`,
      'paragraph of A/RES/64/246',
    ],
    [
      'a long text',
      'NA',
      `Report of the Committee on the matter. ${'More of it. '.repeat(60)}`,
      'Report of the Committee on the matter.',
    ],
    ['one long sentence', 'NA', 'word '.repeat(99).trim(), `${'word '.repeat(48)}…`],
  ])('INT-59 of %s keep a short name, and the whole with the source', async (_, para, descr, name) => {
    const { statements, rejected } = await text(
      `${HEADER}1,64,NA,2009-12-02,R/64/246,NA,${para},NA,"${descr}"\n`,
    )
    expect(rejected).toEqual([])
    expect(nameOf(statements[0]?.assertions)).toBe(name)
    expect(statements[0]?.source.note).toBe(descr.trim())
  })

  it('INT-60 are proposed as rivals in one session, within a month, on ICT security, under another title', async () => {
    const security = 'in the context of international security'
    const reading = await text(
      HEADER +
        row(1, 73, '2018-12-05', `Developments in telecommunications ${security}`) +
        row(2, 73, '2018-12-22', `Behaviour in cyberspace ${security}`) +
        row(3, 73, '2018-12-22', `Behaviour in cyberspace ${security}.`) +
        row(4, 74, '2018-12-23', `Another session on cyberspace ${security}`) +
        row(5, 73, '2019-03-01', `Cyberspace months later ${security}`) +
        row(6, 73, '2018-12-17', 'Countering the use of ICTs for criminal purposes') +
        row(7, 73, '2018-12-06', `Nuclear weapons ${security}`) +
        row(8, 73, '2018-12-06', `Cyberspace, one paragraph ${security}`, '1'),
    )
    const proposed = reading.statements.filter(({ assertions }) =>
      assertions.some(({ property }) => property === 'rivalOf'),
    )
    expect(proposed.map(({ entity, assertions }) => [entity, assertions[0]?.value])).toEqual([
      ['vote:unga-2', 'vote:unga-1'],
      ['vote:unga-3', 'vote:unga-1'],
    ])
    for (const { source } of proposed) {
      expect(source).toMatchObject({ verified: false })
      expect(source.document).toMatch(/Judgement of this desk/)
      expect(source.note).toMatch(/To be confirmed.*17 days/)
    }
    expect(reading.remarks.map(({ place }) => place)).toEqual(['roll call 2', 'roll call 3'])
  })

  it('are joined by who voted how; NA is Namibia, and who has no row is not said to have been absent', async () => {
    const reading = await text(
      'rcid,country,country_code,vote\n1,Namibia,NA,yes\n1,Georgia,GE,no\n1,Korea,,abstain\n1,Kenya,KE,maybe\n1,Georgia,GE,yes\n',
    )
    expect(reading.format).toBe('un-votes-csv')
    expect(reading.statements.map(({ entity, assertions }) => [entity, assertions])).toEqual([
      [
        'vote:unga-1',
        [
          { property: 'inFavour', value: ['NA'] },
          { property: 'against', value: ['GE'] },
        ],
      ],
    ])
    expect(reading.rejected.map(({ rule }) => rule)).toEqual(['INT-57', 'INT-13', 'INT-58'])
  })

  it.each([
    ['rcid,unres,descr\n1,R/1,x\n', 'INT-22'],
    ['rcid,vote\n1,yes\n', 'INT-22'],
    ['rcid,country_code,vote\n', 'INT-04'],
  ])('%j is refused', async (content, rule) => {
    await expect(text(content)).rejects.toMatchObject({ faults: [{ rule }] })
  })
})

const real = (name: string): string | null => sharedData(`data/un-ga-votes/${name}`)

describe('the real tables', () => {
  const votes = real('ict_votes.csv')
  it.skipIf(votes === null)('give the tallies that the records of the Assembly have', async () => {
    const rollCalls = await read(new Uint8Array(readFileSync(real('ict_roll_calls.csv') ?? '')))
    expect(rollCalls.rejected).toEqual([])
    expect(rollCalls.records.length).toBe(12)
    expect(Math.max(...rollCalls.records.map(({ name }) => name.length))).toBeLessThan(200)
    const rivals = rollCalls.statements.flatMap(({ entity, assertions }) =>
      assertions.flatMap(({ property, value }) => (property === 'rivalOf' ? [[entity, value]] : [])),
    )
    expect(rivals).toEqual([
      ['vote:unga-6156', 'vote:unga-6073'],
      ['vote:unga-9093', 'vote:unga-9076'],
    ])
    const symbols = new Map(
      rollCalls.statements.map(({ entity, assertions }) => [
        assertions.find(({ property }) => property === 'symbol')?.value,
        entity,
      ]),
    )
    const reading = await read(new Uint8Array(readFileSync(votes ?? '')))
    expect(reading.rejected).toEqual([])
    const tally = (symbol: string) => {
      const own = reading.statements.find(({ entity }) => entity === symbols.get(symbol))
      return ['inFavour', 'against', 'abstained'].map((property) => {
        const value = own?.assertions.find((one) => one.property === property)?.value
        return Array.isArray(value) ? value.length : 0
      })
    }
    expect(tally('A/RES/73/27')).toEqual([119, 46, 14])
    expect(tally('A/RES/73/266')).toEqual([138, 12, 16])
    expect(tally('A/RES/73/187')).toEqual([94, 59, 33])
    expect(tally('A/RES/74/28')).toEqual([163, 10, 6])
    expect(tally('A/RES/74/29')).toEqual([129, 6, 45])
    expect(tally('A/RES/74/247')).toEqual([79, 60, 33])
  })

  const all = real('votes_2014_on.csv.gz')
  it.skipIf(all === null)('of six years are read as a whole', async () => {
    const reading = await read(new Uint8Array(gunzipSync(readFileSync(all ?? ''))))
    expect(reading.records.length).toBe(587)
    const count = reading.statements
      .flatMap(({ assertions }) => assertions)
      .reduce((sum, { value }) => sum + (Array.isArray(value) ? value.length : 0), 0)
    expect(count + reading.rejected.length).toBe(103_861)
    expect(reading.rejected).toEqual([])
  })
})
