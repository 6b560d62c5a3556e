import { describe, expect, it } from 'vitest'
import type { FactRow } from '../../kernel/fact-row.ts'
import { DEFINITION, readScreening } from './screen-item.ts'

const YES = { listed: 'no', repression: 'yes', ...Object.fromEntries(DEFINITION.map((one) => [one, 'yes'])) }
const screen = (answers: Record<string, string | undefined>) =>
  readScreening({
    facts: Object.entries({ ...YES, ...answers }).flatMap(([property, value]): FactRow[] =>
      value === undefined
        ? []
        : [
            {
              property,
              label: property,
              group: 'definition',
              cardinality: 'one',
              fact: { state: 'known', value, support: [{ statement: 's', property }] },
            },
          ],
    ),
  })

describe('a dual-use screening, word by word', () => {
  it('is a cyber-surveillance item when every word of the definition holds, and then the authority is notified (PFO-40)', () => {
    expect(screen({})).toMatchObject({ isSurveillanceItem: 'true', duty: 'notify', missing: [] })
  })

  it.each(DEFINITION)('is none when "%s" does not hold', (element) => {
    expect(screen({ [element]: 'no' })).toMatchObject({ isSurveillanceItem: 'false', duty: 'none-found' })
  })

  it('a listed item needs an authorisation, whatever the definition says (PFO-41)', () => {
    expect(screen({ listed: 'yes', covert: 'no' }).duty).toBe('licence')
  })

  it('a question for the authority is never a no (PFO-42)', () => {
    expect(screen({ speciallyDesigned: 'question' })).toMatchObject({
      isSurveillanceItem: 'unknown',
      duty: 'ask-authority',
    })
  })

  it('an answer that nobody gave is asked for', () => {
    expect(screen({ covert: undefined })).toMatchObject({ duty: 'complete', missing: ['covert'] })
  })

  it('without a sign of repression nothing follows from the definition alone', () => {
    expect(screen({ repression: 'no' }).duty).toBe('none-found')
  })

  it('sources that disagree leave it open', () => {
    const contested = readScreening({
      facts: [
        {
          property: 'covert',
          label: 'Covert',
          group: 'definition',
          cardinality: 'one',
          fact: {
            state: 'contested',
            alternatives: [
              { value: 'yes', support: [] },
              { value: 'no', support: [] },
            ],
          },
        },
      ],
    })
    expect(contested.elements.find(({ element }) => element === 'covert')?.holds).toBe('contested')
  })
})
