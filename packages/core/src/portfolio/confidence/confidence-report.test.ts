import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CountryGroup } from '../../kernel/country-group.ts'
import type { FactRow } from '../../kernel/fact-row.ts'
import { PUBLIC } from '../../kernel/marking.ts'
import { parsePartialDate } from '../../kernel/partial-date.ts'
import type { Value } from '../../kernel/value.ts'
import { kindOfEntity, type PortfolioRecord, type RecordDoubt } from '../read-record.ts'
import { confidenceReport, REPORT_STANDINGS } from './confidence-report.ts'
import { actIn, countsFor } from './counts-for.ts'

const TODAY = '2026-11-27'
/** properties that hold several values beside each other */
const MANY = new Set(['measures', 'setAside', 'reported'])

function record(
  entity: string,
  facts: Readonly<Record<string, Value | readonly Value[]>> = {},
  doubts: readonly RecordDoubt[] = [],
): PortfolioRecord {
  const rows = Object.entries(facts).map(([property, value]): FactRow => {
    const row = { property, label: property, group: 'what' } as const
    return MANY.has(property) && Array.isArray(value)
      ? { ...row, cardinality: 'many', values: value.map((one: Value) => ({ value: one, support: [] })) }
      : { ...row, cardinality: 'one', fact: { state: 'known', value, support: [] } }
  })
  return {
    entity,
    kind: kindOfEntity(entity),
    name: entity,
    asOf: TODAY,
    marking: PUBLIC,
    facts: rows,
    doubts,
  }
}

const group = (id: string, terms: CountryGroup['terms']): CountryGroup => ({
  id,
  label: id,
  kind: 'organisation',
  authority: 'agreed-guidance',
  source: { document: id, locator: 'list' },
  inForce: { from: parsePartialDate('1973') },
  verified: false,
  names: { en: id, fr: id, de: id, et: id, pl: id, pt: id, sl: id },
  terms,
})
const GROUPS = [
  group('org-osce', [
    { kind: 'participant', since: parsePartialDate('1991-09-10'), countries: ['EE'], verified: false },
    { kind: 'participant', since: parsePartialDate('2026-11'), countries: ['XD'], verified: false },
  ]),
  group('org-un', [{ kind: 'member', countries: ['EE', 'XD'], verified: false }]),
  group('org-oas', [
    { kind: 'member', countries: ['BR'], verified: false },
    { kind: 'observer', countries: ['EE'], verified: false },
  ]),
]

const JUDGED: RecordDoubt = { property: 'acts', label: 'Counts for it', what: 'unverified' }
const MEASURES = [
  record('cbm:osce-8', { set: ['org-osce'], number: 8, acts: ['act-contact-point'] }, [JUDGED]),
  record('cbm:osce-7', { set: ['org-osce'], number: 7, acts: ['act-publish-strategy'] }),
  record('cbm:osce-2', { set: ['org-osce'], number: 2 }),
  record('cbm:un-1', { set: ['org-un'], number: 1, acts: ['act-contact-point'] }, [
    { property: 'name', label: 'Measure', what: 'unverified' },
  ]),
  record('cbm:oas-2', { set: ['org-oas'], number: 2, acts: ['act-contact-point'] }),
]

const standings = (facts: Readonly<Record<string, Value | readonly Value[]>>) =>
  Object.fromEntries(
    countsFor(actIn(record('cbm-act:x', facts), TODAY), MEASURES, GROUPS).map((one) => [one.measure, one]),
  )

/** How XD, which joined in November 2026, stood to the OSCE on the day of its act. */
const standingOn = (start: string) =>
  standings({ act: 'act-contact-point', party: ['XD'], start })['cbm:osce-8']?.takesPart

