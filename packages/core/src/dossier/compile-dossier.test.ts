import { loadDoctrine, readPrecedentCases } from '@demarche/doctrine'
import { caseRecordSchema, caseRecordToStatements } from '@demarche/interchange'
import { describe, expect, it } from 'vitest'
import { compileDoctrine } from '../assessment/compile-doctrine.ts'
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'
import { aDraft } from '../../test/small-doctrine.ts'
import { DIMENSIONS } from '../kernel/doctrine.ts'
import { parsePartialDate } from '../kernel/partial-date.ts'
import { type Assertion, canonicalJson, identify } from '../kernel/statement.ts'
import { indexPrecedents } from '../toolbox/precedent-index.ts'
import { compareDossiers } from './compare-dossiers.ts'
import { codeStatements, compileDossier } from './compile-dossier.ts'
import { turningPoints } from './turning-points.ts'

const TODAY = '2026-11-23'
const CASE = 'case:viasat-kasat-2022'
const doctrine = compileDoctrine(loadDoctrine(), CASE_VOCABULARY)
const byCase = Map.groupBy(
  readPrecedentCases().cases.flatMap((record) =>
    caseRecordToStatements(caseRecordSchema.parse(record), {
      filename: 'cases.json',
      assertedBy: 'test',
      assertedAt: '2026-11-23T00:00:00.000Z',
    }).statements.map(identify),
  ),
  ({ entity }) => entity,
)
const precedents = indexPrecedents(
  [...byCase].map(([entity, own]) => codeStatements(entity, own, doctrine, TODAY)),
)
const statements = [...byCase.values()].flat()
const compile = (asOf: string) => compileDossier({ entity: CASE, statements, doctrine, precedents, asOf })

describe('the dossier', () => {
  const dossier = compile(TODAY)

  it('is one value that travels as JSON, and the same for the same input in any order', () => {
    const again = compileDossier({
      entity: CASE,
      statements: statements.toReversed(),
      doctrine,
      precedents,
      asOf: TODAY,
    })
    expect(canonicalJson(JSON.parse(JSON.stringify(again)))).toBe(
      canonicalJson(JSON.parse(JSON.stringify(dossier))),
    )
  })

  it('rests on the statements about this case alone and carries each of them', () => {
    expect(Object.keys(dossier.statements).toSorted()).toEqual(
      (byCase.get(CASE) ?? []).map(({ id }) => id).toSorted(),
    )
    for (const { fact } of dossier.facts) {
      if (fact?.state === 'known')
        for (const { statement } of fact.support) expect(dossier.statements).toHaveProperty(statement)
    }
  })

  it('shows the seven dimensions in their order and every property of the vocabulary, known or not', () => {
    expect(dossier.profile.map(({ dimension }) => dimension)).toEqual(DIMENSIONS)
    const rows = dossier.facts.map(({ property }) => property)
    for (const { name } of CASE_VOCABULARY.properties) expect(rows).toContain(name)
    expect(new Set(rows).size).toBe(rows.length)
  })

  it('never counts the case among its own precedents', () => {
    expect(dossier.neighbours.map(({ entity }) => entity)).not.toContain(CASE)
    expect(dossier.neighbours.length).toBeGreaterThan(0)
    expect(dossier.consistency.map(({ precedent }) => precedent)).not.toContain(CASE)
  })

  it('knows on an earlier day only what had been said, under the law of that day', () => {
    const before = compile('2022-03-31')
    expect(before.responses).toEqual([])
    expect(before.attribution.claims).toEqual([])
    expect(compile('2018-01-01').tests.find(({ test }) => test === 'test-regime-scope')?.inForce).toBe(false)
    expect(Object.keys(compile('2018-01-01').statements)).toEqual([])
  })

  it('knows by an earlier instant of record only what this desk had recorded', () => {
    const early = compileDossier({
      entity: CASE,
      statements,
      doctrine,
      precedents,
      asOf: TODAY,
      recordedBy: '2026-11-22T00:00:00.000Z',
    })
    expect(early.statements).toEqual({})
  })

  it('never sets the need for foreign-policy objectives by itself', () => {
    expect(dossier.facts.find(({ property }) => property === 'cfspObjectiveNeed')?.fact).toEqual({
      state: 'unknown',
    })
  })
})

describe('two dates compared', () => {
  it('show what was added, and nothing for the same date', () => {
    const before = compile('2022-03-31')
    expect(compareDossiers(before, before, CASE_VOCABULARY)).toEqual([])
    const changes = compareDossiers(before, compile('2022-06-01'), CASE_VOCABULARY)
    expect(changes).toContainEqual({
      part: 'responses',
      subject: 'EU: declaration by HR',
      before: [],
      after: ['2022-05-10'],
    })
    expect(changes.some(({ part }) => part === 'attribution')).toBe(true)
  })

  it('turn where a source spoke or the law changed', () => {
    const own = byCase.get(CASE) ?? []
    const points = turningPoints(own, doctrine.doctrine)
    expect(points.map(({ date }) => date)).toEqual(points.map(({ date }) => date).toSorted())
    expect(points.map(({ date }) => date)).toContain('2022-05-10')
    const early = turningPoints(own, doctrine.doctrine, { from: '2019-01-01', to: '2019-12-31' })
    expect(early.map(({ date }) => date)).toContain('2019-05-18')
    expect(early.every(({ date }) => date >= '2019-01-01' && date <= '2019-12-31')).toBe(true)
    expect(turningPoints([], doctrine.doctrine)).toEqual([])
  })

  it('FACT-06 reads what changes with time on the day asked for, and keeps what stands for other days in sight', () => {
    const entity = 'case:invented'
    const request = (date: string, days: Pick<Assertion, 'validFrom' | 'validTo'>) =>
      identify(
        aDraft(
          {},
          {
            entity,
            assertedAt: `${date}T12:00:00.000Z`,
            source: {
              document: 'Note of the capital',
              date: parsePartialDate(date),
              locator: 'p. 1',
              verified: true,
            },
            assertions: [{ property: 'victimRequestsResponse', value: true, ...days }],
          },
        ),
      )
    const from = parsePartialDate('2026-02-10')
    const first = request('2026-02-10', { validFrom: from })
    // the same passage, later: it asked until some day in March
    const second = request('2026-04-01', { validFrom: from, validTo: parsePartialDate('2026-03') })
    const own = [first, second]
    const rowOn = (asOf: string) =>
      compileDossier({ entity, statements: own, doctrine, precedents, asOf }).facts.find(
        ({ property }) => property === 'victimRequestsResponse',
      )
    expect(rowOn('2026-03-20')).toMatchObject({ fact: { state: 'known', value: true } })
    expect(rowOn('2026-03-20')).not.toHaveProperty('otherTimes')
    // known since April that it had ended
    expect(rowOn('2026-05-01')).toMatchObject({
      fact: { state: 'unknown' },
      otherTimes: [{ statement: second.id, value: true, validTo: '2026-03', held: 'false' }],
    })
    const april = { entity, statements: [second], doctrine, precedents, asOf: '2026-04-01' }
    expect(compileDossier(april).facts.find(({ otherTimes }) => otherTimes)).toMatchObject({
      fact: { state: 'unknown' },
    })
    expect(
      turningPoints(own, doctrine.doctrine, { from: '2026-02-01', to: '2026-06-01' })
        .filter(({ what }) => what.includes('Victim asks'))
        .map(({ date }) => date),
    ).toEqual(['2026-02-10', '2026-03-02', '2026-04-01'])
  })
})
