import { describe, expect, it } from 'vitest'
import { OWN_READING, type PartialDate } from '@demarche/core'
import { caseRecordToStatements } from './case-record.ts'
import { countedProperty } from './impact-figures.ts'
import { cutToPrecision } from './occurrence.ts'
import { caseRecordSchema } from './schema.ts'
import { partialDate } from '../reading.ts'

const OPTIONS = {
  filename: 'x.json',
  assertedBy: 'desk',
  assertedAt: '2026-03-01T10:00:00.000Z',
  compiled: '2026-02-01',
}

function read(fields: Record<string, unknown>) {
  return caseRecordToStatements(caseRecordSchema.parse({ id: 'a', name: 'A', ...fields }), OPTIONS)
}

/** every value of a property over all statements, in order */
function values(fields: Record<string, unknown>, property: string): readonly unknown[] {
  return read(fields).statements.flatMap(({ assertions }) =>
    assertions.filter((assertion) => assertion.property === property).map(({ value }) => value),
  )
}

function date(text: string): PartialDate {
  const parsed = partialDate(text)
  if (!parsed) throw new Error(text)
  return parsed
}

const threat = (met: string, basisArt1_2: string[]) => ({
  legalFacts: { externalThreat: { met, basisArt1_2 } },
})

describe('a case record', () => {
  it.each([
    ['2016-01-01', 'year (SWP); another source codes 2014', '2016'],
    ['2019-09-01', 'month (EuRepoC)', '2019-09'],
    ['2017-05-12', 'day of the leak', '2017-05-12'],
    ['2017-05', 'day', '2017-05'],
    ['2017-05-12', undefined, '2017-05-12'],
  ])('cuts %s with precision %j to %s', (text, precision, expected) => {
    expect(cutToPrecision(date(text), precision)).toBe(expected)
  })

  it('reads an end on 1 January as a year only when the case knows no more than years', () => {
    const endDate = '2018-01-01'
    expect(values({ startDate: '2016-01-01', startDatePrecision: 'year', endDate }, 'endDate')).toEqual([
      '2018',
    ])
    expect(values({ startDate: '2016-03-01', startDatePrecision: 'day', endDate }, 'endDate')).toEqual([
      '2018-01-01',
    ])
  })

  it('INT-26 loses an end that lies before the start, and a remark says so', () => {
    const { remarks } = read({ startDate: '2020-05-01', endDate: '2020-04-30' })
    expect(remarks).toMatchObject([
      {
        place: 'case a, /endDate',
        message: expect.stringMatching(/INT-26/),
        words: { code: 'remark-end-left-out', values: { day: '2020-04-30', since: '2020-05-01' } },
      },
    ])
    expect(values({ startDate: '2020-05-01', endDate: '2020-04-30' }, 'endDate')).toEqual([])
    expect(values({ startDate: '2020-05-01', endDate: '2020-05' }, 'endDate')).toEqual(['2020-05'])
  })

  it.each([
    ['2020-05-02', '2020-06-30', '2020-06-30'],
    ['2020-05-02', '2020', '2020'],
    ['2021-05-02', '2020-06-30', '2021-05-02'],
    ['2020-05-02', undefined, '2020-05-02'],
  ])('public on %s and over on %s, it is known on %s how long it lasted', (publicDate, endDate, known) => {
    const { statements } = read({ startDate: '2020-05-01', publicDate, endDate, duration: 'some weeks' })
    const lasting = statements.find(({ source }) => source.locator === 'a#/endDate')
    expect(lasting?.source.date).toBe(known)
    expect(lasting?.assertions).toContainEqual({ property: 'durationText', value: 'some weeks' })
    const begun = statements.find(({ source }) => source.locator === 'a#/name')
    expect(begun?.source.date).toBe(publicDate)
    expect(begun?.assertions.map(({ property }) => property)).toEqual(['name', 'startDate', 'disclosedDate'])
  })

  it.each([
    'us',
    'us (analogy); the Council only called it unacceptable',
    'us; EU declaration recalled the reports in general',
    'EU declaration on the supply chain; letter by us',
    'none claimed by the EU; letters by us',
    'none claimed',
    null,
  ])('a letter chosen by the coders (%j) is nobody’s claim, and their words stay', (claimedBy) => {
    const normsBreached = { letters: ['f'], claimedBy }
    expect(values({ normsBreached }, 'normClaim')).toEqual([{ letter: 'f', claimedBy: OWN_READING }])
    const note = read({ normsBreached }).statements.at(-1)?.source.note
    expect(note).toContain(claimedBy ?? 'no claimant on record')
  })

  it.each(['US', 'US (advisory)', 'EU declaration (territory: (c))', 'Bus operators'])(
    'a claim of a norm by %j stays theirs',
    (claimedBy) => {
      const normsBreached = { letters: ['c'], claimedBy }
      expect(values({ normsBreached }, 'normClaim')).toEqual([{ letter: 'c', claimedBy }])
    },
  )

  it('INT-12 rejects a date that does not exist and keeps the rest', () => {
    const { rejected, statements } = read({ startDate: '2023-02-30' })
    expect(rejected).toMatchObject([{ place: 'case a, /startDate', rule: 'INT-12' }])
    expect(statements).toHaveLength(1)
  })

  it.each([
    ['17 computers', 'systemsAffected'],
    ['about 2 000 websites', 'systemsAffected'],
    ['41 000 people without water', 'personsAffected'],
    ['27 institutions attacked, 9 badly', 'legalPersonsAffected'],
    ['one campaign', 'legalPersonsAffected'],
    [null, 'legalPersonsAffected'],
  ])('counts %j as %s', (text, property) => {
    expect(countedProperty(text)).toBe(property)
  })

  it('INT-14 an unknown loss is no loss of zero', () => {
    expect(values({ economicLossEur: { amount: null, text: 'no figure found' } }, 'economicLossEur')).toEqual(
      [],
    )
    expect(values({ economicLossEur: { amount: 0, text: 'none stated' } }, 'economicLossEur')).toEqual([])
    expect(
      values({ economicLossEur: { amount: 0, text: 'the audit found no loss' } }, 'economicLossEur'),
    ).toEqual([0])
  })

  it('an attempted effect is no effect', () => {
    const fields = { effects: ['attempted data theft'] }
    expect(values(fields, 'effects')).toEqual([])
    expect(values(fields, 'attempted')).toEqual([true])
    expect(values({ effects: ['disruption', 'attempted theft'] }, 'attempted')).toEqual([])
  })

  it('INT-13 rejects an effect that is none, with the words that are known', () => {
    expect(read({ effects: ['mischief'] }).rejected[0]).toMatchObject({ rule: 'INT-13' })
  })

  it('codes external threat: yes by letter, no as four denials, not established as nothing', () => {
    expect(values(threat('yes', ['a', 'd (since 2025)']), 'supportDirectionControlFromOutsideUnion')).toEqual(
      [true],
    )
    expect(values(threat('yes', ['a']), 'infrastructureOutsideUnion')).toEqual([])
    expect(values(threat('no', []), 'originOutsideUnion')).toEqual([false])
    expect(values(threat('not-established', ['a']), 'originOutsideUnion')).toEqual([])
    const likely = read(threat('likely', ['a'])).statements.at(-1)
    expect(likely?.confidence).toBe('low')
  })

  it('a conditional target category is a remark, not a fact', () => {
    const fields = {
      targets: [{ country: 'NL', sector: 'international organisation' }],
      legalFacts: {
        targetCategoriesArt1_4: ['1(6) international organisation; 1(4)(c) if tied to the host State'],
        thirdStateOrInternationalOrganisationArt1_6: true,
      },
    }
    expect(values(fields, 'criticalStateFunctionsAffected')).toEqual([])
    expect(values(fields, 'internationalOrganisationTargeted')).toEqual([true])
    expect(values(fields, 'thirdStateTargeted')).toEqual([])
    expect(read(fields).remarks).toHaveLength(1)
  })

  it('potential factors support the counterfactual of an attempt and are not coded as present', () => {
    const fields = { legalFacts: { attempted: true, significantEffectFactorsArt2: ['2(a) (potential)'] } }
    expect(values(fields, 'significantEffectFactorsCoded')).toEqual([])
    expect(values(fields, 'finding.test-attempt:counterfactual')).toMatchObject([{ holds: true }])
    expect(values(fields, 'finding.test-significant-effect')).toEqual([])
  })

  it('a listing accuses a person or body and no State', () => {
    const actors = [
      {
        name: 'Group',
        sponsorState: 'ZZ',
        stateDirected: true,
        attributedBy: ['US', 'EU (listing, 2020)'],
        attributionDate: '2018-01-05',
      },
    ]
    const responses = [{ date: '2020-07-30', by: 'EU', bySide: 'EU', instrument: 'listing of entities' }]
    expect(values({ actors, responses }, 'attributionClaim')).toEqual([
      {
        claimant: 'US',
        claimantState: 'US',
        kind: 'political',
        accused: 'Group',
        accusedState: 'ZZ',
        stateDirected: true,
        date: '2018-01-05',
      },
      { claimant: 'EU', claimantState: 'EU', kind: 'legal', accused: 'Group', date: '2020-07-30' },
    ])
  })

  it('takes an effect that is only potential for the intended one, also where nobody coded an attempt', () => {
    const legalFacts = { significantEffectFactorsArt2: ['2(a) (potential)'] }
    expect(values({ legalFacts }, 'finding.test-significant-effect')).toEqual([])
    expect(values({ legalFacts }, 'finding.test-attempt:counterfactual')).toMatchObject([{ holds: true }])
    const present = { significantEffectFactorsArt2: ['2(a) (potential)', '2(f)'] }
    expect(values({ legalFacts: present }, 'finding.test-significant-effect')).toEqual([
      {
        holds: true,
        grounds:
          'factors coded as present under Art. 2: 2(a) (potential) (scope, scale, impact or severity of the disruption caused); 2(f) amount or nature of stolen data, or scale of data breaches',
      },
    ])
  })

  it('takes a target category of Art. 1(4) for the finding that a Member State is threatened, unless it has an "if"', () => {
    const finding = 'finding.test-target-member-states:human'
    const coded = { targetCategoriesArt1_4: ['1(4)(b)', '1(4)(c) if tied to the host State'] }
    expect(values({ legalFacts: coded }, finding)).toEqual([
      { holds: true, grounds: 'targets coded under Art. 1(4)(b)' },
    ])
    expect(values({ legalFacts: { targetCategoriesArt1_4: ['1(6)'] } }, finding)).toEqual([])
  })

  it('does not take "not under Art. 1(6)" for a denial of a third State that the record names', () => {
    const denied = {
      startDate: '2021-01',
      legalFacts: { thirdStateOrInternationalOrganisationArt1_6: false },
    }
    const germany = { ...denied, targets: [{ country: 'DE', sector: 'energy' }] }
    expect(values(germany, 'thirdStateTargeted')).toEqual([false])
    expect(values(denied, 'thirdStateTargeted')).toEqual([])
    const norway = { ...denied, targets: [{ country: 'NO', sector: 'parliament' }] }
    expect(values(norway, 'thirdStateTargeted')).toEqual([])
    expect(read(norway).remarks).toMatchObject([
      { message: expect.stringContaining('NO is among the targets') },
    ])
  })

  it('reads EL and UK, as EU texts write them, as the ISO codes', () => {
    const targets = [{ country: 'EL', sector: 'energy' }]
    expect(values({ targets }, 'target')).toEqual([{ country: 'GR', sector: 'energy' }])
    expect(values({ memberStatesAffected: ['EL', 'UK'] }, 'memberStates')).toEqual([['GR', 'GB']])
    const actors = [{ name: 'G', sponsorState: 'ZZ', attributedBy: ['EL'] }]
    expect(values({ actors }, 'attributionClaim')).toMatchObject([{ claimant: 'EL', claimantState: 'GR' }])
  })

  it('gives each claimant its own words of confidence', () => {
    const actors = [
      {
        name: 'G',
        attributedBy: ['UK', 'DE'],
        confidenceAsStated: 'UK and US: likely; Germany: hard evidence',
      },
    ]
    expect(values({ actors }, 'attributionClaim')).toMatchObject([
      { confidenceAsStated: 'likely' },
      { confidenceAsStated: 'hard evidence' },
    ])
  })

  it('silence is known only since the record was compiled', () => {
    const { statements } = read({
      publicDate: '2015-01-02',
      noJointResponse: true,
      whyNoResponse: 'not taken up',
    })
    const silence = statements.find(({ assertions }) => assertions[0]?.property === 'noJointResponse')
    expect(silence?.source.date).toBe('2026-02-01')
  })

  it('no two statements share source, place and property, so none replaces another', () => {
    const { statements } = read({
      actors: [
        { name: 'G', attributedBy: ['US', 'UK'] },
        { name: 'H', attributedBy: ['US'] },
      ],
      responses: [
        { date: '2020-01-01', by: 'EU', instrument: 'statement' },
        { date: '2020-01-02', by: 'EU', instrument: 'statement' },
      ],
    })
    const locators = statements.map(({ source }) => source.locator)
    expect(new Set(locators).size).toBe(locators.length)
  })
})
