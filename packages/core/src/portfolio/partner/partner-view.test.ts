import { describe, expect, it } from 'vitest'
import type { FactRow } from '../../kernel/fact-row.ts'
import type { Value } from '../../kernel/value.ts'
import { PUBLIC } from '../../kernel/marking.ts'
import { kindOfEntity, type PortfolioRecord, type RecordDoubt } from '../read-record.ts'
import { partnerView } from './partner-view.ts'
import { commitmentStanding, contactStanding, meetingStanding, projectStanding } from './record-standing.ts'

const TODAY = '2026-11-27'

/** Sources differ where several values are given for a property. */
class Sources {
  readonly values: readonly Value[]
  constructor(...values: readonly Value[]) {
    this.values = values
  }
}

function rowOf(property: string, value: Value | Sources): FactRow {
  const row = { property, label: property, group: 'what' } as const
  if (!(value instanceof Sources))
    return { ...row, cardinality: 'one', fact: { state: 'known', value, support: [] } }
  const alternatives = value.values.map((one) => ({ value: one, support: [] }))
  return { ...row, cardinality: 'one', fact: { state: 'contested', alternatives } }
}

function record(
  entity: string,
  facts: Readonly<Record<string, Value | Sources>> = {},
  doubts: readonly RecordDoubt[] = [],
): PortfolioRecord {
  return {
    entity,
    kind: kindOfEntity(entity),
    name: entity,
    asOf: TODAY,
    marking: PUBLIC,
    facts: Object.entries(facts).map(([property, value]) => rowOf(property, value)),
    doubts,
  }
}

const view = (...records: readonly PortfolioRecord[]) =>
  partnerView({
    kinds: ['meeting', 'vote'],
    code: 'UA',
    asOf: TODAY,
    records: records.filter(({ kind }) => kind !== 'contact-check'),
    checks: records.filter(({ kind }) => kind === 'contact-check'),
  })

const check = (start: string, outcome = 'answered') =>
  record(`contact-check:${start}`, { contact: 'contact-point:x', start, outcome })

const doubt = (what: RecordDoubt['what']): RecordDoubt => ({ property: what, label: what, what })

describe('a commitment', () => {
  const standing = (facts: Readonly<Record<string, Value | Sources>>) =>
    commitmentStanding(record('commitment:x', facts), TODAY)

  it.each([
    ['due yesterday and open is late', { due: '2026-11-26', standing: 'open' }, 'late'],
    ['due yesterday is late where nobody says what became of it', { due: '2026-11-26' }, 'late'],
    ['due today is not late', { due: TODAY, standing: 'open' }, 'open'],
    ['due this month is not late before the month is over', { due: '2026-11', standing: 'open' }, 'open'],
    ['due last month is late', { due: '2026-10', standing: 'open' }, 'late'],
    [
      'is not late while one source gives it until later',
      { due: new Sources('2026-06-30', '2026-12-31'), standing: 'open' },
      'open',
    ],
    ['without a day is undated, never late', { standing: 'open' }, 'undated'],
    ['that was kept is kept, however late', { due: '2020', standing: 'kept' }, 'kept'],
    ['kept late says so', { due: '2020', standing: 'late' }, 'kept-late'],
    ['is open while one source says so', { due: '2027', standing: new Sources('kept', 'open') }, 'open'],
    ['is not kept where sources differ on that', { standing: new Sources('kept', 'not-kept') }, 'not-kept'],
  ])('%s (PFO-20)', (_, facts, expected) => {
    expect(standing(facts)).toBe(expected)
  })

  it('comes late first, longest late before the others, then what is due next, then what has no day', () => {
    const { commitments } = view(
      record('commitment:kept', { standing: 'kept' }),
      record('commitment:undated'),
      record('commitment:due-in-june', { due: '2027-06-30' }),
      record('commitment:late-since-june', { due: '2026-06-30' }),
      record('commitment:due-in-march', { due: '2027-03-31' }),
      record('commitment:late-since-2024', { due: '2024' }),
    )
    expect(commitments.map(({ entity }) => entity)).toEqual([
      'commitment:late-since-2024',
      'commitment:late-since-june',
      'commitment:due-in-march',
      'commitment:due-in-june',
      'commitment:undated',
      'commitment:kept',
    ])
  })

  it('says who promised', () => {
    const { commitments } = view(
      record('commitment:a', { by: ['UA'] }),
      record('commitment:b', { by: ['EU', 'UA'] }),
      record('commitment:c', { by: ['EU'], towards: ['UA'] }),
      record('commitment:d', { towards: ['UA'] }),
    )
    expect(commitments.map(({ promised }) => promised)).toEqual(['they', 'both', 'we', 'not-stated'])
  })
})

describe('a meeting', () => {
  it.each([
    ['of today is due', { start: TODAY }, 'due'],
    ['of yesterday is past', { start: '2026-11-26' }, 'past'],
    ['that began yesterday and ends tomorrow is due', { start: '2026-11-26', end: '2026-11-28' }, 'due'],
    ['of this month is due until the month is over', { start: '2026-11' }, 'due'],
    ['without a day is neither', {}, 'undated'],
  ])('%s (PFO-21)', (_, facts, expected) => {
    expect(meetingStanding(record('meeting:x', facts), TODAY)).toBe(expected)
  })

  it('comes with what is due next first, then the latest of the past', () => {
    const { meetings } = view(
      record('meeting:2019', { start: '2019' }),
      record('meeting:in-may', { start: '2027-05-01' }),
      record('meeting:2024', { start: '2024-07-15' }),
      record('meeting:in-march', { start: '2027-03-01' }),
    )
    expect(meetings.map(({ entity }) => entity)).toEqual([
      'meeting:in-march',
      'meeting:in-may',
      'meeting:2024',
      'meeting:2019',
    ])
  })
})

