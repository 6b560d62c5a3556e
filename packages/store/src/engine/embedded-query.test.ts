import type { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openEmbeddedQuery } from './embedded-query.ts'
import { nameRepeated } from './repeated-statements.ts'
import { startEngine } from './start-engine.ts'

let engine: PGlite
let ask: ReturnType<typeof openEmbeddedQuery>
beforeAll(async () => {
  engine = await startEngine({})
  ask = openEmbeddedQuery(engine)
  await engine.exec(
    `create table kept (number integer primary key, words text, codes text[], is_open boolean)`,
  )
})
afterAll(() => engine.close())

const thrice = async (sql: string, parameters: readonly unknown[]) => {
  await ask(sql, parameters)
  await ask(sql, parameters)
  return ask(sql, parameters)
}

it('what is asked again is answered as the engine itself answers it, whatever the types', async () => {
  const sql = `select $1::text as words, $2::text[] as codes, $3::integer as number, $4::bigint as large,
    $5::boolean as is_open, $6::text as nothing, $7::json as parts, now()::text <> '' as told`
  const given = ['Řecko κ "quoted"', ['a,b', '{}', 'ß'], 7, 9_007_199_254_740_991n, true, null, '{"a":[1]}']
  const { rows } = await engine.query(sql, given)
  expect((await thrice(sql, given)).rows).toEqual(rows)
})

it('a long text may come as bytes', async () => {
  const sql = `select string_to_array($1::text, $2) as texts`
  const given = [Buffer.from('żółć|ελληνικά'), '|']
  expect((await thrice(sql, given)).rows).toEqual([{ texts: ['żółć', 'ελληνικά'] }])
})

it('counts the rows that were added, and reads what stands now', async () => {
  const add = `insert into kept (number, words, codes, is_open) select * from unnest($1::integer[], $2::text[])
    as r (number, words), (values ('{x}'::text[], false)) as v`
  for (const first of [1, 3, 5])
    expect(
      await ask(add, [
        [first, first + 1],
        ['one', null],
      ]),
    ).toMatchObject({ rows: [], affectedRows: 2 })
  const all = await thrice(
    `select number, words, codes, is_open from kept where number > $1 order by number`,
    [4],
  )
  expect(all).toEqual({
    rows: [
      { number: 5, words: 'one', codes: ['x'], is_open: false },
      { number: 6, words: null, codes: ['x'], is_open: false },
    ],
    affectedRows: 0,
  })
})

it('an error names its kind, and what is asked next is answered', async () => {
  const add = `insert into kept (number) values ($1)`
  await ask(add, [10])
  await ask(add, [11])
  await expect(ask(add, [11])).rejects.toMatchObject({ code: '23505' })
  await expect(thrice(`select nowhere from kept`, [])).rejects.toMatchObject({ code: '42703' })
  expect((await ask(add, [12])).affectedRows).toBe(1)
})

it('a plan made for one role shows another role nothing that is not its own', async () => {
  await engine.exec(`
    create role one; create role other;
    create table rows_of (owner text); insert into rows_of values ('one'), ('other');
    alter table rows_of enable row level security; grant select on rows_of to one, other;
    create policy own on rows_of using (owner = current_user)`)
  const as = async (role: string) => {
    await engine.exec(`set role ${role}`)
    const { rows } = await ask(`select owner from rows_of`, [])
    await engine.exec(`reset role`)
    return rows
  }
  for (let turn = 0; turn < 8; turn += 1) {
    expect(await as('one')).toEqual([{ owner: 'one' }])
    expect(await as('other')).toEqual([{ owner: 'other' }])
  }
})

it('gives a name from the second time on, to what reads or adds, and to no more than can be kept', () => {
  const nameOf = nameRepeated()
  expect([1, 2, 3].map(() => nameOf('select 1'))).toEqual([null, 'demarche_0', 'demarche_0'])
  expect([1, 2].map(() => nameOf('commit'))).toEqual([null, null])
  const names = Array.from(
    { length: 500 },
    (_, number) => [1, 2].map(() => nameOf(`select ${number} as n`))[1],
  )
  expect(names.filter((name) => name !== null)).toHaveLength(199)
  expect(nameOf('select 1')).toBe('demarche_0')
})
