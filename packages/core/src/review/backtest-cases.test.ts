import { loadDoctrine, readPrecedentCases } from '@demarche/doctrine'
import { caseRecordSchema, caseRecordToStatements } from '@demarche/interchange'
import { describe, expect, it } from 'vitest'
import { compileDoctrine } from '../assessment/compile-doctrine.ts'
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'
import { parsePartialDate } from '../kernel/partial-date.ts'
import { identify } from '../kernel/statement.ts'
import { backtestCases, knownContrasts, statementsAsOf } from './backtest-cases.ts'
import {
  backtestDay,
  closedCaseFileSchema,
  closedCaseSchema,
  contrastPairs,
  jointActs,
  withoutAnswers,
} from './case-record.ts'
import { measuresFor } from './instruments.ts'
import { isAskedOfPeople } from './supposing-people.ts'

const doctrine = loadDoctrine()
const compiled = compileDoctrine(doctrine, CASE_VOCABULARY)
const toStatements = (record: Readonly<Record<string, unknown>>) =>
  caseRecordToStatements(caseRecordSchema.parse(record), {
    filename: 'cases.json',
    assertedBy: 'test',
    assertedAt: '2026-11-23T00:00:00.000Z',
  }).statements.map(identify)
/** The shipped precedents: the open half of the coded cases. */
const file = closedCaseFileSchema.parse(readPrecedentCases())

const harbour = closedCaseSchema.parse({
  id: 'harbour',
  name: 'Harbour',
  publicDate: '2020-02-29',
  responses: [
    {
      date: '2021-06-01',
      by: 'EU',
      bySide: 'EU',
      instrument: 'listing of persons',
      toolboxCategory: 'restrictive',
    },
    {
      date: '2020-05',
      by: 'EU',
      bySide: 'EU',
      instrument: 'declaration by HR',
      toolboxCategory: 'stability',
    },
    {
      date: '2020-03-01',
      by: 'EU institutions',
      bySide: 'EU institution or agency',
      instrument: 'statement',
    },
  ],
  actors: [{ name: 'Grey Heron', attributedBy: ['EU (listing, 2021)', 'FR'], attributionDate: '2021-06-01' }],
  backtest: { usable: true },
  councilReasons: { factorsNamed: [] },
  noJointResponse: false,
  responseClass: 'restrictive',
  whyNoResponse: null,
  laterEuReferences: [],
  relatedOtherRegime: [],
  process: {},
  daysFromIncidentToFirstListing: 400,
  ratings: { values: {} },
  legalFacts: { attempted: false },
})

