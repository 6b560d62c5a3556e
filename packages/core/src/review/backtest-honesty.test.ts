/**
 * What a back-test must not depend on: how a case ended, what came later, the order of the file; and what less
 * knowledge may do. Tried on every shipped case.
 */
import { loadDoctrine, readPrecedentCases } from '@demarche/doctrine'
import { caseRecordSchema, caseRecordToStatements, keepWhatFits } from '@demarche/interchange'
import { describe, expect, it } from 'vitest'
import { compileDoctrine } from '../assessment/compile-doctrine.ts'
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'
import { deriveFacts } from '../incident/derive-facts.ts'
import { resolveFacts } from '../kernel/fact.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import { identify } from '../kernel/statement.ts'
import { byId, weighCase } from '../toolbox/weigh-case.ts'
import { backtestCases, statementsAsOf } from './backtest-cases.ts'
import { backtestDay, type ClosedCase, closedCaseFileSchema, closedCaseSchema } from './case-record.ts'

type Fields = Readonly<Record<string, unknown>>

const compiled = compileDoctrine(loadDoctrine(), CASE_VOCABULARY)
const file = closedCaseFileSchema.parse(readPrecedentCases())
const datedCases = file.cases.flatMap((record) => {
  const day = backtestDay(record)
  return day === null ? [] : [{ record, day }]
})

function toStatements(record: Fields) {
  const fit = keepWhatFits(caseRecordSchema, record)
  if (fit.record === null) throw new Error(JSON.stringify(fit.faults))
  const options = { filename: 'cases.json', assertedBy: 'test', assertedAt: '2026-11-23T00:00:00.000Z' }
  return caseRecordToStatements(fit.record, options).statements.map(identify)
}

/** Everything that the desk finds on that day, in short. */
function findings(record: ClosedCase, day: CalendarDate) {
  const known = statementsAsOf(record, day, toStatements)
  const weighed = weighCase(
    compiled,
    deriveFacts(resolveFacts(compiled.vocabulary, known), day),
    day,
    byId(known),
  )
  return {
    verdicts: Object.fromEntries(weighed.tests.map(({ test, verdict }) => [test, verdict])),
    availability: Object.fromEntries(
      weighed.measures.map(({ measure, availability }) => [measure, availability]),
    ),
    levels: Object.fromEntries(weighed.profile.map(({ dimension, level }) => [dimension, level])),
    band: weighed.band,
    packages: weighed.packages.map(({ id, lawful, turnsOn, proportionality }) => ({
      id,
      lawful,
      turnsOn,
      verdict: proportionality.verdict,
    })),
  }
}

function without(record: Fields, ...fields: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)))
}

const OUTCOME = [
  'responses',
  'backtest',
  'councilReasons',
  'noJointResponse',
  'responseClass',
  'whyNoResponse',
  'laterEuReferences',
  'relatedOtherRegime',
  'process',
]