describe('a project', () => {
  it.each([
    ['that ended yesterday has ended', { start: '2020', end: '2026-11-26' }, 'ended'],
    ['that ends within twelve months is ending', { start: '2020', end: '2027-11-27' }, 'ending'],
    ['that ends a day later is running', { start: '2020', end: '2027-11-28' }, 'running'],
    [
      'has not ended while one of three official periods runs',
      { start: '2016', end: new Sources('2021', '2024', '2028') },
      'running',
    ],
    ['has ended once all of them have', { end: new Sources('2021', '2024') }, 'ended'],
    ['without an end is shown as such', { start: '2020' }, 'no-end'],
    ['that begins tomorrow is planned', { start: '2026-11-28', end: '2030' }, 'planned'],
    ['that its source calls planned and nobody dates is planned', { status: 'planned' }, 'planned'],
    ['that is closed has ended, whatever its contract says', { status: 'closed', end: '2030' }, 'ended'],
    ['that is frozen is not running', { status: 'frozen', start: '2020', end: '2030' }, 'frozen'],
  ])('%s (PFO-22)', (_, facts, expected) => {
    expect(projectStanding(record('project:x', facts), TODAY)).toBe(expected)
  })

  it('says so where only a region ties it to the country', () => {
    const { projects } = view(
      record('project:a', { countries: ['UA'], regions: ['eastern-partnership'] }),
      record('project:b', { regions: ['eastern-partnership'] }),
    )
    expect(projects.map(({ regions }) => regions)).toEqual([[], ['eastern-partnership']])
  })

  it('of a region says so where only its countries tie it to the region (PFO-26)', () => {
    const { projects } = partnerView({
      kinds: [],
      code: 'western-balkans',
      members: ['AL', 'RS'],
      asOf: TODAY,
      records: [
        record('project:a', { countries: ['AL'], regions: ['western-balkans'] }),
        record('project:b', { countries: ['AL', 'UA'] }),
      ],
      checks: [],
    })
    expect(projects.map(({ countries, regions }) => [countries, regions])).toEqual([
      [[], []],
      [['AL'], []],
    ])
  })
})

describe('a point of contact', () => {
  it('has lapsed when nobody ever checked it (PFO-23)', () => {
    expect(contactStanding([], TODAY)).toEqual({ lapsed: true })
  })

  it.each([
    ['checked a year ago has not lapsed', '2025-11-27', false],
    ['checked a day earlier has', '2025-11-26', true],
    ['checked in the month of a year ago has not, as the day is not known', '2025-11', false],
  ])('%s (PFO-23)', (_, on, lapsed) => {
    expect(contactStanding([check(on)], TODAY).lapsed).toBe(lapsed)
  })

  it('is judged by its last check, and says what that brought', () => {
    const checks = [check('2026-05-02', 'bounced'), check('2024-01-01')]
    expect(contactStanding(checks, TODAY)).toEqual({
      lapsed: true,
      lastCheck: { entity: 'contact-check:2026-05-02', on: '2026-05-02', outcome: ['bounced'] },
    })
  })

  it.each([
    ['answered', false],
    ['wrong-person', false],
    ['not-answered', true],
    ['bounced', true],
  ])('whose last check was noted as %s has lapsed: %s (PFO-23)', (outcome, lapsed) => {
    expect(contactStanding([check('2026-05-02', outcome), check('2026-05-01')], TODAY).lapsed).toBe(lapsed)
  })

  it('knows nothing of a check to come', () => {
    expect(contactStanding([check('2026-12-01')], TODAY)).toEqual({ lapsed: true })
  })

  it('comes with those that answer before those that have lapsed', () => {
    const { contacts } = view(record('contact-point:never'), record('contact-point:x'), check('2026-05-02'))
    expect(contacts.map(({ entity, lapsed }) => [entity, lapsed])).toEqual([
      ['contact-point:x', false],
      ['contact-point:never', true],
    ])
  })
})

describe('norms raised', () => {
  it('come newest first, each with the reply where one is on record (PFO-24)', () => {
    const { raised } = view(
      record('meeting:a', { start: '2023-05', raised: { norm: 'un-c', by: 'EU', what: 'asked' } }),
      record('meeting:b', {
        start: '2025-02-01',
        raised: { norm: 'un-f', by: 'EU', what: 'asked', reply: 'denied' },
      }),
    )
    expect(raised).toEqual([
      {
        entity: 'meeting:b',
        on: '2025-02-01',
        norm: 'un-f',
        by: 'EU',
        what: 'asked',
        reply: 'denied',
        unverified: false,
      },
      { entity: 'meeting:a', on: '2023-05', norm: 'un-c', by: 'EU', what: 'asked', unverified: false },
    ])
  })
})

describe('the list of work', () => {
  it('asks for what is missing first, of commitments before projects (PFO-25)', () => {
    const { work } = view(
      record('project:unread', {}, [doubt('unverified')]),
      record('project:gap', {}, [doubt('unverified'), doubt('missing')]),
      record('commitment:gap', {}, [doubt('missing')]),
      record('meeting:sound'),
    )
    expect(work.map(({ entity, doubts }) => [entity, doubts.map(({ what }) => what)])).toEqual([
      ['commitment:gap', ['missing']],
      ['project:gap', ['missing', 'unverified']],
      ['project:unread', ['unverified']],
    ])
  })
})

describe('what was looked for', () => {
  it('is named where nothing was found (PFO-25)', () => {
    expect(view(record('meeting:x')).noneFound).toEqual(['vote'])
  })
})
