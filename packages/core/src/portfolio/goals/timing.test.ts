import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standingAssertions } from '../../kernel/fact.ts'
import { latestDay, parsePartialDate } from '../../kernel/partial-date.ts'
import { identify, type Statement } from '../../kernel/statement.ts'
import type { Value } from '../../kernel/value.ts'
import { facetsOf } from '../facets.ts'
import { statedProperties } from '../open-points/stated-properties.ts'
import { readRecord } from '../read-record.ts'
import { type RecordKind, recordKindSchema } from '../record-kind.ts'
import { goalIn, goalLinkIn } from './goal.ts'
import { timingOf, timingOfStated } from './timing.ts'

const TODAY = '2026-11-23'
const kindOf = (id: string, properties: readonly object[]): RecordKind =>
  recordKindSchema.parse({
    id,
    label: id,
    plural: `${id}s`,
    area: 'dialogues',
    description: '…',
    groups: { what: 'What' },
    properties: [{ name: 'name', type: 'text' }, ...properties].map((one) => ({
      group: 'what',
      label: 'x',
      description: '…',
      ...one,
    })),
    columns: ['name'],
  })
const COMMITMENT = kindOf('commitment', [
  { name: 'due', type: 'date' },
  { name: 'standing', type: 'enum', values: { open: 'open', kept: 'kept', late: 'kept late' } },
])
const CONSULTATION = kindOf('consultation', [
  { name: 'due', type: 'date' },
  { name: 'outcome', type: 'text' },
])
const PROJECT = kindOf('project', [
  { name: 'start', type: 'date' },
  { name: 'end', type: 'date' },
])
const said = (kind: RecordKind, facts: Readonly<Record<string, Value>>, source = 'a page'): Statement =>
  identify({
    entity: `${kind.id}:x`,
    kind: kind.id,
    assertions: Object.entries(facts).map(([property, value]) => ({ property, value })),
    source: { document: source, verified: true },
    grading: { reliability: 'B', credibility: '2' },
    marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
    assertedBy: 'EEAS',
    assertedAt: '2026-03-01T09:00:00.000Z',
  })
const read = (kind: RecordKind, ...statements: readonly Statement[]) =>
  readRecord({ kind, entity: `${kind.id}:x`, statements, asOf: TODAY })
const timing = (kind: RecordKind, ...facts: readonly Readonly<Record<string, Value>>[]) =>
  timingOf(kind, read(kind, ...facts.map((one, index) => said(kind, one, `page ${index}`))), TODAY)