describe.each(datedCases)('$record.id', ({ record, day }) => {
  const asItWas = findings(record, day)

  it('REV-02 is found alike whether or not it is on record how it ended', () => {
    expect(findings(closedCaseSchema.parse(without(record, ...OUTCOME)), day)).toEqual(asItWas)
    const ended = {
      ...record,
      responses: [
        ...(record.responses ?? []),
        {
          date: day,
          by: 'EU',
          bySide: 'EU',
          instrument: 'listing of persons',
          toolboxCategory: 'restrictive',
        },
        { date: '2016-01-01', by: 'MS:FR', bySide: 'MS', instrument: 'attribution statement' },
        { date: '2016-01-01', by: 'US', bySide: 'partners', instrument: 'sanctions' },
      ],
      backtest: { usable: true, attributionNamedByEU: true, expectedToolboxCategories: ['restrictive'] },
      councilReasons: { factorsNamed: [{ letter: '2(a)' }], attemptNamed: true },
      noJointResponse: true,
      whyNoResponse: 'nobody asked',
      responseClass: 'restrictive',
      daysFromIncidentToFirstListing: 3,
    }
    expect(findings(closedCaseSchema.parse(ended), day)).toEqual(asItWas)
  })

  it('REV-03 is found alike whatever is dated to after the day, and whoever blames without a day', () => {
    const later = {
      ...record,
      summary: 'Understood in 2031 alone.',
      actors: [
        ...(record.actors ?? []),
        {
          name: 'Grey Heron',
          sponsorState: 'ZZ',
          stateDirected: true,
          attributionDate: '2031-05-01',
          attributedBy: ['FR'],
        },
        {
          name: 'Grey Heron',
          sponsorState: 'ZZ',
          stateDirected: true,
          attributedBy: ['DE (2032)', 'EU (listing, 2032)', 'EU', 'NL'],
        },
      ],
    }
    expect(findings(closedCaseSchema.parse(later), day)).toEqual(asItWas)
  })

  it('less on record leaves verdicts open and turns none of them round', () => {
    const legalFacts = closedCaseSchema.parse(record)['legalFacts']
    const legal = typeof legalFacts === 'object' && legalFacts !== null ? legalFacts : {}
    const reduced = [
      ...Object.keys(record)
        .filter((field) => !['id', 'name', 'publicDate', ...OUTCOME].includes(field))
        .map((field) => [field, without(record, field)] as const),
      ...Object.keys(legal).map(
        (field) => [`legalFacts/${field}`, { ...record, legalFacts: without({ ...legal }, field) }] as const,
      ),
    ]
    const turned = reduced.flatMap(([field, less]) => {
      const { verdicts, availability } = findings(closedCaseSchema.parse(less), day)
      return [
        ...changes(asItWas.verdicts, verdicts, 'unknown'),
        ...changes(asItWas.availability, availability, 'turns-on'),
      ].map((change) => `without ${field}: ${change}`)
    })
    expect(turned).toEqual([])
  })
})

/** What became something else than open. */
function changes(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
  open: string,
): readonly string[] {
  return Object.entries(before).flatMap(([key, was]) =>
    after[key] === was || after[key] === open ? [] : [`${key} ${was} → ${after[key]}`],
  )
}

describe('the file of closed cases', () => {
  const run = (cases: readonly ClosedCase[]) =>
    backtestCases({ file: { ...file, cases: [...cases] }, compiled, toStatements })
  const straight = run(file.cases)

  it('may stand in any order', () => {
    const turned = run(file.cases.toReversed())
    expect(turned.report.totals).toEqual(straight.report.totals)
    const byCase = (result: typeof straight) =>
      Object.fromEntries(result.report.cases.map((row) => [row.id, row]))
    expect(byCase(turned)).toEqual(byCase(straight))
  })

  it('does not set a case against its own double, and counts a double like the first', () => {
    const doubled = run([
      ...file.cases,
      ...file.cases.map((record) => ({ ...record, id: `${record.id}-again` })),
    ])
    const [once, twice] = [straight.report.totals, doubled.report.totals]
    for (const total of ['cases', 'scored', 'instrumentsUsed', 'instrumentsFoundAvailable'] as const)
      expect(twice[total]).toBe(2 * once[total])
    expect(twice.pairsFlagged).toBe(4 * once.pairsFlagged)
  })

  it('adds up: what was done is what was used, and what was missed is the rest', () => {
    const { totals, cases } = straight.report
    expect(cases).toHaveLength(totals.scored)
    const missed = cases.reduce((sum, row) => sum + row.missed.length, 0)
    expect(totals.instrumentsFoundAvailable + missed).toBe(totals.instrumentsUsed)
    const did = cases.reduce((sum, row) => sum + row.did.length, 0)
    expect(totals.instrumentsUsed).toBe(did - straight.notMatched.length)
    expect(straight.flagged).toHaveLength(totals.pairsFlagged)
    expect(totals.contrastsFlagged + straight.contrastsMissed.length).toBe(totals.contrasts)
  })
})
