import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Value } from '../kernel/value.ts'
import type { PortfolioRecord } from '../portfolio/read-record.ts'
import { consultationClock } from './consultation-clock.ts'
import { readConsultation } from './read-consultation.ts'
import { readSubmission } from './read-submission.ts'
import { readSynthesis, weighSynthesis, writeSynthesis } from './synthesis.ts'

/** A record with these values; several where sources differ. */
function aRecord(entity: string, values: Readonly<Record<string, readonly Value[]>>): PortfolioRecord {
  return {
    entity,
    kind: entity.slice(0, entity.indexOf(':')),
    name: 'What should the Union ask for?',
    asOf: '2026-11-28',
    marking: { distribution: 'PUBLIC', tlp: 'TLP:CLEAR' },
    doubts: [],
    facts: Object.entries(values).map(([property, said]) => ({
      property,
      label: property,
      group: 'what',
      cardinality: 'many' as const,
      values: said.map((value) => ({ value, support: [] })),
    })),
  }
}
const asked = (more: Readonly<Record<string, readonly Value[]>>) =>
  aRecord('consultation:c', { answered: ['here'], ...more })
const standing = (values: Readonly<Record<string, readonly Value[]>>, now: string) =>
  consultationClock(asked(values), now).standing

describe('STK-03 the clock of a consultation', () => {
  it('is open to the end of its last day in Brussels', () => {
    const due = { due: ['2026-11-30'] }
    expect(consultationClock(asked(due), '2026-11-28T10:00:00.000Z')).toEqual({
      standing: 'open',
      closes: '2026-11-30T23:00:00.000Z',
    })
    expect(standing(due, '2026-11-30T22:59:59.999Z')).toBe('open')
    expect(standing(due, '2026-11-30T23:00:00.000Z')).toBe('closed')
  })

  it('closes at the hour that is stated, by summer time in summer', () => {
    const due = { due: ['2026-07-31'], closesAt: ['17:00'] }
    expect(standing(due, '2026-07-31T14:59:59.999Z')).toBe('open')
    expect(standing(due, '2026-07-31T15:00:00.000Z')).toBe('closed')
  })

  it('closes at the later instant where the clock shows the hour twice', () => {
    expect(
      consultationClock(asked({ due: ['2026-10-25'], closesAt: ['02:30'] }), '2026-10-01T00:00:00.000Z')
        .closes,
    ).toBe('2026-10-25T01:30:00.000Z')
  })

  it('counts the last day that any source names, and of a month its last one', () => {
    expect(standing({ due: ['2026-11-20', '2026-12'] }, '2026-12-31T20:00:00.000Z')).toBe('open')
  })

  it('takes no answers before its first day, without a last one, or where it is answered elsewhere', () => {
    expect(standing({ start: ['2026-12-01'], due: ['2026-12-31'] }, '2026-11-30T22:59:00.000Z')).toBe(
      'planned',
    )
    expect(standing({ start: ['2026-12-01'], due: ['2026-12-31'] }, '2026-11-30T23:00:00.000Z')).toBe('open')
    expect(standing({}, '2026-11-30T22:59:00.000Z')).toBe('undated')
    expect(standing({ answered: ['elsewhere'], due: ['2026-12-31'] }, '2026-11-30T22:59:00.000Z')).toBe(
      'elsewhere',
    )
  })

  it('never opens again once it is closed', () => {
    const minute = fc.integer({
      min: Date.parse('2026-10-24') / 60_000,
      max: Date.parse('2026-10-27') / 60_000,
    })
    fc.assert(
      fc.property(minute, minute, fc.constantFrom('00:00', '02:15', '02:59', '12:00'), (a, b, hour) => {
        const [first, then] = [Math.min(a, b), Math.max(a, b)].map((at) =>
          new Date(at * 60_000).toISOString(),
        )
        const due = { due: ['2026-10-25'], closesAt: [hour] }
        expect(standing(due, first ?? '') === 'closed' && standing(due, then ?? '') === 'open').toBe(false)
      }),
    )
  })
})

