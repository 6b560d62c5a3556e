import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RecordKind, recordKindSchema } from '../record-kind.ts'
import { type Double, doublesOf } from './doubles.ts'
import type { Goal, GoalLink } from './goal.ts'
import { GoalPicture, type PictureChange } from './goal-picture.ts'
import { countCells, PICTURE_MARKS, type PicturedRecord, recordsByGoal } from './placed-record.ts'

const kindOf = (id: string, picture: object | undefined, references: readonly string[] = []): RecordKind =>
  recordKindSchema.parse({
    id,
    label: id,
    plural: `${id}s`,
    area: 'dialogues',
    description: '…',
    ...(picture ? { picture } : {}),
    groups: { what: 'What' },
    properties: [
      { name: 'name', type: 'text', group: 'what', label: 'name', description: '…' },
      { name: 'norms', type: 'set', group: 'what', label: 'norms', description: '…' },
      ...references.map((name) => ({
        name,
        type: 'reference',
        to: ['process', 'meeting', 'commitment', 'project'],
        many: true,
        group: 'what',
        label: name,
        description: '…',
      })),
    ],
    columns: ['name'],
  })

const KINDS = [
  kindOf('process', { layer: 'instrument' }, ['follows']),
  kindOf('meeting', { layer: 'activity', through: ['process'] }, ['process']),
  kindOf('project', { layer: 'activity' }, ['commitments']),
  kindOf('commitment', { layer: 'commitment', through: ['madeAt'] }, ['madeAt']),
  kindOf('vote', undefined),
]
const rule = (kind: string, property?: string, word?: string) => ({
  kind,
  ...(property === undefined ? {} : { property }),
  ...(word === undefined ? {} : { word }),
  verified: false,
})
const TALK: Goal = { entity: 'goal:talk', rules: [rule('process', 'body', 'EU')] }
const BUILD: Goal = {
  entity: 'goal:build',
  rules: [rule('project', 'themes', 'police'), rule('project')],
}
const record = (entity: string, ...facets: readonly string[]): PicturedRecord => ({
  entity,
  kind: entity.slice(0, entity.indexOf(':')),
  facets,
  timing: null,
})
/** The picture of all that is told at once. */
const layOut = (
  records: readonly PicturedRecord[],
  {
    kinds = KINDS,
    goals = [TALK, BUILD],
    outside = [],
    links = [],
    doubles = new Map(),
  }: Partial<Pick<PictureChange, 'links' | 'doubles'>> & {
    readonly kinds?: readonly RecordKind[]
    readonly goals?: readonly Goal[]
    /** what is seen and in no picture */
    readonly outside?: readonly PicturedRecord[]
  } = {},
) => {
  const picture = new GoalPicture(kinds, goals)
  picture.change({ gone: [], come: [...records, ...outside], pictured: records, links, doubles })
  return new Map(
    records.flatMap(({ entity }) => {
      const placed = picture.placed(entity)
      return placed ? [[entity, placed] as const] : []
    }),
  )
}
const link = (of: string, goal: string, ...says: GoalLink['says']): GoalLink => ({
  entity: `goal-link:${of}-${says.join('')}`,
  record: of,
  goal,
  says,
})
const SERIES = record('process:series', 'body=EU', 'body=US')