describe('an act', () => {
  it('is proposed for every set in which its State takes part, and named as outside where observers stand (PFO-60)', () => {
    const found = standings({ act: 'act-contact-point', party: ['EE'], start: '2026-03' })
    expect(Object.entries(found).map(([measure, { counting }]) => [measure, counting])).toEqual([
      ['cbm:oas-2', 'outside'],
      ['cbm:osce-8', 'proposed'],
      ['cbm:un-1', 'proposed'],
    ])
    expect(found['cbm:osce-8']).toMatchObject({ isJudgement: true, acts: ['act-contact-point'] })
    expect(found['cbm:un-1']).toMatchObject({ isJudgement: false, isMeasureUnread: true })
  })

  it('asks who takes part on the day of the act, and keeps the doubt where nobody can tell (PFO-60)', () => {
    expect(standingOn('2026-11-15')).toEqual([{ state: 'XD', answer: 'unsure' }])
    expect(standingOn('2026-10-31')).toEqual([{ state: 'XD', answer: 'no' }])
    expect(standingOn('2026-12-01')).toEqual([{ state: 'XD', answer: 'yes' }])
  })

  it('counts for what people say, whatever its kind; where they differ both stand (PFO-61)', () => {
    const found = standings({
      act: 'act-contact-point',
      party: ['EE'],
      measures: ['cbm:osce-2', 'cbm:osce-8'],
      setAside: ['cbm:un-1', 'cbm:osce-8'],
    })
    expect(found['cbm:osce-2']).toMatchObject({ counting: 'confirmed', acts: [], isJudgement: false })
    expect(found['cbm:un-1']?.counting).toBe('set-aside')
    expect(found['cbm:osce-8']?.counting).toBe('contested')
  })

  it('of no known kind is proposed for nothing', () => {
    expect(standings({ party: ['EE'], start: '2026' })).toEqual({})
  })
})

const report = (
  acts: readonly PortfolioRecord[],
  more: {
    readonly contacts?: readonly PortfolioRecord[]
    readonly checks?: readonly PortfolioRecord[]
    readonly from?: string
    readonly to?: string
  } = {},
) =>
  confidenceReport({
    set: 'org-osce',
    network: 'osce',
    state: 'EE',
    asOf: TODAY,
    measures: MEASURES,
    acts,
    contacts: more.contacts ?? [],
    checks: more.checks ?? [],
    from: more.from,
    to: more.to,
    groups: GROUPS,
  })
const rowOf = (measure: string, ...given: Parameters<typeof report>) =>
  report(...given).rows.find((row) => row.measure === measure)

const STRATEGY = {
  act: 'act-publish-strategy',
  party: ['EE'],
  measures: ['cbm:osce-7'],
  start: '2026-02-03',
  evidence: 'https://example.org/strategy',
}
const CONTACT = record('contact-point:duty', { party: ['EE'], networks: ['osce'], role: 'technical' })
const check = (start: string) =>
  record(`contact-check:${start}`, { contact: 'contact-point:duty', start, outcome: 'answered' })

