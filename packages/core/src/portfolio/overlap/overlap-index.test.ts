/** What holds for any set of projects: symmetry, independence of others, and that the index loses nothing. Rules OVL-12, OVL-16. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aProject } from '../../../test/a-project.ts'
import { addDays } from '../../kernel/partial-date.ts'
import { candidateSearch, nearestTo, type OverlapCandidate } from './candidates.ts'
import { compareProjects } from './compare-projects.ts'
import { areRuledOut, gistOf, gistsOf } from './gists.ts'
import { changedIndex, indexInSteps, type OverlapIndex } from './overlap-index.ts'
import { overlapContext, profileOf } from './profile.ts'
import type { ProjectFacts } from './project-facts.ts'
import { weighProfiles } from './weigh-projects.ts'

const context = overlapContext()
const WORDS = [
  'CSIRT',
  'prosecutors',
  'police',
  'forensics',
  'strategy',
  'courts',
  'norms',
  'awareness',
  'Western Balkans',
  'grants',
  'harbour',
  'phase II',
  'law',
]
const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 5 }).map((list) => list.join(' '))
const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2014-01-01', days))
const names = (list: readonly string[]) => fc.subarray([...list], { maxLength: 2 })
const project = fc
  .record({
    name: fc
      .tuple(
        fc.constantFrom('Lantern', 'Beacon', 'Harbour Light', 'Courts'),
        fc.constantFrom('', '+', ' II', ', phase one', ' for the Balkans'),
      )
      .map((parts) => parts.join('')),
    objective: words,
    donors: names(['EU', 'Norland', 'Japan']),
    implementers: names(['Institute', 'INTERPOL', 'Agency']),
    countries: names(['MD', 'GH', 'AL', 'PH']),
    scope: fc.constantFrom('country-list', 'region-unlisted', 'global', null),
    start: fc.option(fc.oneof(day, fc.constantFrom('2019', '2021-06'))),
    length: fc.option(fc.integer({ min: 1, max: 2000 })),
    themes: names(['legislation', 'incident-response']),
  })
  .map(({ start, length, ...told }) => {
    const from = start ?? '2018-01-01'
    return aProject({
      ...told,
      start,
      end: length === null ? null : addDays(from.length === 10 ? from : '2022-01-01', length),
    })
  })
const projects = fc
  .array(project, { minLength: 2, maxLength: 25 })
  .map((list) => list.map((each, at): ProjectFacts => ({ ...each, id: `p${at}` })))

describe('compareProjects, for any two projects', () => {
  it('says the same from either side (OVL-12)', () => {
    fc.assert(
      fc.property(projects, ([first, second]) => {
        if (!first || !second) return
        const here = compareProjects(first, second, context)
        const there = compareProjects(second, first, context)
        expect(there).toMatchObject({ outcome: here.outcome, leaning: here.leaning })
        expect(there.score).toBeCloseTo(here.score, 12)
        const takesOver = ({ reasons }: typeof here) => reasons.find(({ code }) => code === 'takes-over')
        expect(takesOver(there)).toEqual(takesOver(here))
        expect(new Set(there.reasons.map(({ code }) => code))).toEqual(
          new Set(here.reasons.map(({ code }) => code)),
        )
      }),
      { numRuns: 300 },
    )
  })
})

describe('gists of projects', () => {
  it('rule out only what is unrelated (OVL-16)', () => {
    let ruledOut = 0
    fc.assert(
      fc.property(projects, (list) => {
        const profiles = list.map((each) => profileOf(each, context))
        const gists = gistsOf(profiles)
        for (const one of profiles) {
          for (const [at, other] of profiles.entries()) {
            if (!areRuledOut(gistOf(one), gists, at)) continue
            ruledOut += 1
            expect(weighProfiles(one, other).outcome).toBe('unrelated')
          }
        }
      }),
      { numRuns: 100 },
    )
    expect(ruledOut).toBeGreaterThan(100)
  })
})

function indexOf(all: readonly ProjectFacts[]): OverlapIndex {
  const steps = indexInSteps(
    all.map((each) => profileOf(each, context)),
    context,
  )
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

function candidatesIn(index: OverlapIndex, most: number): readonly OverlapCandidate[] {
  const search = candidateSearch(index, most)
  while (search.read(7));
  return search.found()
}

function outcomes(all: readonly ProjectFacts[]): ReadonlyMap<string, string> {
  const candidates = candidatesIn(indexOf(all), all.length)
  return new Map(candidates.map(({ a, b, outcome }) => [`${a} ${b}`, outcome]))
}

describe('the index of overlaps', () => {
  it('loses no pair among few projects, whichever way it is asked (OVL-16)', () => {
    fc.assert(
      fc.property(projects, (list) => {
        const index = indexOf(list)
        const found = new Set(
          candidatesIn(index, list.length).flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]),
        )
        for (const [at, one] of list.entries()) {
          const near = new Set(
            nearestTo(index, profileOf(one, context), list.length).map(({ facts: { id } }) => id),
          )
          for (const other of list.slice(at + 1)) {
            const { outcome } = compareProjects(one, other, context)
            if (outcome === 'unrelated' || outcome === 'cannot-tell') continue
            expect(found).toContain(`${one.id} ${other.id}`)
            expect(near).toContain(other.id)
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  it('names no pair that a comparison calls unrelated, and says what the comparison says', () => {
    fc.assert(
      fc.property(projects, (list) => {
        const byId = new Map(list.map((each) => [each.id, each]))
        for (const { a, b, outcome, score } of candidatesIn(indexOf(list), 5)) {
          const [one, other] = [byId.get(a), byId.get(b)]
          if (!one || !other) throw new Error(`${a} or ${b} is no project of the list`)
          const compared = compareProjects(one, other, context)
          expect(compared.leaning).not.toBe('unrelated')
          expect(compared.outcome).toBe(outcome)
          expect(compared.score).toBeCloseTo(score, 12)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('gives others the same outcomes when a project of elsewhere is added', () => {
    const elsewhere = aProject({
      id: 'far',
      name: 'Reef',
      objective: 'Certification of products',
      donors: ['Oz'],
      implementers: ['Reef Co'],
      countries: ['FJ'],
      start: '1999-01-01',
      end: '1999-12-31',
    })
    fc.assert(
      fc.property(projects, (list) => {
        const more = [...outcomes([...list, elsewhere])].filter(([pair]) => !pair.includes('far'))
        expect(new Map(more)).toEqual(outcomes(list))
      }),
      { numRuns: 50 },
    )
  })

  it('after changes finds what one laid out anew finds, and what it came from finds what it found (OVL-16)', () => {
    const change = fc.record({ at: fc.nat({ max: 30 }), told: fc.option(project, { nil: null }) })
    fc.assert(
      fc.property(projects, fc.array(change, { maxLength: 8 }), (list, changes) => {
        const before = indexOf(list)
        const asBefore = candidatesIn(before, 3)
        const now = new Map(list.map((each) => [each.id, each]))
        let index = before
        for (const { at, told } of changes) {
          const id = `p${at}`
          if (told) now.set(id, { ...told, id })
          else now.delete(id)
          index = changedIndex(index, told ? [] : [id], told ? [profileOf({ ...told, id }, context)] : [])
        }
        const anew = indexOf([...now.values()])
        expect(candidatesIn(index, 3)).toEqual(candidatesIn(anew, 3))
        for (const each of [...list, ...now.values()]) {
          const near = (one: OverlapIndex) =>
            nearestTo(one, profileOf(each, context), 4).map(({ facts }) => facts)
          expect(near(index)).toEqual(near(anew))
        }
        expect(candidatesIn(before, 3)).toEqual(asBefore)
      }),
      { numRuns: 100 },
    )
  })
})