describe('what counts for a goal', () => {
  it('is what a rule names by kind and word, with the rules that it fits (GOL-02)', () => {
    const laid = layOut([SERIES, record('process:other', 'body=US'), record('project:a', 'themes=police')])
    expect(laid.get('process:series')?.claims).toEqual([
      { goal: 'goal:talk', grounds: [{ how: 'rule', rule: 0 }], contested: false },
    ])
    expect(laid.get('process:other')?.claims).toEqual([])
    expect(laid.get('project:a')?.claims[0]?.grounds).toEqual([
      { how: 'rule', rule: 0 },
      { how: 'rule', rule: 1 },
    ])
  })

  it('goes from a process to its meeting and on to what was promised there (GOL-02)', () => {
    const laid = layOut([
      record('commitment:a', 'madeAt=meeting:round'),
      record('meeting:round', 'process=process:series'),
      SERIES,
    ])
    expect(laid.get('commitment:a')?.claims).toEqual([
      {
        goal: 'goal:talk',
        grounds: [{ how: 'through', property: 'madeAt', record: 'meeting:round' }],
        contested: false,
      },
    ])
  })

  it('does not go by a reference that the kind does not pass on, nor around in a circle', () => {
    const laid = layOut([
      SERIES,
      record('process:next', 'follows=process:series'),
      record('meeting:a', 'process=meeting:b'),
      record('meeting:b', 'process=meeting:a'),
    ])
    expect(laid.get('process:next')?.claims).toEqual([])
    expect(laid.get('meeting:a')?.claims).toEqual([])
  })

  it('is what people say before any rule: set aside, added, or contested where they differ (GOL-03)', () => {
    const round = record('meeting:round', 'process=process:series')
    const said = (...links: readonly GoalLink[]) => layOut([SERIES, round], { links })
    const aside = said(link('process:series', 'goal:talk', 'no'))
    expect(aside.get('process:series')).toMatchObject({ claims: [], setAside: ['goal:talk'] })
    expect(aside.get('meeting:round')?.claims).toEqual([])
    const added = said(link('meeting:round', 'goal:build', 'yes'))
    expect(added.get('meeting:round')?.claims.map(({ goal }) => goal)).toEqual(['goal:talk', 'goal:build'])
    for (const both of [
      [link('process:series', 'goal:talk', 'yes'), link('process:series', 'goal:talk', 'no')],
      [link('process:series', 'goal:talk', 'yes', 'no')],
    ])
      expect(said(...both).get('process:series')?.claims).toMatchObject([
        { goal: 'goal:talk', contested: true },
      ])
  })
})

describe('lonely', () => {
  it.each([
    ['what names nothing and is named by nothing', [record('project:a', 'themes=police')], true],
    ['not what names a record of another kind', [record('project:a', 'commitments=commitment:x')], false],
    ['not what names a norm', [record('project:a', 'norms=un-c')], false],
    ['what names only itself', [record('project:a', 'commitments=project:a')], true],
  ] as const)('%s (GOL-05)', (_, records, lonely) => {
    expect(layOut(records).get('project:a')?.lonely).toBe(lonely)
  })

  it('is nobody whom another record names, in the picture or outside of it (GOL-05)', () => {
    expect(
      layOut([SERIES], { outside: [record('meeting:round', 'process=process:series')] }).get('process:series')
        ?.lonely,
    ).toBe(false)
    const laid = layOut([SERIES, record('meeting:round', 'process=process:series')])
    expect(laid.get('process:series')).toMatchObject({ lonely: false, linked: ['meeting:round'] })
  })
})

const verdict = (...verdicts: readonly string[]) => ({ first: 'project:b', second: 'project:a', verdicts })

describe('doubled', () => {
  const pair = [['project:a', 'project:b']] as const
  it.each([
    ['by the search alone it is a suggestion', pair, [], { confirmed: false, contested: false }],
    ['by people it is confirmed', [], [verdict('duplicate')], { confirmed: true, contested: false }],
    ['by both it is named once', pair, [verdict('duplicate')], { confirmed: true, contested: false }],
    [
      'where people say other things too it is contested',
      pair,
      [verdict('duplicate'), verdict('synergy')],
      { confirmed: true, contested: true },
    ],
    ['where people say otherwise it is not', pair, [verdict('synergy')], undefined],
  ] as const)('%s (GOL-06)', (_, suggested, verdicts, expected) => {
    const doubles = doublesOf(suggested, verdicts)
    expect(doubles.get('project:a')).toEqual(expected && [{ other: 'project:b', ...expected }])
    expect(doubles.get('project:b')).toEqual(expected && [{ other: 'project:a', ...expected }])
  })
})

const slug = fc.constantFrom('a', 'b', 'c', 'd')
const entity = fc.tuple(fc.constantFrom('process', 'meeting', 'project', 'commitment', 'vote'), slug)
const named = entity.map(([kind, id]) => `${kind}:${id}`)
const facets = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom('body=EU', 'themes=police', 'norms=un-c'),
    fc
      .tuple(fc.constantFrom('process', 'madeAt', 'commitments', 'follows'), named)
      .map((two) => two.join('=')),
  ),
  { maxLength: 4 },
)
const records = fc.uniqueArray(
  fc.record({
    entity: named,
    facets,
    timing: fc.constantFrom('late', 'ahead', 'settled', 'cannot-tell', null),
  }),
  { maxLength: 12, selector: (one) => one.entity },
)
const pictured = records.map((all) =>
  all.map((one): PicturedRecord => ({ ...one, kind: one.entity.slice(0, one.entity.indexOf(':')) })),
)
const links = fc.array(
  fc
    .tuple(named, fc.constantFrom('goal:talk', 'goal:build', 'goal:gone'), fc.constantFrom('yes', 'no'), slug)
    .map(([of, goal, says, id]): GoalLink => ({ entity: `goal-link:${id}`, record: of, goal, says: [says] })),
  { maxLength: 6 },
)