describe('a closed case as it stood', () => {
  it('REV-01 is rebuilt on the day of the first joint act, and a month counts from its last day', () => {
    expect(backtestDay(harbour)).toBe('2020-05-31')
    expect(jointActs(harbour).map(({ instrument }) => instrument)).toEqual([
      'declaration by HR',
      'listing of persons',
    ])
  })

  it('REV-01 without a joint act is rebuilt one year after it became public', () => {
    expect(backtestDay({ ...harbour, responses: [] })).toBe('2021-02-28')
    expect(backtestDay({ ...harbour, responses: [], publicDate: parsePartialDate('2021-03') })).toBe(
      '2022-03-31',
    )
    expect(backtestDay({ ...harbour, responses: [], publicDate: null, startDate: null })).toBeNull()
  })

  it('REV-02 keeps no field that tells how it ended, and no claim that is itself the answer', () => {
    const reduced = withoutAnswers(harbour)
    expect(Object.keys(reduced).toSorted()).toEqual(
      ['actors', 'id', 'legalFacts', 'name', 'publicDate', 'ratings', 'responses'].toSorted(),
    )
    expect(reduced).toMatchObject({
      responses: [],
      actors: [{ attributedBy: ['FR'], attributionDate: null }],
    })
  })

  it('REV-03 holds no value that its own words date to after the day', () => {
    const record = closedCaseSchema.parse({
      id: 'ferry',
      name: 'Ferry 2025',
      startDate: '2020-03-01',
      endDate: '2020-06-30',
      duration: 'four months',
      publicDate: '2020-03',
      discoveredDate: '2020-07-01',
      summary: 'Still argued about in 2024.',
      effects: ['disruption', 'data leak through later abuse (2023)'],
      affectedEntitiesCount: { value: 12, text: '12 ports', source: 'https://example.org/2024/ports' },
      economicLossEur: { amount: 4_000_000, text: 'estimate of May 2021' },
      actors: [
        { name: 'Grey Heron', attributedBy: ['FR'], attributionDate: '2020-04-01' },
        { name: 'Grey Heron', attributedBy: ['DE (2025)'], attributionDate: '2025-04-29' },
      ],
      ratings: {
        values: {
          scope: { value: 3, reason: 'three ports' },
          duration: { value: 3, reason: 'months' },
          impact: { value: 5, reason: 'a port closed for good in 2022' },
        },
      },
      legalFacts: {
        externalThreat: { met: 'yes', basisArt1_2: ['a', 'd (since 2025)'] },
        codedBy: 'us',
        articlesChecked: '2025-01-27',
      },
    })
    const said = (day: string) =>
      Object.fromEntries(
        statementsAsOf(record, day, toStatements)
          .flatMap(({ assertions }) => assertions)
          .map(({ property, value }) => [property, value]),
      )
    const early = said('2020-04-30')
    const text = JSON.stringify(early)
    for (const later of ['2020-06', '2020-07', '2021', '2022', '2023', '2024', '2025-']) {
      expect(text).not.toContain(later)
    }
    expect(early).toMatchObject({
      name: 'Ferry 2025',
      startDate: '2020-03-01',
      effects: ['disruption'],
      legalPersonsAffected: 12,
      'rating.scope': { level: 3 },
      originOutsideUnion: true,
      attributionClaim: { claimantState: 'FR' },
    })
    for (const property of [
      'endDate',
      'durationText',
      'discoveredDate',
      'economicLossEur',
      'rating.duration',
      'rating.impact',
      'supportDirectionControlFromOutsideUnion',
    ]) {
      expect(early).not.toHaveProperty(property)
    }
    expect(said('2025-12-31')).toMatchObject({
      endDate: '2020-06-30',
      durationText: 'four months',
      economicLossEur: 4_000_000,
      'rating.duration': { level: 3 },
      'rating.impact': { level: 5 },
      supportDirectionControlFromOutsideUnion: true,
    })
  })

  it('REV-03 the word of the Union is no ground on the day on which it is the answer, and is one afterwards', () => {
    const actor = { name: 'Grey Heron', attributedBy: ['EU', 'UK'], attributionDate: '2022-05-10' }
    const claimants = (day: string) =>
      statementsAsOf({ ...harbour, actors: [actor] }, day, toStatements)
        .flatMap(({ assertions }) => assertions)
        .flatMap(({ property, value }) => (property === 'attributionClaim' ? [value] : []))
    expect(claimants('2022-05-10')).toEqual([])
    expect(claimants('2022-05-11')).toMatchObject([{ claimantState: 'EU' }])
  })

  it('REV-03 an end of a month or year counts from its last day', () => {
    const record = { ...harbour, startDate: parsePartialDate('2020-01'), endDate: '2020-05' }
    const ends = (day: string) =>
      statementsAsOf(record, day, toStatements)
        .flatMap(({ assertions }) => assertions)
        .some(({ property }) => property === 'endDate')
    expect([ends('2020-05-30'), ends('2020-05-31')]).toEqual([false, true])
  })

  it('REV-05 finds the measures that the words of a record stand for, and falls back on the category', () => {
    const { measures } = doctrine
    expect(measuresFor('Council conclusions', 'stability', measures)).toEqual(['stab-conclusions'])
    expect(measuresFor('listing of entities', 'restrictive', measures)).toContain('rest-asset-freeze')
    expect(measuresFor('démarche', 'cooperative', measures)).toEqual(['coop-demarche'])
    expect(measuresFor('something new', 'preventive', measures)).toContain('prev-capacity')
    expect(measuresFor('listing under the hybrid regime', 'restrictive', measures)).toEqual([
      'rest-other-regime',
    ])
    expect(measuresFor('national emergency', null, measures)).toEqual([])
  })

  it.each([
    ['assistance measure', 'support', 'coop-assist-partner'],
    ['assistance measure', 'cooperative', 'support-technical-assist'],
    ['removal from the list', 'restrictive', 'rest-delist'],
  ])('REV-05 counts "%s", recorded as %s, as %s too', (instrument, category, measure) => {
    expect(measuresFor(instrument, category, doctrine.measures)).toContain(measure)
  })

  it('a case of which little is known has packages to consider, with the ceiling left open', () => {
    const record = closedCaseSchema.parse({
      id: 'quay',
      name: 'Quay',
      publicDate: '2021-06-01',
      responses: [{ date: '2021-07-01', by: 'EU', bySide: 'EU', instrument: 'statement' }],
    })
    const { report } = backtestCases({ file: { cases: [record] }, compiled, toStatements })
    const [row] = report.cases
    expect(row?.should.length).toBeGreaterThan(0)
    for (const line of row?.should ?? []) expect(line).toContain('ceiling undetermined')
    expect(report.totals).toMatchObject({ instrumentsUsed: 1, instrumentsFoundAvailable: 1 })
  })

  it.each([
    ['expulsion of diplomats', 'support-retorsion'],
    ['ambassador summoned', 'stab-summon'],
    ['condemnation', 'stab-hr-statement'],
    ['statement of solidarity', 'stab-hr-statement'],
    ['joint statement with partners', 'stab-joint-partners'],
    ['sanctions', 'rest-asset-freeze'],
    ['cyber dialogue', 'coop-dialogue'],
    ['capacity building', 'prev-capacity'],
    ['CERT-EU support', 'support-technical-assist'],
    ['technical support', 'support-technical-assist'],
  ])('REV-05 finds "%s" without any category on record', (instrument, measure) => {
    expect(measuresFor(instrument, null, doctrine.measures)).toContain(measure)
  })

  it('REV-02 a resolution of the European Parliament is no joint act', () => {
    const response = { date: parsePartialDate('2020-04-01'), by: 'EU', bySide: 'EU' }
    const responses = [{ ...response, instrument: 'European Parliament resolution' }]
    expect(jointActs({ ...harbour, responses })).toEqual([])
  })

  it('REV-05 an act that no measure matches is named; with a category on record it counts as missed', () => {
    const responses = (['purple', null] as const).map((toolboxCategory) => ({
      date: parsePartialDate('2020-04-01'),
      by: 'EU',
      bySide: 'EU',
      instrument: 'something new',
      toolboxCategory,
    }))
    const result = backtestCases({ file: { cases: [{ ...harbour, responses }] }, compiled, toStatements })
    expect(result.notMatched).toHaveLength(2)
    expect(result.report.totals).toMatchObject({ instrumentsUsed: 1, instrumentsFoundAvailable: 0 })
  })

  it('REV-09 compares each member of a contrast with each other, and no id that the file lacks', () => {
    expect(contrastPairs([{ cases: ['a', 'b', 'c'] }, { cases: ['b', 'a'] }, { cases: ['a'] }])).toHaveLength(
      3,
    )
    const contrasts = [{ cases: ['harbour', 'nowhere'] }]
    expect(knownContrasts({ cases: [harbour], contrasts })).toEqual({
      contrasts: [{ cases: ['harbour'] }],
      unknown: ['nowhere'],
    })
  })

  it('REV-06 tells questions put to people from facts about the incident', () => {
    for (const property of [
      'finding.test-significant-effect',
      'cfspObjectiveNeed',
      'personRole',
      'memberStateRequested',
      'evidenceReleasable',
    ]) {
      expect(isAskedOfPeople(property)).toBe(true)
    }
    for (const property of ['originOutsideUnion', 'criticalInfrastructureAffected', 'personsAffected']) {
      expect(isAskedOfPeople(property)).toBe(false)
    }
  })
})

