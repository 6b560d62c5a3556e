import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDraft } from '../../test/small-doctrine.ts'
import { resolveFacts } from './fact.ts'
import { heldOn } from './held-on.ts'
import { addDays, type PartialDate, parsePartialDate } from './partial-date.ts'
import { type Assertion, identify } from './statement.ts'
import { checkInterval, defineVocabulary } from './vocabulary.ts'

const from = parsePartialDate
const precise = fc
  .nat({ max: 900 })
  .map((days) => addDays('2015-06-01', days))
  .chain((day) => fc.constantFrom(day, day.slice(0, 7), day.slice(0, 4)))
  .map(from)
const interval = fc.record({ validFrom: precise, validTo: precise }, { requiredKeys: [] })
const day = fc.nat({ max: 1100 }).map((days) => addDays('2015-03-01', days))

const BODY = defineVocabulary('body', 'body', [
  {
    name: 'chair',
    label: 'Chair',
    description: '',
    group: '',
    type: { type: 'text' },
    cardinality: 'one',
    changesWithTime: true,
  },
  {
    name: 'member',
    label: 'Member',
    description: '',
    group: '',
    type: { type: 'text' },
    cardinality: 'many',
    changesWithTime: true,
  },
  { name: 'seat', label: 'Seat', description: '', group: '', type: { type: 'text' }, cardinality: 'one' },
])
const said = (property: string, value: string, validFrom?: PartialDate, validTo?: PartialDate) => {
  const assertion: Assertion = {
    property,
    value,
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
  }
  return identify({ ...aDraft({}), kind: 'body', entity: 'body:hwpci', assertions: [assertion] })
}

const chairOn = (date: string, statements: Parameters<typeof resolveFacts>[1]) =>
  resolveFacts(BODY, statements, { heldOn: date }).one('chair')

describe('FACT-06 what held on a day', () => {
  it('is as precise as its ends: "from 2016 to March 2018"', () => {
    const held = { validFrom: from('2016'), validTo: from('2018-03') }
    const answers = ['2015-12-31', '2016-01-01', '2016-12-31', '2018-03-01', '2018-03-02', '2018-04-01']
    expect(answers.map((date) => heldOn(held, date))).toEqual([
      'false',
      'unknown',
      'true',
      'true',
      'unknown',
      'false',
    ])
    expect(heldOn({}, '1999-01-01')).toBe('true')
  })

  it('a more precise date never turns a yes into a no, nor a no into a yes', () => {
    fc.assert(
      fc.property(interval, day, ({ validFrom, validTo }, date) => {
        const answer = heldOn({ validFrom, validTo }, date)
        const first = validFrom?.padEnd(10, '-01')
        const sharper = heldOn({ validFrom: first === undefined ? undefined : from(first), validTo }, date)
        if (answer !== 'unknown') expect(sharper).toBe(answer)
      }),
    )
  })

  it('resolves to what held then; what only may have held contests it or stays unknown', () => {
    const statements = [
      said('chair', 'EE', from('2017-07-01'), from('2017-12-31')),
      said('chair', 'BG', from('2018-01'), from('2018-06-30')),
      said('member', 'GB', undefined, from('2020-01-31')),
      said('member', 'HR', from('2013')),
      said('seat', 'Brussels'),
    ]
    const on = (heldOnDay: string) => resolveFacts(BODY, statements, { heldOn: heldOnDay })
    const members = (date: string) =>
      on(date)
        .many('member')
        .map(({ value }) => value)
    expect(on('2017-12-31').one('chair')).toMatchObject({ state: 'known', value: 'EE' })
    expect(on('2018-01-15').one('chair')).toEqual({ state: 'unknown' })
    expect(on('2018-02-01').one('chair')).toMatchObject({ state: 'known', value: 'BG' })
    expect(members('2013-06-01')).toEqual(['GB'])
    expect(members('2014-01-01').toSorted()).toEqual(['GB', 'HR'])
    expect(members('2020-02-01')).toEqual(['HR'])
    expect(on('1900-01-01').one('seat')).toMatchObject({ state: 'known', value: 'Brussels' })
    expect(resolveFacts(BODY, statements).one('chair').state).toBe('contested')
  })

  it('a passage is replaced whole before it is asked what held; a doubtful source stands where no other speaks of the day', () => {
    const passage = (date: string, value: string, days: Pick<Assertion, 'validFrom' | 'validTo'>) =>
      identify({
        ...said('chair', value),
        assertions: [{ property: 'chair', value, ...days }],
        source: { document: 'Register', locator: 'row 1', date: from(date), verified: true },
      })
    const earlier = passage('2018-01-01', 'BG', { validFrom: from('2018-01-01') })
    const later = passage('2018-09-01', 'BG', { validFrom: from('2018-01-01'), validTo: from('2018-06-30') })
    const rumour = identify({
      ...said('chair', 'AT', from('2018-07-01')),
      grading: { reliability: 'E', credibility: '5' },
    })
    expect(chairOn('2018-10-01', [earlier])).toMatchObject({ state: 'known', value: 'BG' })
    expect(chairOn('2018-10-01', [earlier, later])).toEqual({ state: 'unknown' })
    expect(chairOn('2018-10-01', [earlier, later, rumour])).toMatchObject({ state: 'known', value: 'AT' })
    expect(chairOn('2018-05-01', [earlier, later, rumour])).toMatchObject({ state: 'known', value: 'BG' })
  })

  it('VOC-03 an interval that nothing would read, or that ends before it begins, is refused', () => {
    const [seat] = said('seat', 'Brussels', from('2016')).assertions
    const [chair] = said('chair', 'EE', from('2017-07'), from('2017-06')).assertions
    const [fine] = said('chair', 'EE', from('2017-07'), from('2017')).assertions
    expect(seat && checkInterval(BODY, seat)).toMatchObject({ rule: 'VOC-03', property: 'seat' })
    expect(chair && checkInterval(BODY, chair)).toMatchObject({ rule: 'VOC-03', property: 'chair' })
    expect(fine && checkInterval(BODY, fine)).toBeNull()
  })
})
