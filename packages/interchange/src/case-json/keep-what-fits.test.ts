import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'
import { keepWhatFits } from './keep-what-fits.ts'
import { caseRecordSchema } from './schema.ts'

const OPTIONS = { filename: 'x.json', assertedBy: 'desk', assertedAt: '2026-03-01T10:00:00.000Z' }
const read = (json: unknown) => readDocument(new TextEncoder().encode(JSON.stringify(json)), OPTIONS)
const withFields = (fields: object) => read([{ id: 'a', name: 'A', summary: 'kept', ...fields }])

describe('one wrong value costs that value and not the case', () => {
  it.each([
    [
      { targets: [{ country: null, sector: 'health' }] },
      '/targets/0/country',
      /expected the country, saw nothing/,
    ],
    [
      { targets: [{ country: 'Spain', sector: 'health' }] },
      '/targets/0/country',
      /alpha-2.*saw the text "Spain"/,
    ],
    [
      { responses: [{ date: null, by: 'EU', instrument: 'x' }] },
      '/responses/0/date',
      /expected the day.*nothing/,
    ],
    [
      { responses: [{ date: 5, by: 'EU', instrument: 'x' }] },
      '/responses/0/date',
      /a text, saw the number 5/,
    ],
    [{ responses: [{ date: '2020-01-01', instrument: 'x' }] }, '/responses/0', /has no "by"/],
    [
      { legalFacts: { attempted: 'unclear' } },
      '/legalFacts/attempted',
      /true or false, saw the text "unclear"/,
    ],
    [{ aliases: [null, 'B'] }, '/aliases/0', /expected a text, saw nothing/],
    [{ actors: [null] }, '/actors/0', /expected an object with named fields, saw nothing/],
    [{ memberStatesAffectedCount: 1.5 }, '/memberStatesAffectedCount', /a whole number, saw the number 1.5/],
    [{ effects: 'disruption' }, '/effects', /expected a list, saw the text "disruption"/],
    [{ ratings: { values: { scope: { value: '3' } } } }, '/ratings/values/scope/value', /expected a number/],
    [{ sources: [{ address: 'https://example.org' }] }, '/sources/0', /has no "title"/],
  ])('INT-17 %j', async (fields, pointer, message) => {
    const { statements, rejected } = await withFields(fields)
    expect(rejected).toContainEqual({
      place: `case a, ${pointer}`,
      at: [{ part: 'case', seen: 'a' }, pointer],
      message: expect.stringMatching(message),
      rule: 'INT-17',
      words: expect.objectContaining({ code: expect.any(String) }),
    })
    const said = statements.flatMap(({ assertions }) => assertions)
    expect(said).toContainEqual({ property: 'summary', value: 'kept' })
  })

  it('INT-12 a response on a day that does not exist is left out, the others stay', async () => {
    const responses = ['2020-02-30', '2020-03-01'].map((date) => ({
      date,
      by: 'EU',
      instrument: 'statement',
    }))
    const { statements, rejected } = await withFields({ responses })
    expect(rejected).toMatchObject([{ place: 'case a, /responses/0/date', rule: 'INT-12' }])
    expect(statements.map(({ source }) => source.locator)).toContain('a#/responses/1')
  })

  it('says of half a State that it is no whole number, not that it is none', async () => {
    const { rejected } = await withFields({ memberStatesAffectedCount: 1.5 })
    expect(rejected.map(({ words }) => words?.code)).toEqual(['form-no-whole-number'])
  })

  it('the sector of a target without a country still serves the legal coding', async () => {
    const { statements } = await withFields({
      targets: [{ country: null, sector: 'hospitals' }],
      legalFacts: { targetCategoriesArt1_4: ['1(4)(b)'] },
    })
    expect(statements.flatMap(({ assertions }) => assertions)).toContainEqual({
      property: 'essentialServiceSectors',
      value: ['health'],
    })
  })

  it('INT-11 counts a field that is not carried over, with the reason', async () => {
    const { notCarriedOver } = await read([
      { id: 'a', name: 'A', mood: 'grim' },
      { id: 'b', name: 'B', mood: 'fine' },
    ])
    expect(notCarriedOver).toEqual([
      { field: 'mood', count: 2, why: 'This field is not known here.', words: { code: 'left-not-a-field' } },
    ])
  })

  it('INT-15 only a record without id or name, or that is no object, is refused', async () => {
    const { cases, rejected } = await read([
      { id: 'a', name: 'A' },
      { id: 'b' },
      { id: 7, name: 'C' },
      'a picture',
      null,
    ])
    expect(cases).toEqual([{ entity: 'case:a', name: 'A' }])
    expect(rejected).toMatchObject([
      { place: '/cases/1/name', message: 'expected a text, saw nothing', rule: 'INT-15' },
      {
        place: '/cases/2/id',
        message: 'expected a text, saw the number 7',
        rule: 'INT-15',
        words: { code: 'form-no-text', values: { found: '7' } },
      },
      {
        place: '/cases/3',
        message: 'expected an object with named fields, saw the text "a picture"',
        rule: 'INT-15',
      },
      { place: '/cases/4', message: 'expected an object with named fields, saw nothing', rule: 'INT-15' },
    ])
  })

  it('whatever stands in the optional fields, the case is read, and what was left out is named', () => {
    const optional = Object.keys(caseRecordSchema.shape).filter((field) => field !== 'id' && field !== 'name')
    const anything = fc.dictionary(fc.constantFrom(...optional), fc.jsonValue({ maxDepth: 4 }))
    fc.assert(
      fc.property(anything, (fields) => {
        const fit = keepWhatFits(caseRecordSchema, { ...fields, id: 'a', name: 'A' })
        expect(fit.record).toMatchObject({ id: 'a', name: 'A' })
        if (fit.record === null) return
        const isWhole = caseRecordSchema.safeParse({ ...fields, id: 'a', name: 'A' }).success
        expect(fit.leftOut.length === 0).toBe(isWhole)
      }),
      { numRuns: 300 },
    )
  })
})
