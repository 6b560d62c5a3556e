import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { sayRefusal } from '../refusal/say-refusal.ts'
import { parsePartialDate } from './partial-date.ts'
import type { Value } from './value.ts'
import {
  checkInterval,
  checkValue,
  countrySchema,
  defineVocabulary,
  type PropertyType,
} from './vocabulary.ts'

const TYPES: Readonly<Record<string, PropertyType>> = {
  begun: { type: 'date' },
  spread: { type: 'places' },
  hit: { type: 'countries', among: ['EE', 'FI'] },
  basis: { type: 'reference', kinds: ['meeting'] },
  page: { type: 'address' },
  closesAt: { type: 'text', form: { pattern: '[0-9]{2}:[0-9]{2}', says: 'a time such as 17:00' } },
  claim: { type: 'record', shape: z.strictObject({ claimant: countrySchema }) },
  count: { type: 'record', shape: z.int().refine((count) => count % 2 === 0, 'expected pairs') },
}
const PROBLEM = defineVocabulary(
  'problem',
  'problem',
  Object.entries(TYPES).map(([name, type]) => ({
    name,
    label: `The ${name}`,
    description: '',
    group: 'what',
    type,
    cardinality: 'one',
  })),
)
const said = (property: string, value: Value) => {
  const refused = checkValue(PROBLEM, property, value)
  return refused && `${sayRefusal(refused.words)} (${refused.rule})`
}

describe('what a vocabulary refuses', () => {
  it.each<[string, Value, string]>([
    ['colour', 'red', 'A record of this kind has no such property: colour. (VOC-01)'],
    ['begun', '2023-02-30', 'The begun: It is no date of the calendar; expected YYYY, YYYY-MM'],
    ['spread', ['not a place'], 'The spread: It is no code of a place;'],
    ['hit', ['Estonia'], 'The hit: It is no code of a country;'],
    ['hit', ['QQ'], 'The hit: “QQ” is the code of no country; expected a code such as'],
    ['hit', ['US'], 'The hit: “US” cannot be named here; expected EU, * or one of these: EE, FI. (VOC-04)'],
    ['basis', 'project:one', 'The basis: It is no record of a kind that is expected here. (VOC-02)'],
    ['page', 'example.org', 'The page: It is no address; expected one that begins with https://'],
    ['closesAt', 'noon', 'The closesAt: It is not written as expected: a time such as 17:00. (VOC-02)'],
    ['claim', { claimant: 'Spain' }, 'The claim, claimant: It is no code of a country;'],
  ])('%s, %j: property, part and reason are said by code and values', (property, value, sentence) => {
    expect(said(property, value)).toContain(sentence)
  })

  it('a rule of a schema of its own is quoted', () => {
    expect(said('count', 3)).toBe(
      'The count: It is not written as expected. In its own words: expected pairs. (VOC-02)',
    )
  })

  it('VOC-03 days of validity of what does not change with time', () => {
    const [validFrom, validTo] = ['2022', '2023'].map(parsePartialDate)
    const refused = checkInterval(PROBLEM, { property: 'begun', value: '2022', validFrom, validTo })
    expect(refused).toMatchObject({
      rule: 'VOC-03',
      words: {
        code: 'value-holds-at-all-times',
        values: { property: { name: 'begun', label: 'The begun' } },
      },
    })
  })
})