describe('the back-test over the shipped cases', () => {
  const { report, availableOutright, pairs, flagged } = backtestCases({ file, compiled, toStatements })
  const { totals } = report

  it('scores every usable case and compares all', () => {
    expect(totals.cases).toBe(file.cases.length)
    expect(totals.scored).toBe(file.cases.filter(({ backtest }) => backtest?.usable !== false).length)
    expect(pairs).toBe((totals.cases * (totals.cases - 1)) / 2)
  })

  it('REV-04 judges each instrument on the day of its use', () => {
    // rebuilt in April 2018, when there was no regime to list anybody under
    const record = file.cases.find(({ id }) => id === 'wannacry-2017')
    const missed = (listedOn: string) => {
      const responses = record?.responses?.map((one) =>
        one.toolboxCategory === 'restrictive' ? { ...one, date: listedOn } : one,
      )
      const cases = [closedCaseSchema.parse({ ...record, responses })]
      return backtestCases({ file: { cases }, compiled, toStatements }).report.cases[0]?.missed
    }
    expect(missed('2020-07-30')).toEqual([])
    expect(missed('2019-05-17')).toEqual([expect.stringContaining('2019-05-17 listing of entities')])
  })

  it('REV-07 finds the instruments that were used, nearly all of them', () => {
    expect(totals.instrumentsFoundAvailable / totals.instrumentsUsed).toBeGreaterThanOrEqual(0.9)
    expect(availableOutright).toBeLessThanOrEqual(totals.instrumentsFoundAvailable)
  })

  it('REV-08 never proposes a listing where the legal test is false or not yet law', () => {
    expect(totals.listingsProposedWhereTestFalse).toBe(0)
  })

  it('REV-09 flags most contrasts of the file and well under a third of all pairs', () => {
    expect(totals.contrastsFlagged).toBeGreaterThanOrEqual(totals.contrasts - 1)
    expect(totals.pairsFlagged / pairs).toBeLessThan(0.25)
    expect(flagged).toHaveLength(totals.pairsFlagged)
  })

  it('does not look at the answers: other answers change what was done, not what should have been', () => {
    const other = {
      ...file,
      cases: file.cases.map((record) => ({
        ...record,
        responseClass: 'none',
        noJointResponse: true,
        whyNoResponse: 'x',
      })),
    }
    const again = backtestCases({ file: other, compiled, toStatements }).report
    expect(again.cases.map(({ should }) => should)).toEqual(report.cases.map(({ should }) => should))
  })

  it('gives the same report twice', () => {
    expect(backtestCases({ file, compiled, toStatements }).report).toEqual(report)
  })
})
