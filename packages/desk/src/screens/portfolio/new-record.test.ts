import { recordKindSchema } from '@demarche/core/portfolio/record-kind.ts'
import { describe, expect, it } from 'vitest'
import i18next from 'i18next'
import { kindWording } from '../../portfolio/kind-wording.ts'
import { restOfTexts, type Say } from '../../texts.ts'
import { endsTooEarly, entriesFrom, entriesOf, layoutOf, readEntries } from './new-record.ts'

await restOfTexts()
const say: Say = (key, values) => i18next.t(key, { ...values })
const kind = recordKindSchema.parse({
  id: 'promise',
  label: 'promise',
  plural: 'promises',
  area: 'dialogues',
  description: 'What somebody said.',
  groups: { what: 'What', when: 'When' },
  columns: ['by'],
  properties: [
    { name: 'name', type: 'text', group: 'what' },
    { name: 'by', type: 'places', group: 'what', expected: true },
    { name: 'madeAt', type: 'reference', to: ['meeting'], group: 'what' },
    { name: 'keptBy', type: 'reference', to: ['meeting'], many: true, group: 'when' },
    { name: 'due', type: 'date', group: 'when' },
    { name: 'cost', type: 'money', group: 'when' },
  ].map((property) => ({ label: `The ${property.name}`, description: 'As it says', ...property })),
})
const wording = kindWording(kind, { t: say, placeName: (code) => code })
const from = (text: string) => entriesFrom(kind, new URLSearchParams(text))

describe('a form for a new record', () => {
  it('starts with what the address gives, and with nothing that the kind has not', () => {
    expect(
      from('madeAt=meeting:x&by=EU,UA&keptBy=meeting:y&keptBy=meeting:z&colour=red&cost=3&due='),
    ).toEqual({
      madeAt: ['meeting:x'],
      by: [['EU', 'UA']],
      keptBy: ['meeting:y', 'meeting:z'],
    })
  })

  it('asks first for the name, for what is expected, and for what the address gave', () => {
    expect(layoutOf(kind, from('madeAt=meeting:x'))).toEqual({
      first: ['name', 'by', 'madeAt'],
      groups: [{ id: 'when', title: 'When', properties: ['keptBy', 'due', 'cost'] }],
    })
  })

  it('has one empty field where nothing was typed', () => {
    expect(entriesOf({}, { name: 'by', type: { type: 'places' } })).toEqual([[]])
  })

  it('says every entry, and nothing of what was left out', () => {
    const { assertions, faults } = readEntries(
      wording,
      {
        name: ['Meet again'],
        by: [['EU']],
        keptBy: ['meeting:y', '', 'meeting:z'],
        cost: [{ amount: '1200', currency: 'EUR' }],
      },
      say,
    )
    expect(faults).toEqual([])
    expect(assertions).toEqual([
      { property: 'name', value: 'Meet again' },
      { property: 'by', value: ['EU'] },
      { property: 'keptBy', value: 'meeting:y' },
      { property: 'keptBy', value: 'meeting:z' },
      { property: 'cost', value: { amount: 1200, currency: 'EUR' } },
    ])
  })

  it('names the field of what does not fit', () => {
    const { faults } = readEntries(
      wording,
      { due: ['soon'], keptBy: ['meeting:y', 'project:z'], cost: [{ amount: 'much', currency: 'EUR' }] },
      say,
    )
    expect(faults.map(({ field }) => field)).toEqual([
      'record-name-0',
      'record-keptBy-1',
      'record-due-0',
      'record-cost-0',
    ])
    expect(faults.slice(1).map(({ message }) => message)).toEqual([
      'The keptBy: It is no record of a kind that is expected here.',
      'The due: It is no date of the calendar; expected YYYY, YYYY-MM or YYYY-MM-DD, such as 2026, 2026-11 or 2026-11-28.',
      'The cost, amount: It is no number.',
    ])
  })
})

const period = (start: string, end: string) => [
  { property: 'start', value: start },
  { property: 'end', value: end },
]

describe('an end before its start', () => {
  it('is seen where it is certain', () => {
    expect(endsTooEarly(period('2024-03-02', '2024-03-01'))).toBe(true)
    expect(endsTooEarly(period('2024', '2023-12'))).toBe(true)
  })

  it('is not seen where both may be, where one is missing, and where one is no date', () => {
    expect(endsTooEarly(period('2024-03-02', '2024'))).toBe(false)
    expect(endsTooEarly(period('2024', '2025'))).toBe(false)
    expect(endsTooEarly(period('2024', 'never'))).toBe(false)
    expect(endsTooEarly([{ property: 'end', value: '2023' }])).toBe(false)
  })
})
