import { describe, expect, it } from 'vitest'
import { identify, type DraftStatement } from '../../kernel/statement.ts'
import { readRecord } from '../read-record.ts'
import { type RecordKind, recordKindSchema } from '../record-kind.ts'
import { comingOf, compareComing, lapseOf } from './coming-up.ts'
import { notMetSince } from './not-met.ts'

const TODAY = '2026-11-23'
const SPAN = { from: TODAY, to: '2027-05-31' }
const property = (name: string, type: string, more: object = {}) => ({
  name,
  type,
  group: 'what',
  label: name,
  description: '…',
  ...more,
})
const kindOf = (id: string, more: object = {}): RecordKind =>
  recordKindSchema.parse({
    id,
    label: id,
    plural: `${id}s`,
    area: 'dialogues',
    description: '…',
    groups: { what: 'What' },
    properties: [
      property('name', 'text'),
      property('start', 'date'),
      property('end', 'date'),
      property('due', 'date'),
      property('standing', 'enum', { values: { open: 'open', kept: 'kept' } }),
      property('partners', 'places', { tie: 'with' }),
      property('agenda', 'set'),
    ],
    columns: ['start'],
    ...more,
  })
const MEETING = kindOf('meeting')
const PROJECT = kindOf('project', { lasts: true })
const COMMITMENT = kindOf('commitment')
const ENTRY = kindOf('custody-entry', {
  properties: [property('name', 'text'), property('start', 'date', { past: true })],
})

const recordOf = (
  kind: RecordKind,
  facts: readonly (readonly [string, string | string[]])[],
  slug = 'one',
  verified = true,
) => {
  const entity = `${kind.id}:${slug}`
  const statements = facts.map(([name, value], index) => {
    const draft: DraftStatement = {
      entity,
      kind: kind.id,
      assertions: [{ property: name, value }],
      source: { document: `page ${index}`, verified },
      grading: { reliability: 'B', credibility: '2' },
      marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
      assertedBy: 'EEAS',
      assertedAt: '2026-03-01T09:00:00.000Z',
    }
    return identify(draft)
  })
  return readRecord({ kind, entity, statements, asOf: TODAY })
}
const coming = (kind: RecordKind, facts: readonly (readonly [string, string])[]) =>
  comingOf(kind, recordOf(kind, facts), SPAN).map(({ what, on, doubt = '' }) =>
    `${what} ${on} ${doubt}`.trim(),
  )

const check = (start: string) => recordOf(MEETING, [['start', start]], start)
const meeting = (slug: string, partners: string[], agenda: string[], start: string) =>
  recordOf(
    MEETING,
    [
      ['partners', partners],
      ['agenda', agenda],
      ['start', start],
    ],
    slug,
  )

describe('what is coming (PFO-80)', () => {
  it.each<[string, RecordKind, readonly (readonly [string, string])[], readonly string[]]>([
    [
      'a meeting to come',
      MEETING,
      [
        ['start', '2026-12-07'],
        ['end', '2026-12-11'],
      ],
      ['start 2026-12-07'],
    ],
    [
      'one that has begun',
      MEETING,
      [
        ['start', '2026-11-20'],
        ['end', '2026-11-24'],
      ],
      ['start 2026-11-20'],
    ],
    [
      'one that is over',
      MEETING,
      [
        ['start', '2026-11-16'],
        ['end', '2026-11-20'],
      ],
      [],
    ],
    ['the day on which something was done, even today', ENTRY, [['start', TODAY]], []],
    ['one too far ahead', MEETING, [['start', '2027-06-01']], []],
    [
      'a project that ends, not one that began',
      PROJECT,
      [
        ['start', '2024'],
        ['end', '2027-03'],
      ],
      ['end 2027-03'],
    ],
    ['a month that touches the time', COMMITMENT, [['due', '2026-11']], ['due 2026-11']],
    [
      'what is open',
      COMMITMENT,
      [
        ['due', '2027-01-31'],
        ['standing', 'open'],
      ],
      ['due 2027-01-31'],
    ],
    [
      'what is kept',
      COMMITMENT,
      [
        ['due', '2027-01-31'],
        ['standing', 'kept'],
      ],
      [],
    ],
    [
      'each date on which sources differ',
      PROJECT,
      [
        ['end', '2026-12-31'],
        ['end', '2027-02'],
        ['end', '2029'],
      ],
      ['end 2026-12-31 contested', 'end 2027-02 contested'],
    ],
  ])('%s', (_, kind, facts, expected) => {
    expect(coming(kind, facts)).toEqual(expected)
  })

  it('says of a date that nobody read it', () => {
    const record = recordOf(PROJECT, [['end', '2027-03']], 'one', false)
    expect(comingOf(PROJECT, record, SPAN)).toEqual([{ what: 'end', on: '2027-03', doubt: 'unverified' }])
  })

  it('comes in order of the first day that a date may mean', () => {
    const dates = [
      ...comingOf(PROJECT, recordOf(PROJECT, [['end', '2027-02-01']]), SPAN),
      ...comingOf(PROJECT, recordOf(PROJECT, [['end', '2027-02']]), SPAN),
      ...comingOf(PROJECT, recordOf(PROJECT, [['end', '2027']]), SPAN),
    ]
    expect(dates.toSorted(compareComing).map(({ on }) => on)).toEqual(['2027', '2027-02-01', '2027-02'])
  })

  it('PFO-81 a point of contact lapses a year after its last check', () => {
    expect(lapseOf([check('2026-01-10'), check('2026-03-01')], TODAY, SPAN)).toEqual([
      { what: 'lapse', on: '2027-03-01' },
    ])
    expect(lapseOf([check('2024-02-29')], '2024-11-01', { from: '2024-11-01', to: '2025-12-31' })).toEqual([
      { what: 'lapse', on: '2025-02-28' },
    ])
    expect(lapseOf([check('2025-01-10')], TODAY, SPAN)).toEqual([])
    expect(lapseOf([], TODAY, SPAN)).toEqual([])
  })
})

describe('who has not been met on what (PFO-83)', () => {
  const MEETINGS = [
    meeting('jp-old', ['JP', 'EU'], ['ransomware', 'supply chains'], '2023-05-10'),
    meeting('jp-new', ['JP'], ['ransomware'], '2026-06-01'),
    meeting('br', ['BR'], ['norms'], '2024'),
    meeting('br-next', ['BR'], ['norms'], '2027-01-20'),
    meeting('us', ['US'], ['norms'], '2026-09-01'),
  ]

  it('names partners not met since the day, then topics that were dropped; what is planned stands beside', () => {
    expect(notMetSince(MEETINGS, '2025-11-23', TODAY)).toEqual([
      {
        partner: 'BR',
        last: { entity: 'meeting:br', on: '2024' },
        isLongAgo: true,
        next: { entity: 'meeting:br-next', on: '2027-01-20' },
        topics: [{ topic: 'norms', entity: 'meeting:br', on: '2024' }],
      },
      {
        partner: 'JP',
        last: { entity: 'meeting:jp-new', on: '2026-06-01' },
        isLongAgo: false,
        topics: [{ topic: 'supply chains', entity: 'meeting:jp-old', on: '2023-05-10' }],
      },
    ])
  })

  it('never names a partner less because of meetings with others', () => {
    const alone = notMetSince(MEETINGS.slice(2, 4), '2025-11-23', TODAY)
    expect(notMetSince(MEETINGS, '2025-11-23', TODAY).filter(({ partner }) => partner === 'BR')).toEqual(
      alone,
    )
  })
})
