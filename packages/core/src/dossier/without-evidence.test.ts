import { loadDoctrine } from '@demarche/doctrine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileDoctrine } from '../assessment/compile-doctrine.ts'
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'
import { PUBLIC } from '../kernel/marking.ts'
import { type Assertion, identify, type Statement } from '../kernel/statement.ts'
import { indexPrecedents } from '../toolbox/precedent-index.ts'
import { compareDossiers } from './compare-dossiers.ts'
import { compileDossier } from './compile-dossier.ts'
import { itemsNamedIn, itemsUnder, restingOn, weighRemoval, withoutEvidence } from './without-evidence.ts'

const CASE = 'case:invented'
const [LOGS, IMAGE, OTHER] = ['evidence-item:logs', 'evidence-item:image', 'evidence-item:other'] as const
const doctrine = compileDoctrine(loadDoctrine(), CASE_VOCABULARY)
let clock = 0
const said = (
  assertions: readonly Assertion[],
  evidence: readonly string[],
  more: Partial<Statement> = {},
): Statement =>
  identify({
    entity: CASE,
    kind: 'case',
    assertions: [...assertions],
    source: {
      document: `Report ${(clock += 1)}`,
      verified: true,
      ...(evidence.length === 0 ? {} : { evidence: [...evidence] }),
    },
    grading: { reliability: 'B', credibility: '2' },
    marking: PUBLIC,
    assertedBy: 'EE',
    assertedAt: new Date(Date.parse('2026-03-01T00:00:00.000Z') + clock).toISOString(),
    ...more,
  })
const inputOf = (statements: readonly Statement[]) => ({
  entity: CASE,
  statements,
  doctrine,
  precedents: indexPrecedents([]),
  asOf: '2026-11-23',
})
const removal = (statements: readonly Statement[], item: string) =>
  weighRemoval(inputOf(statements), compileDossier(inputOf(statements)), item)

const name = said([{ property: 'name', value: 'Invented' }], [])
/** What opens a listing: the regime is open, a candidate is responsible, evidence can be released. */
const OPEN: readonly Assertion[] = [
  { property: 'actSystemInterference', value: true },
  { property: 'authorisedByRightHolder', value: false },
  { property: 'permittedByUnionOrMemberStateLaw', value: false },
  { property: 'originOutsideUnion', value: true },
  { property: 'memberStates', value: ['EE'] },
  { property: 'criticalInfrastructureAffected', value: true },
  {
    property: 'finding.test-significant-effect',
    value: { holds: true, grounds: 'two days without current' },
  },
]

describe('what rests on an item of evidence', () => {
  it('EVI-01 is what names it alone; what names another item too stays', () => {
    const alone = said([{ property: 'deaths', value: 0 }], [LOGS, LOGS])
    const both = said([{ property: 'injured', value: 0 }], [LOGS, IMAGE])
    const { falls, stays } = restingOn([name, alone, both], LOGS)
    expect([falls, stays]).toEqual([[alone], [both]])
    expect(itemsNamedIn([name, alone, both])).toEqual([IMAGE, LOGS])
  })

  it('EVI-01 is nothing that was withdrawn', () => {
    const alone = said([{ property: 'deaths', value: 0 }], [LOGS])
    const gone = said([], [], { retracts: [{ statement: alone.id }] })
    expect(restingOn([alone, gone], LOGS)).toEqual({ falls: [], stays: [] })
  })

  it('EVI-03 falls with it, and what a fallen correction withdrew does not come back', () => {
    const first = said([{ property: 'deaths', value: 3 }], [])
    const correction = said([{ property: 'deaths', value: 0 }], [LOGS], {
      supersedes: [{ statement: first.id, property: 'deaths' }],
    })
    const { changes } = removal([name, first, correction], LOGS)
    expect(changes.filter(({ part }) => part === 'facts')).toEqual([
      { part: 'facts', subject: 'deaths', before: [{ values: [0], text: '0' }], after: [] },
    ])
  })

  it('a fact that somebody else says too stands, and is no change', () => {
    const one = said([{ property: 'memberStates', value: ['EE'] }], [LOGS])
    const two = said([{ property: 'memberStates', value: ['EE'] }], [])
    expect(removal([name, one, two], LOGS)).toMatchObject({ falls: [one], changes: [] })
  })

  it('a contradiction that it carried is settled without it', () => {
    const one = said([{ property: 'deaths', value: 1 }], [LOGS])
    const two = said([{ property: 'deaths', value: 0 }], [])
    const [change] = removal([name, one, two], LOGS).changes
    expect(change).toMatchObject({ part: 'facts', subject: 'deaths', after: [{ values: [0], text: '0' }] })
  })

  it('goes up to the measures: before and after, and which items lie under a finding', () => {
    const facts = said(OPEN, [])
    const role = said([{ property: 'personRole', value: 'responsible' }], [LOGS])
    const releasable = said([{ property: 'evidenceReleasable', value: true }], [LOGS, IMAGE])
    const statements = [name, facts, role, releasable]
    const { measures, changes } = removal(statements, LOGS)
    const ban = measures.find(({ measure }) => measure === 'rest-travel-ban')
    expect(ban).toBeDefined()
    expect(changes).toContainEqual({
      part: 'facts',
      subject: 'personRole',
      before: [{ values: ['responsible'], text: 'responsible' }],
      after: [],
    })
    const dossier = compileDossier(inputOf(statements))
    const finding = dossier.measures.find(({ measure }) => measure === 'rest-travel-ban')
    expect(finding && itemsUnder(finding, dossier.statements)).toEqual([IMAGE, LOGS])
    // nothing falls with the other item: what names it names the logs too
    expect(removal(statements, IMAGE)).toMatchObject({ falls: [], changes: [] })
  })
})

const assertion = fc.constantFrom<Assertion>(
  ...OPEN,
  { property: 'personRole', value: 'responsible' },
  { property: 'personRole', value: 'none' },
  { property: 'evidenceReleasable', value: true },
  { property: 'deaths', value: 0 },
  { property: 'deaths', value: 4 },
  { property: 'normClaim', value: { letter: 'f', claimedBy: 'EE' } },
)
const statements = fc
  .array(fc.tuple(assertion, fc.subarray([LOGS, IMAGE])), { maxLength: 14 })
  .map((all) => [name, ...all.map(([one, items]) => said([one], items))])

describe('an item that is taken away', () => {
  it('changes nothing where no statement names it', () => {
    fc.assert(
      fc.property(statements, (all) => {
        expect(withoutEvidence(all, OTHER)).toBe(all)
        expect(removal(all, OTHER)).toEqual({ falls: [], stays: [], changes: [], measures: [] })
      }),
      { numRuns: 40 },
    )
  })

  it('leaves what there was without the statements that it alone carries', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const without = compileDossier(inputOf(withoutEvidence(all, LOGS)))
        const never = compileDossier(
          inputOf(all.filter(({ source }) => source.evidence?.some((item) => item !== LOGS) ?? true)),
        )
        expect(compareDossiers(never, without, CASE_VOCABULARY)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('and put back is as if it had never gone', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const { falls } = restingOn(all, LOGS)
        const kept = withoutEvidence(all, LOGS).filter(({ id }) => !falls.some((one) => one.id === id))
        const before = compileDossier(inputOf(all))
        const again = compileDossier(inputOf([...kept, ...falls]))
        expect(compareDossiers(before, again, CASE_VOCABULARY)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})