describe('late or not (GOL-04)', () => {
  it.each([
    ['past its day and open', COMMITMENT, [{ due: '2026-11-22', standing: 'open' }], 'late'],
    ['past its day and nobody says what became of it', COMMITMENT, [{ due: '2026-10' }], 'late'],
    ['on its last day', COMMITMENT, [{ due: TODAY }], 'ahead'],
    ['in the month of its day', COMMITMENT, [{ due: '2026-11' }], 'ahead'],
    ['open without a day', COMMITMENT, [{ standing: 'open' }], 'cannot-tell'],
    ['without anything', COMMITMENT, [{ name: 'x' }], 'cannot-tell'],
    ['kept, however late', COMMITMENT, [{ due: '2020', standing: 'kept' }], 'settled'],
    ['kept without a day', COMMITMENT, [{ standing: 'kept' }], 'settled'],
    [
      'ahead while one source gives it until later',
      COMMITMENT,
      [{ due: '2026-06-30' }, { due: '2027' }],
      'ahead',
    ],
    [
      'late while one source says that it is open',
      COMMITMENT,
      [{ due: '2025', standing: 'kept' }, { standing: 'open' }],
      'late',
    ],
    ['a project with a date, for which no day is set', PROJECT, [{ start: '2020' }], null],
    ['a project without any date', PROJECT, [{ name: 'x' }], 'cannot-tell'],
    ['a consultation with an outcome', CONSULTATION, [{ due: '2020', outcome: 'taken up' }], 'settled'],
  ] as const)('%s', (_, kind, facts, expected) => {
    expect(timing(kind, ...facts)).toBe(expected)
  })

  it('never says that something without a day is ahead, nor late', () => {
    const standing = fc.constantFrom('open', 'kept', 'late')
    fc.assert(
      fc.property(fc.array(standing, { maxLength: 3 }), (words) => {
        const found = timing(COMMITMENT, { name: 'x' }, ...words.map((word) => ({ standing: word })))
        expect(['cannot-tell', 'settled']).toContain(found)
      }),
    )
  })

  it('is told from what is stated as from reading it, or not at all (GOL-08)', () => {
    const day = fc.constantFrom('2020', '2026-11', '2026-11-22', TODAY, '2027-01-01')
    const facts = fc.record(
      {
        due: day,
        standing: fc.constantFrom('open', 'kept', 'late'),
        outcome: fc.constant('taken up'),
        start: day,
      },
      { requiredKeys: [] },
    )
    const kinds = fc.constantFrom(COMMITMENT, CONSULTATION, PROJECT)
    let told = 0
    fc.assert(
      fc.property(kinds, fc.array(facts, { minLength: 1, maxLength: 3 }), (kind, all) => {
        const known = new Set(kind.properties.map(({ name }) => name))
        const statements = all.map((one, index) =>
          said(
            kind,
            { name: 'x', ...Object.fromEntries(Object.entries(one).filter(([name]) => known.has(name))) },
            `page ${index}`,
          ),
        )
        const standing = standingAssertions(statements)
        const stated = statedProperties(standing) ?? ''
        const due = standing.flatMap(({ assertion: { property, value } }) =>
          property === 'due' ? [parsePartialDate(String(value))] : [],
        )
        const [first] = due
        const quick = timingOfStated(kind, {
          stated,
          facets: standing.flatMap(({ assertion }) => facetsOf(assertion)),
          pastDue: first !== undefined && latestDay(first) < TODAY,
        })
        if (quick === undefined) return
        told += 1
        expect(quick).toBe(timingOf(kind, read(kind, ...statements), TODAY))
      }),
    )
    expect(told).toBeGreaterThan(20)
  })
})

describe('a goal on record', () => {
  const GOAL = kindOf('goal', [
    {
      name: 'counts',
      type: 'parts',
      many: true,
      parts: {
        kind: { label: 'x', type: 'text' },
        property: { label: 'x', type: 'text', optional: true },
        word: { label: 'x', type: 'text', optional: true },
        why: { label: 'x', type: 'text', optional: true },
      },
    },
  ])
  it('has the rules that name a kind, each with whether somebody read it in its source (GOL-01)', () => {
    const ours = said(GOAL, {
      counts: { kind: 'project', property: 'themes', word: 'police', why: 'Police' },
    })
    const half = said(GOAL, { counts: { kind: 'project', property: 'themes' } }, 'another page')
    const record = read(GOAL, ours, half)
    expect(goalIn(record, new Set()).rules).toEqual([
      { kind: 'project', property: 'themes', word: 'police', why: 'Police', verified: false },
    ])
    expect(goalIn(record, new Set([ours.id])).rules[0]?.verified).toBe(true)
  })

  it('has a word of people once record, goal and word are there (GOL-03)', () => {
    const LINK = kindOf('goal-link', [
      { name: 'record', type: 'reference', to: ['project'] },
      { name: 'goal', type: 'reference', to: ['goal'] },
      { name: 'serves', type: 'enum', values: { yes: 'yes', no: 'no' } },
    ])
    const facts = { record: 'project:a', goal: 'goal:b', serves: 'yes' }
    const word = (...own: readonly Readonly<Record<string, Value>>[]) =>
      goalLinkIn(read(LINK, ...own.map((one, index) => said(LINK, one, `page ${index}`))))
    expect(word(facts)).toEqual({
      entity: 'goal-link:x',
      record: 'project:a',
      goal: 'goal:b',
      says: ['yes'],
    })
    expect(word(facts, { serves: 'no' })?.says.toSorted()).toEqual(['no', 'yes'])
    expect(word({ record: 'project:a', goal: 'goal:b' })).toBeNull()
  })
})