const said = (values: Readonly<Record<string, readonly Value[]>>) =>
  readSubmission(aRecord('submission:s', values))

const consent = (...words: string[]) => said({ text: ['Yes.'], consent: words }).consent

describe('a submission', () => {
  it('STK-07 waits until somebody decides, and while those who decided differ', () => {
    expect(said({ text: ['Yes.'] }).state).toBe('waiting')
    expect(said({ text: ['Yes.'], moderation: ['accepted'] }).state).toBe('accepted')
    expect(said({ text: ['Yes.'], moderation: ['accepted', 'set-aside'] }).state).toBe('waiting')
  })

  it('STK-07 is published as far as all agree who say how its author agreed', () => {
    expect(consent('named')).toBe('named')
    expect(consent('named', 'unnamed')).toBe('unnamed')
    expect(consent('named', 'withheld', 'unnamed')).toBe('withheld')
    expect(consent()).toBeUndefined()
  })

  it('STK-06 is withdrawn when its text stands no more, whatever was decided before', () => {
    expect(said({ moderation: ['accepted'] }).state).toBe('withdrawn')
  })
})

describe('STK-08 a synthesis', () => {
  const paragraphs = [
    { text: 'All ask for more time.', cites: ['submission:a', 'submission:b'] },
    { text: 'Nobody opposes.', cites: [] },
  ]

  it('is one text on record, and reads back as the paragraphs that were written', () => {
    const text = 'All ask for more time. [submission:a] [submission:b]\n\nNobody opposes.'
    expect(writeSynthesis(paragraphs)).toBe(text)
    expect(readSynthesis(text)).toEqual(paragraphs)
  })

  it('reads back whatever is written', () => {
    const cites = fc.uniqueArray(fc.constantFrom('submission:a', 'submission:b-1', 'submission:c.2'))
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((one) => one.replaceAll(/[[\]\s]+/g, ' ').trim())
    const drawn = fc.array(fc.record({ text: text.filter((one) => one !== ''), cites }))
    fc.assert(
      fc.property(drawn, (some) => {
        expect(readSynthesis(writeSynthesis(some))).toEqual(some)
      }),
    )
  })

  it('says what it rests on, what it should not rest on, and what rests on nothing', () => {
    expect(weighSynthesis(paragraphs, ['submission:a', 'submission:c'])).toEqual({
      cited: ['submission:a', 'submission:b'],
      strange: ['submission:b'],
      bare: [2],
    })
  })
})

describe('a consultation', () => {
  it('has its synthesis with the submissions that it cites, in their order, and what came of it', () => {
    const answers = { consultation: ['consultation:c'], moderation: ['accepted'] }
    const view = readConsultation({
      now: '2026-12-02T10:00:00.000Z',
      record: asked({
        due: ['2026-11-30'],
        by: [['EU']],
        synthesis: ['All agree. [submission:late] [submission:hidden]\n\nOne asks. [submission:early]'],
        outcome: ['A norm was proposed.'],
        led: ['commitment:x'],
        naming: ['required'],
      }),
      cited: [
        aRecord('submission:early', { ...answers, text: ['A'] }),
        aRecord('submission:late', { ...answers, text: ['B'] }),
      ],
    })
    expect(view).toMatchObject({
      standing: 'closed',
      naming: 'required',
      by: ['EU'],
      outcome: 'A norm was proposed.',
      led: ['commitment:x'],
      finding: { strange: ['submission:hidden'] },
    })
    expect(view.cited.map(({ entity }) => entity)).toEqual(['submission:late', 'submission:early'])
  })

  it('STK-08 does not rest on an answer to another one', () => {
    const elsewhere = { consultation: ['consultation:other'], moderation: ['accepted'], text: ['A'] }
    const { finding } = readConsultation({
      now: '2026-12-02T10:00:00.000Z',
      record: asked({ synthesis: ['All agree. [submission:a]'] }),
      cited: [aRecord('submission:a', elsewhere)],
    })
    expect(finding.strange).toEqual(['submission:a'])
  })
})
