import type { GoalRecordsAnswer, GoalsAnswer, RecordListAnswer } from '@demarche/api'
import {
  countCells,
  doublesOf,
  facetsOf,
  type Goal,
  type GoalCells,
  goalLinkIn,
  GoalPicture,
  PICTURE_LAYERS,
  PICTURE_MARKS,
  type PortfolioRecord,
  recordsByGoal,
  timingOf,
  valuesOf,
} from '@demarche/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeskUnderTest, openDesk, type SignedInForTest } from '../../../test/desk-under-test.ts'
import {
  addToRecord,
  CLOSED,
  delegateOfOpenRecords,
  OPEN,
  putOnRecord,
} from '../../../test/records-by-hand.ts'

let desk: DeskUnderTest
let delegate: SignedInForTest
beforeAll(async () => {
  desk = await openDesk()
  delegate = await delegateOfOpenRecords(desk)
})
afterAll(() => desk.close())

const TODAY = '2026-11-23'

const opened = (kind: string, facts: Record<string, unknown>, marking = OPEN) =>
  putOnRecord(desk, kind, facts, marking)
const add = (entity: string, facts: Record<string, unknown>, marking = OPEN, more: object = {}) =>
  addToRecord(desk, entity, facts, marking, more)
const show = async (who = desk.officer): Promise<GoalsAnswer> => {
  const answer = await who.ask({ url: '/api/portfolio/goals' })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const list = async (query: string, who = desk.officer): Promise<GoalRecordsAnswer> => {
  const answer = await who.ask({ url: `/api/portfolio/goals/records?limit=100&${query}` })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const rowOf = async (entity: string, query: string, who = desk.officer) =>
  (await list(query, who)).rows.find((row) => row.entity === entity)
const total = (cells: GoalCells) => PICTURE_LAYERS.reduce((sum, layer) => sum + cells[layer].total, 0)

type Row = Pick<PortfolioRecord, 'entity' | 'kind' | 'facts' | 'name' | 'marking' | 'doubts'>
const everything = async (
  who: SignedInForTest,
  kinds = desk.office.portfolio.kinds,
): Promise<readonly Row[]> => {
  const rows: Row[] = []
  for (const kind of kinds) {
    for (let offset = 0, all = 1; offset < all; offset += 200) {
      const url = `/api/portfolio/records?kind=${kind.id}&detail=all&limit=200&offset=${offset}`
      const answer: RecordListAnswer = (await who.ask({ url })).json()
      all = answer.total
      rows.push(...answer.rows)
    }
  }
  return rows
}

const without = (cells: GoalCells) =>
  PICTURE_LAYERS.map((layer) => ({ ...cells[layer], doubled: 0, 'perhaps-doubled': 0 }))
const facets = (row: Row) =>
  row.facts.flatMap(({ property }) =>
    valuesOf(row, property).flatMap((value) => facetsOf({ property, value })),
  )

/** The figures of the picture, from every record read in full; the search for overlaps is left out. */
const readAll = async (who: SignedInForTest) => {
  const { kinds } = desk.office.portfolio
  const rows = await everything(who)
  const answer = await show(who)
  const goals: readonly Goal[] = answer.goals
  const records = rows.map((row) => {
    const kind = desk.office.portfolio.kind(row.kind)
    return { entity: row.entity, kind: row.kind, facets: facets(row), timing: timingOf(kind, row, TODAY) }
  })
  const picture = new GoalPicture(kinds, goals)
  picture.change({
    gone: [],
    come: records,
    pictured: records,
    links: rows.flatMap((row) =>
      row.kind === 'goal-link' ? (goalLinkIn({ ...row, asOf: TODAY }) ?? []) : [],
    ),
    doubles: doublesOf([], []),
  })
  const placed = records.flatMap(({ entity }) => picture.placed(entity) ?? [])
  return {
    found: [...answer.goals.map(({ cells }) => cells), answer.none].map(without),
    read: [...goals.map(({ entity }) => entity), null].map((goal) =>
      without(countCells(recordsByGoal(placed).get(goal) ?? [])),
    ),
  }
}

describe('goal.show', () => {
  it('GOL-01 gives the goals of the mandate in their order, each with its source and the rules, which are ours', async () => {
    const { asOf, goals } = await show()
    expect(asOf).toBe(TODAY)
    expect(goals.map(({ entity }) => entity)).toEqual([
      'goal:law-and-norms',
      'goal:confidence',
      'goal:joint-response',
      'goal:partners',
      'goal:crime-and-evidence',
      'goal:capacity',
      'goal:rights-online',
      'goal:technology',
      'goal:stakeholders',
    ])
    for (const { sources, rules, aim, entity } of goals) {
      expect(sources[0]?.document, entity).toContain('Non-paper on EU Cyber Diplomacy')
      expect(aim, entity).toHaveLength(1)
      expect(rules.length, entity).toBeGreaterThan(0)
      expect(
        rules.every(({ verified }) => !verified),
        entity,
      ).toBe(true)
    }
    expect(goals.map(({ unverified }) => unverified).lastIndexOf(true)).toBe(8)
    expect(goals[0]?.unverified).toBe(false)
  })

  it('GOL-08 counts what reading every record that comes with the desk would count', async () => {
    const { found, read } = await readAll(desk.officer)
    expect(found).toEqual(read)
    const { goals } = await show()
    const capacity = goals.find(({ entity }) => entity === 'goal:capacity')
    const all = await everything(desk.officer)
    // every project, and the conference that meets in a process which serves the goal
    const conference = all.filter(({ entity }) => entity === 'meeting:capacity-building-conference-1')
    expect(conference).toHaveLength(1)
    expect(capacity?.cells.activity.total).toBe(all.filter(({ kind }) => kind === 'project').length + 1)
    expect(capacity?.cells.strategy.total).toBe(2)
  })

  it('every figure is as many records as stand behind it (GOL-07)', async () => {
    const { goals, none } = await show()
    for (const [goal, cells] of [
      ...goals.map((one) => [one.entity, one.cells] as const),
      ['none', none] as const,
    ])
      for (const layer of PICTURE_LAYERS) {
        expect((await list(`goal=${goal}&layer=${layer}`)).total, `${goal} ${layer}`).toBe(cells[layer].total)
        for (const mark of PICTURE_MARKS)
          if (cells[layer][mark] > 0)
            expect((await list(`goal=${goal}&layer=${layer}&mark=${mark}`)).total).toBe(cells[layer][mark])
      }
  })

  it('GOL-02 follows a promise to its meeting and the series that the meeting belongs to', async () => {
    const row = await rowOf('commitment:eu-uk-fourth-round', 'goal=goal:partners&layer=commitment')
    expect(row?.claim?.grounds).toContainEqual({
      how: 'through',
      property: 'madeAt',
      record: 'meeting:eu-uk-dialogue-3',
    })
    expect(row).toMatchObject({ timing: 'ahead', due: ['2026-12-31'], lonely: false })
    expect(row?.linked).toContain('meeting:eu-uk-dialogue-3')
  })

  it('GOL-04 calls late what is past its day, and never on time what nobody dated', async () => {
    const madeAt = 'meeting:eu-uk-dialogue-3'
    const late = await opened('commitment', { name: 'Send a list', madeAt, due: '2026-06', standing: 'open' })
    const undated = await opened('commitment', { name: 'Send another', madeAt, standing: 'open' })
    const query = 'goal=goal:partners&layer=commitment'
    expect((await rowOf(late, query))?.timing).toBe('late')
    expect((await rowOf(undated, query))?.timing).toBe('cannot-tell')
    expect(await rowOf(late, `${query}&mark=late`)).toBeDefined()
    expect(await rowOf(undated, `${query}&mark=late`)).toBeUndefined()
    await add(late, { due: '2027' })
    expect((await rowOf(late, query))?.timing).toBe('ahead')
    await add(undated, { standing: 'kept' }, OPEN, { validFrom: '2026-05' })
    expect((await rowOf(undated, query))?.timing).not.toBe('ahead')
  })

  it('GOL-03 sets aside what people say does not serve, counts what they say does, and shows where they differ', async () => {
    const project = await opened('project', { name: 'A course for judges', themes: ['criminal-justice'] })
    const own = 'goal=goal:crime-and-evidence&layer=activity'
    const rights = 'goal=goal:rights-online&layer=activity'
    expect((await rowOf(project, own))?.claim?.grounds).toMatchObject([{ how: 'rule' }])
    const link = { record: project, goal: 'goal:crime-and-evidence', grounds: 'It is about contracts.' }
    const no = await opened('goal-link', { name: 'Not this', ...link, serves: 'no' })
    expect(await rowOf(project, own)).toBeUndefined()
    expect((await rowOf(project, 'goal=goal:capacity&layer=activity'))?.setAside).toEqual([
      'goal:crime-and-evidence',
    ])
    await add(no, { serves: 'yes' })
    expect((await rowOf(project, own))?.claim).toMatchObject({ contested: true })
    const yes = await opened('goal-link', {
      name: 'But that',
      record: project,
      goal: 'goal:rights-online',
      serves: 'yes',
    })
    expect((await rowOf(project, rights))?.claim?.grounds).toEqual([{ how: 'said', link: yes }])
    // to be judged links nothing (GOL-05)
    expect((await rowOf(project, rights))?.lonely).toBe(true)
    await add(project, { norms: ['un-d'] })
    expect((await rowOf(project, rights))?.lonely).toBe(false)
  })

  it('GOL-06 calls doubled what people or the search say is the same work', async () => {
    const course = {
      objective: 'Train prosecutors and judges of Kiribati in electronic evidence.',
      themes: ['criminal-justice'],
      countries: ['KI'],
      donors: ['EU'],
      implementers: ['Council of Europe'],
      start: '2025-01-01',
      end: '2027-12-31',
    }
    const one = await opened('project', { name: 'Kiribati e-evidence course', ...course })
    const other = await opened('project', { name: 'Kiribati e-evidence course', ...course })
    const query = 'goal=goal:capacity&layer=activity&mark=doubled'
    const perhaps = 'goal=goal:capacity&layer=activity&mark=perhaps-doubled'
    expect(await rowOf(one, query)).toBeUndefined()
    expect((await rowOf(one, perhaps))?.doubles).toEqual([{ other, confirmed: false, contested: false }])
    const unsearched = await list(`${perhaps}&search=no`)
    expect(unsearched.rows.map(({ entity }) => entity)).not.toContain(one)
    const verdict = { first: one, second: other, grounds: 'Both were asked.' }
    await opened('overlap-verdict', { name: 'Same', ...verdict, verdict: 'duplicate' })
    expect(await rowOf(one, perhaps)).toBeUndefined()
    const answer = await list(query)
    expect(answer.rows.find(({ entity }) => entity === other)?.doubles).toEqual([
      { other: one, confirmed: true, contested: false },
    ])
    expect(answer.named[one]?.name).toBe('Kiribati e-evidence course')
    await opened('overlap-verdict', { name: 'Not the same', ...verdict, verdict: 'synergy' })
    expect((await rowOf(one, query))?.doubles).toEqual([{ other, confirmed: true, contested: true }])
  })

  it('GOL-07 is the same for a reader whatever they may not see', async () => {
    const seen = await opened('commitment', { name: 'Open to all', due: '2026-12' })
    const goal = await opened('goal', { name: 'A goal of ours', aim: 'Talk.', number: 20 })
    const ask = async () => [
      await show(delegate),
      await list('goal=none&layer=commitment', delegate),
      await list('goal=goal:partners&layer=commitment', delegate),
      (await delegate.ask({ url: '/api/portfolio/goals/export' })).body,
    ]
    const before = await ask()
    expect((await rowOf(seen, 'goal=none&layer=commitment', delegate))?.lonely).toBe(true)
    await add(seen, { due: '2025', madeAt: 'meeting:eu-uk-dialogue-3' }, CLOSED)
    await opened('project', { name: 'Closed', commitments: seen }, CLOSED)
    await opened('goal-link', { name: 'Closed', record: seen, goal, serves: 'yes' }, CLOSED)
    await add(goal, { counts: { kind: 'commitment' } }, CLOSED)
    await opened('goal', { name: 'A closed goal', aim: 'Hide.', number: 0 }, CLOSED)
    expect(await ask()).toEqual(before)
    const row = await rowOf(seen, `goal=${goal}&layer=commitment`)
    expect(row?.claim?.grounds).toMatchObject([{ how: 'said' }, { how: 'rule', rule: 0 }])
    expect(row?.lonely).toBe(false)
    for (const who of [delegate, desk.officer]) {
      const { found, read } = await readAll(who)
      expect(found).toEqual(read)
    }
  })
})

describe('goal.records', () => {
  it('goes page by page without leaving out or repeating', async () => {
    const whole = await list('goal=goal:capacity&layer=activity')
    const pages: string[] = []
    for (let offset = 0; offset < 40; offset += 20) {
      const url = `/api/portfolio/goals/records?goal=goal:capacity&layer=activity&limit=20&offset=${offset}`
      const { rows }: GoalRecordsAnswer = (await desk.ask({ url })).json()
      pages.push(...rows.map(({ entity }) => entity))
    }
    expect(pages).toEqual(whole.rows.slice(0, 40).map(({ entity }) => entity))
  })

  it.each([
    ['a goal that there is not', 'goal=goal:moon&layer=activity', 404],
    ['a layer that there is not', 'goal=none&layer=moon', 400],
    ['no goal', 'layer=activity', 400],
  ])('refuses %s', async (_, query, status) => {
    expect((await desk.ask({ url: `/api/portfolio/goals/records?${query}` })).statusCode).toBe(status)
  })
})

describe('goal.export', () => {
  it('gives a line for each record under each goal, under the highest marking in it', async () => {
    const answer = await delegate.ask({ url: '/api/portfolio/goals/export' })
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.headers['content-disposition']).toContain(`goals-${TODAY}-TLP-CLEAR`)
    const lines = answer.body.trim().split('\r\n')
    const { goals, none } = await show(delegate)
    const all = [...goals.map(({ cells }) => cells), none].reduce((sum, cells) => sum + total(cells), 0)
    expect(lines[0]).toContain('Demarche picture by goals · TLP:CLEAR')
    expect(lines).toHaveLength(2 + all)
    expect(answer.body).toContain('cannot tell: no date')
    expect(answer.body).not.toContain('A closed goal')
    const late = await desk.ask({ url: '/api/portfolio/goals/export?mark=late' })
    expect(late.body).not.toContain('cannot tell')
    const own = await desk.ask({ url: '/api/portfolio/goals/export' })
    expect(own.headers['content-disposition']).toContain('RED')
  })

  it('says heads, goals and kinds in the language asked for, with their codes in columns of their own', async () => {
    const answer = await delegate.ask({ url: '/api/portfolio/goals/export?language=fr' })
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.headers['content-disposition']).toContain(`goals-${TODAY}-TLP-CLEAR-fr.csv`)
    const [first, head, ...lines] = answer.body.trim().split('\r\n')
    expect(first).toContain('Demarche vue d’ensemble par objectif · TLP:CLEAR')
    expect(head).toContain(
      'objectif,objectif (code),niveau,niveau (code),type,type (code),fiche,nom,marquage',
    )
    const course = lines.filter((line) => line.includes(',goal:capacity,') && line.includes(',project,'))
    expect(course.length).toBeGreaterThan(0)
    for (const line of course)
      expect(line).toMatch(
        /^Les partenaires peuvent se protéger eux-mêmes,goal:capacity,activité,activity,projet,project,project:/,
      )
    expect(answer.body).toContain('sans date\u00a0: personne ne peut le dire,cannot-tell,')
    expect(answer.body).toMatch(/règle \d+ de l’objectif/)
    const english = (await delegate.ask({ url: '/api/portfolio/goals/export' })).body.trim().split('\r\n')
    expect(english).toHaveLength(lines.length + 2)
    expect(english.join()).not.toContain('partenaires')
  })

  it('refuses a language that there is not', async () => {
    expect((await desk.ask({ url: '/api/portfolio/goals/export?language=xx' })).statusCode).toBe(400)
  })
})