describe('a report', () => {
  it('has a row for each measure by number, and says "none on record" where nothing is (PFO-62)', () => {
    const { rows, counts } = report([])
    expect(rows.map(({ number, standing, missing }) => [number, standing, missing])).toEqual([
      [2, 'none-on-record', ['act']],
      [7, 'none-on-record', ['act']],
      [8, 'none-on-record', ['act', 'contact']],
    ])
    expect(counts['none-on-record']).toBe(3)
  })

  it('counts an act as evidenced with date and evidence, else as declared; what nobody confirmed does not count (PFO-61, PFO-63)', () => {
    const { evidence: _, ...bare } = STRATEGY
    const { start: __, ...undated } = STRATEGY
    const { measures: ___, ...unconfirmed } = STRATEGY
    expect(rowOf('cbm:osce-7', [record('cbm-act:a', STRATEGY)])).toMatchObject({
      standing: 'evidenced',
      missing: ['report'],
    })
    expect(rowOf('cbm:osce-7', [record('cbm-act:a', bare)])).toMatchObject({
      standing: 'declared',
      missing: ['evidence', 'report'],
    })
    expect(rowOf('cbm:osce-7', [record('cbm-act:a', undated)])).toMatchObject({
      standing: 'declared',
      missing: ['date', 'report'],
    })
    expect(rowOf('cbm:osce-7', [record('cbm-act:a', unconfirmed)])).toMatchObject({
      standing: 'none-on-record',
      acts: [],
      proposed: [{ entity: 'cbm-act:a' }],
      missing: ['confirmation'],
    })
  })

  it('has only what the State itself did, and what was reported to this organisation', () => {
    const others = record('cbm-act:b', { ...STRATEGY, party: ['XD'] })
    expect(rowOf('cbm:osce-7', [others])?.standing).toBe('none-on-record')
    const told = [
      { to: 'org-un', on: '2026-03' },
      { to: 'org-osce', on: '2026-04', reference: 'PC.DEL/1' },
    ]
    const row = rowOf('cbm:osce-7', [record('cbm-act:a', { ...STRATEGY, reported: told })])
    expect(row?.acts[0]?.reported).toEqual([{ on: '2026-04', reference: 'PC.DEL/1' }])
    expect(row?.missing).toEqual([])
  })

  it.each([
    ['2026-02-03', { from: '2026-02-03', to: '2026-02-03' }, 1],
    ['2026-02-03', { from: '2026-02-04' }, 0],
    ['2026', { from: '2026-12-01' }, 1],
    ['2025-12', { to: '2025-11-30' }, 0],
  ])('an act of %s in the period %j: %i (PFO-64)', (start, period, count) => {
    const row = rowOf('cbm:osce-7', [record('cbm-act:a', { ...STRATEGY, start })], period)
    expect(row?.acts).toHaveLength(count)
  })

  it('says that a measure has lapsed when nobody tried a line for twelve months (PFO-65)', () => {
    const tried = (start: string) => rowOf('cbm:osce-8', [], { contacts: [CONTACT], checks: [check(start)] })
    expect(tried('2025-11-26')).toMatchObject({ standing: 'lapsed', missing: ['act', 'check'] })
    expect(tried('2026-06-01')).toMatchObject({ standing: 'declared', missing: ['act'] })
    const elsewhere = record('contact-point:un', { party: ['EE'], networks: ['un'] })
    expect(rowOf('cbm:osce-8', [], { contacts: [elsewhere] })?.contacts).toEqual([])
  })

  it('does not depend on the order of what it is made of, counts every row once, and gains nothing from another State', () => {
    const arbitraryAct = fc.record({
      id: fc.nat(30),
      act: fc.constantFrom('act-contact-point', 'act-publish-strategy', 'act-cvd'),
      party: fc.constantFrom(['EE'], ['XD'], ['EE', 'XD']),
      start: fc.option(fc.constantFrom('2024', '2025-06', '2026-01-02')),
      evidence: fc.option(fc.constant('https://example.org/x')),
      measures: fc.subarray(MEASURES.map(({ entity }) => entity)),
    })
    fc.assert(
      fc.property(fc.uniqueArray(arbitraryAct, { selector: ({ id }) => id, maxLength: 8 }), (drawn) => {
        const acts = drawn.map(({ id, act, party, start, evidence, measures }) =>
          record(`cbm-act:${id}`, {
            act,
            party,
            measures,
            ...(start === null ? {} : { start }),
            ...(evidence === null ? {} : { evidence }),
          }),
        )
        const whole = report(acts)
        expect(report(acts.toReversed())).toEqual(whole)
        expect(REPORT_STANDINGS.reduce((sum, one) => sum + whole.counts[one], 0)).toBe(3)
        const own = acts.filter((act) => JSON.stringify(act.facts).includes('"EE"'))
        expect(report(own)).toEqual(whole)
        for (const { acts: shown, standing } of whole.rows) {
          if (standing === 'evidenced')
            expect(shown.some(({ on, evidence }) => on.length * evidence.length > 0)).toBe(true)
          if (standing === 'none-on-record') expect(shown).toEqual([])
        }
      }),
    )
  })
})
