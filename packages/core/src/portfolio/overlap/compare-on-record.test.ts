/** Projects as they stand on record: contested values, regions, what nobody has verified. Rules OVL-17, OVL-18. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CountryGroup } from '../../kernel/country-group.ts'
import { identify, type Statement } from '../../kernel/statement.ts'
import type { Value } from '../../kernel/value.ts'
import { readRecord } from '../read-record.ts'
import { recordKindSchema } from '../record-kind.ts'
import { comparedProject, compareOnRecord } from './compare-on-record.ts'
import { compareProjects } from './compare-projects.ts'
import { overlapContext } from './profile.ts'
import { projectOf, projectOfPlan } from './project-of-record.ts'

const context = overlapContext()

const property = (name: string, type: string, more: object = {}) => ({
  name,
  label: name,
  description: name,
  group: 'all',
  type,
  ...more,
})
const PROJECT = recordKindSchema.parse({
  id: 'project',
  label: 'project',
  plural: 'projects',
  area: 'capacity',
  description: 'Something done.',
  groups: { all: 'All' },
  properties: [
    property('name', 'text'),
    property('objective', 'text'),
    property('start', 'date'),
    property('end', 'date'),
    property('countries', 'places', { tie: 'in' }),
    property('regions', 'places', { tie: 'in' }),
    property('themes', 'set', { values: { 'criminal-justice': 'Courts', awareness: 'Awareness' } }),
    property('donors', 'set'),
  ],
  columns: ['start'],
})
const NORTH: CountryGroup = {
  id: 'north',
  kind: 'region',
  names: { en: 'North', et: 'Põhi', fr: 'Nord', de: 'Norden', pl: 'Północ', pt: 'Norte', sl: 'Sever' },
  authority: 'our-judgement',
  label: 'North',
  source: { document: 'nowhere', locator: 'nowhere' },
  inForce: { from: '2000-01-01' },
  verified: true,
  noAgreedList: true,
  terms: [{ kind: 'country', countries: ['MD', 'UA'], verified: true }],
}

let number = 0
const said = (entity: string, facts: Readonly<Record<string, Value>>, verified = true): Statement =>
  identify({
    entity,
    kind: 'project',
    assertions: Object.entries(facts).map(([of, value]) => ({ property: of, value })),
    source: { document: `page ${(number += 1)}`, verified },
    grading: { reliability: 'B', credibility: '2' },
    marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
    assertedBy: 'EEAS',
    assertedAt: '2026-03-01T09:00:00.000Z',
  })
const onRecord = (...statements: Statement[]) =>
  comparedProject(
    projectOf(
      readRecord({
        kind: PROJECT,
        entity: statements[0]?.entity ?? '',
        statements,
        asOf: '2026-11-01',
      }),
      [NORTH],
    ),
    context,
  )
const COURSE = {
  objective: 'Train prosecutors and judges to handle electronic evidence.',
  countries: ['MD'],
  themes: ['criminal-justice'],
  start: '2021-01-01',
  end: '2023-12-31',
}
const one = said('project:one', { name: 'Lantern', ...COURSE })
const two = said('project:two', { name: 'Bench', ...COURSE })
const compare = (a: Statement[], b: Statement[]) => compareOnRecord(onRecord(...a), onRecord(...b), context)

describe('projects on record', () => {
  it('are compared like any others where nothing is contested', () => {
    const a = onRecord(one)
    expect(compare([one], [two])).toEqual(
      compareProjects(a.project.facts, onRecord(two).project.facts, context),
    )
  })

  it('are taken for as long as any source says, and every date is tried (OVL-17)', () => {
    const short = said('project:one', { end: '2021-03-01' })
    const answer = compare([one, short], [two])
    expect(onRecord(one, short).project.facts.end).toBe('2023-12-31')
    expect(answer).toMatchObject({ outcome: 'cannot-tell', leaning: 'duplicate' })
    expect(answer.wouldSettle[0]).toEqual({ of: 'project:one', field: 'end', why: 'contested' })
  })

  it('say of every field in which sources differ whether it decides', () => {
    const differing = said('project:one', { start: '2020-06-01', countries: ['UA'] })
    const { reasons, outcome } = compare([one, differing], [two])
    expect(outcome).toBe('cannot-tell')
    const decides = reasons.flatMap((reason) =>
      reason.code === 'sources-differ' ? [[reason.field, reason.decides]] : [],
    )
    expect(decides).toEqual([
      ['start', false],
      ['countries', true],
    ])
  })

  it('take a region for its countries where no list stands, with what is doubtful about it (OVL-18)', () => {
    const wide = said('project:three', { ...COURSE, name: 'Wide', countries: [], regions: ['north'] })
    const { reasons, outcome } = compare([wide], [two])
    expect(outcome).toBe('duplicate')
    expect(reasons).toContainEqual({
      code: 'region-expanded',
      of: 'project:three',
      region: 'north',
      doubts: [{ kind: 'no-agreed-list' }],
    })
    const listed = said('project:three', { ...COURSE, name: 'Wide', regions: ['north'] })
    expect(compare([listed], [two]).reasons.some(({ code }) => code === 'region-expanded')).toBe(false)
  })

  it('say what nobody has read in its source', () => {
    const unread = said('project:one', { name: 'Lantern', ...COURSE }, false)
    expect(compare([unread], [two]).reasons).toContainEqual({
      code: 'not-verified',
      of: 'project:one',
      fields: ['start', 'end', 'countries', 'themes'],
    })
  })

  it('try the first and the last of very many values, and still find what decides', () => {
    const dates = ['2021-02-01', '2021-03-01', '2021-05-01', '2022-01-01'].flatMap((end, at) => [
      said('project:one', { end, start: `2020-0${at + 1}-01` }),
    ])
    const many = onRecord(one, ...dates)
    expect(many.project.readings).toHaveLength(4)
    expect(compareOnRecord(many, onRecord(two), context)).toMatchObject({ outcome: 'cannot-tell' })
  })

  it('are never told apart by what is contested: one outcome for all values, or it cannot be told (OVL-17)', () => {
    const date = fc
      .date({ min: new Date('2019-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.array(date, { minLength: 1, maxLength: 3 }), date, (ends, otherEnd) => {
        const facts = { name: 'Lantern', ...COURSE }
        const a = [said('project:one', { ...facts, end: ends[0] ?? otherEnd })].concat(
          ends.slice(1).map((end) => said('project:one', { end })),
        )
        const b = [said('project:two', { ...COURSE, name: 'Bench', end: otherEnd })]
        const answer = compare(a, b)
        const each = new Set(ends.map((end) => compare([said('project:one', { ...facts, end })], b).outcome))
        expect(answer.outcome).toBe(each.size === 1 ? [...each][0] : 'cannot-tell')
        const turned = compare(b, a)
        expect(turned.outcome).toBe(answer.outcome)
        expect(turned.wouldSettle).toHaveLength(answer.wouldSettle.length)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a plan', () => {
  it('may name a region among its countries', () => {
    const plan = { ...onRecord(one).project.facts, id: 'plan', countries: ['north', 'GE'] }
    const { facts, regions } = projectOfPlan(plan, [NORTH], '2026-11-01')
    expect(facts.countries).toEqual(['GE'])
    expect(facts.regions).toEqual([{ name: 'north', countries: ['MD', 'UA'] }])
    expect(regions).toEqual([{ region: 'north', doubts: [{ kind: 'no-agreed-list' }] }])
    expect(comparedProject(projectOfPlan(plan, [NORTH], '2026-11-01'), context).profile.places).toMatchObject(
      {
        countries: ['GE', 'MD', 'UA'],
        basis: 'text',
        loose: false,
      },
    )
  })
})