describe('the picture, whatever is in it', () => {
  it('does not depend on the order in which things come', () => {
    fc.assert(
      fc.property(pictured, links, (all, said) => {
        const there = layOut(all, { links: said })
        const back = layOut(all.toReversed(), { links: said.toReversed() })
        expect(Object.fromEntries(back)).toEqual(Object.fromEntries(there))
      }),
    )
  })

  it('loses nothing: what counts for no goal has its own row, and figures are those of their records (GOL-07)', () => {
    fc.assert(
      fc.property(pictured, links, (all, said) => {
        const placed = [...layOut(all, { links: said }).values()]
        const rows = ['goal:talk', 'goal:build', null].map((goal) => recordsByGoal(placed).get(goal) ?? [])
        expect(new Set(rows.flat().map((one) => one.entity))).toEqual(
          new Set(all.flatMap((one) => (one.kind === 'vote' ? [] : [one.entity]))),
        )
        for (const row of rows) {
          const cells = Object.values(countCells(row))
          expect(cells.reduce((sum, { total }) => sum + total, 0)).toBe(row.length)
          for (const cell of cells)
            for (const mark of PICTURE_MARKS) expect(cell[mark]).toBeLessThanOrEqual(cell.total)
          const late = cells.reduce((sum, cell) => sum + cell.late, 0)
          expect(late).toBe(row.filter(({ timing }) => timing === 'late').length)
        }
      }),
    )
  })

  it('changed step by step is the one that is laid out anew', () => {
    const doubles = fc
      .dictionary(named, fc.boolean(), { maxKeys: 3 })
      .map(
        (all): ReadonlyMap<string, readonly Double[]> =>
          new Map(
            Object.entries(all).map(([one, confirmed]) => [
              one,
              [{ other: 'project:z', confirmed, contested: false }],
            ]),
          ),
      )
    const step = fc.record({ all: pictured, said: links, doubled: doubles, kept: fc.nat(3) })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (steps) => {
        const picture = new GoalPicture(KINDS, [TALK, BUILD])
        let before: readonly PicturedRecord[] = []
        for (const { all, said, doubled, kept } of steps) {
          // some of them stay as they are
          const stays = before.slice(0, kept)
          const after = [...stays, ...all.filter((one) => !stays.some(({ entity: id }) => id === one.entity))]
          const come = after.filter((one) => !stays.includes(one))
          picture.change({ gone: before.slice(kept), come, pictured: come, links: said, doubles: doubled })
          before = after
          const anew = layOut(after, { links: said, doubles: doubled })
          expect(new Map(after.flatMap(({ entity: id }) => [[id, picture.placed(id)] as const]))).toEqual(
            new Map(after.map(({ entity: id }) => [id, anew.get(id)])),
          )
          for (const goal of ['goal:talk', 'goal:build', null])
            expect(picture.cells(goal)).toEqual(countCells(recordsByGoal([...anew.values()]).get(goal) ?? []))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('takes no goal and no link from a record because another is added', () => {
    fc.assert(
      fc.property(pictured, links, (all, said) => {
        const [added, ...before] = all
        if (!added) return
        const [less, more] = [layOut(before, { links: said }), layOut(all, { links: said })]
        for (const [id, one] of less) {
          const goals = more.get(id)?.claims.map(({ goal }) => goal)
          for (const { goal } of one.claims) expect(goals).toContain(goal)
          if (!one.lonely) expect(more.get(id)?.lonely).toBe(false)
        }
      }),
    )
  })

  it('counts nothing for a goal for which people set it aside (GOL-03)', () => {
    fc.assert(
      fc.property(pictured, links, (all, said) => {
        for (const { claims, setAside } of layOut(all, { links: said }).values())
          for (const { goal } of claims) expect(setAside).not.toContain(goal)
      }),
    )
  })
})
