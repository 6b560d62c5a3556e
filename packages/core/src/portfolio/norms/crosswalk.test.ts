import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FactRow } from '../../kernel/fact-row.ts'
import type { Value } from '../../kernel/value.ts'
import { readCrosswalk, STRENGTHS } from './crosswalk.ts'
import type { RecordFacts } from './record-facts.ts'

const READ = 'a'.repeat(64)
const OURS = 'b'.repeat(64)
const SOURCES = {
  [READ]: { document: 'The text itself', verified: true },
  [OURS]: { document: 'Our comparison', verified: false },
}
const NORMS = [{ id: 'un-a' }, { id: 'un-b' }]

function row(property: string, values: readonly Value[], statement = OURS): FactRow {
  return {
    property,
    label: property,
    group: 'what',
    cardinality: 'many',
    values: values.map((value) => ({ value, support: [{ statement, property }] })),
  }
}
function record(
  entity: string,
  facts: Readonly<Record<string, readonly Value[]>>,
  statement = OURS,
): RecordFacts {
  return {
    entity,
    name: entity.slice(entity.indexOf(':') + 1),
    facts: Object.entries(facts).map(([property, values]) => row(property, values, statement)),
    sources: SOURCES,
  }
}
const set = (slug: string) => record(`norm-set:${slug}`, {})
const stands = (norm: string, strength: string, why?: string): Value => ({
  norm,
  strength,
  ...(why ? { why } : {}),
})

const read = (principles: readonly RecordFacts[]) =>
  readCrosswalk({ norms: NORMS, sets: [set('region'), set('call')], principles })

describe('the crosswalk', () => {
  it('says how each principle stands to each norm, and whether that was read (NRM-01)', () => {
    const { sets } = readCrosswalk({
      norms: NORMS,
      sets: [set('call')],
      principles: [
        record('principle:one', { set: ['norm-set:call'], stands: [stands('un-b', 'equal')] }, READ),
        record('principle:two', {
          set: ['norm-set:call'],
          stands: [stands('un-b', 'extends', 'Names companies.'), stands('un-a', 'overlaps')],
        }),
      ],
    })
    expect(sets.map(({ name, rows }) => [name, rows.map(({ cells }) => cells)])).toEqual([
      [
        'call',
        [
          [{ norm: 'un-b', strength: 'equal', verified: true }],
          [
            { norm: 'un-a', strength: 'overlaps', verified: false },
            { norm: 'un-b', strength: 'extends', why: 'Names companies.', verified: false },
          ],
        ],
      ],
    ])
  })

  it('counts numbers as people do, and puts what stands in no known set last', () => {
    const { sets } = readCrosswalk({
      norms: NORMS,
      sets: [set('call')],
      principles: [
        record('principle:ten', { set: ['norm-set:call'], number: ['10'] }),
        record('principle:lost', {}),
        record('principle:two', { set: ['norm-set:call'], number: ['2'] }),
        record('principle:hidden', { set: ['norm-set:not-seen'] }),
      ],
    })
    expect(sets.map(({ entity, rows }) => [entity, rows.map(({ name }) => name)])).toEqual([
      ['norm-set:call', ['two', 'ten']],
      ['norm-set:not-seen', ['hidden']],
      [undefined, ['lost']],
    ])
  })

  it('keeps a set of which no principle is on record', () => {
    expect(readCrosswalk({ norms: NORMS, sets: [set('empty')], principles: [] }).sets).toMatchObject([
      { name: 'empty', rows: [], takesOverAll: false },
    ])
  })

  it('gathers what no norm covers, and who asks for it (NRM-02)', () => {
    const { uncovered } = readCrosswalk({
      norms: NORMS,
      sets: [],
      principles: [
        record('principle:one', { beyond: ['Theft of ideas'] }),
        record('principle:two', { beyond: ['Theft of ideas'] }),
        record('principle:three', { beyond: ['Space'] }),
      ],
    })
    expect(uncovered).toEqual([
      { text: 'Theft of ideas', principles: ['principle:one', 'principle:two'] },
      { text: 'Space', principles: ['principle:three'] },
    ])
  })

  it('tells norms that nobody repeats from those that only a subscription repeats (NRM-03)', () => {
    const whole = record('principle:all', {
      set: ['norm-set:region'],
      stands: [stands('un-a', 'equal'), stands('un-b', 'equal')],
    })
    const own = record('principle:own', { set: ['norm-set:call'], stands: [stands('un-a', 'overlaps')] })
    const against = record('principle:against', {
      set: ['norm-set:call'],
      stands: [stands('un-b', 'contradicts')],
    })
    expect(read([whole, own])).toMatchObject({ alone: [], onlyTakenOver: ['un-b'] })
    expect(read([own, against])).toMatchObject({ alone: ['un-b'], onlyTakenOver: [] })
    expect(read([])).toMatchObject({ alone: ['un-a', 'un-b'], onlyTakenOver: [] })
  })

  it('has no cell for a norm that there is not, nor for a word that says nothing', () => {
    const { sets } = readCrosswalk({
      norms: NORMS,
      sets: [],
      principles: [
        record('principle:one', { stands: [stands('un-z', 'equal'), stands('un-a', 'likes'), 'un-b'] }),
      ],
    })
    expect(sets[0]?.rows[0]?.cells).toEqual([])
  })

  it('loses no principle and invents no cell, whatever is on record', () => {
    const principle = fc.record({
      set: fc.constantFrom('norm-set:x', 'norm-set:y', 'norm-set:not-seen'),
      norm: fc.constantFrom('un-a', 'un-b', 'un-z'),
      strength: fc.constantFrom(...STRENGTHS),
    })
    fc.assert(
      fc.property(fc.array(principle, { maxLength: 20 }), (drawn) => {
        const principles = drawn.map(({ set: of, norm, strength }, index) =>
          record(`principle:p${index}`, { set: [of], stands: [stands(norm, strength)] }),
        )
        const { sets, alone, onlyTakenOver } = readCrosswalk({
          norms: NORMS,
          sets: [set('x'), set('y')],
          principles,
        })
        const rows = sets.flatMap((one) => one.rows)
        expect(rows.map(({ entity }) => entity).toSorted()).toEqual(
          principles.map(({ entity }) => entity).toSorted(),
        )
        expect(rows.flatMap(({ cells }) => cells)).toHaveLength(
          drawn.filter(({ norm }) => norm !== 'un-z').length,
        )
        expect(alone.filter((id) => onlyTakenOver.includes(id))).toEqual([])
        for (const { id } of NORMS)
          expect(alone.includes(id)).toBe(
            !drawn.some(({ norm, strength }) => norm === id && strength !== 'contradicts'),
          )
      }),
    )
  })
})
