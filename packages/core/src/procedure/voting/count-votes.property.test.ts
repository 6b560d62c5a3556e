import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Stance, STANCES } from '../position.ts'
import { countVotes } from './count-votes.ts'
import { anyQuestion, anyTable, SHARES_2025 } from '../../../test/example-votes.ts'
import type { CountedRule, VoteOutcome, VoteQuestion } from './vote.ts'

const RANK = { false: 0, unknown: 1, contested: 1, true: 2 }
const TAKING_PART = STANCES.filter((stance) => stance !== 'not-participating')
const anyOfThe27 = anyQuestion(fc.constant(SHARES_2025))

describe('any vote', () => {
  it('is never lost by one more yes', () => {
    fc.assert(
      fc.property(anyOfThe27, fc.nat(), (question, at) => {
        const voting = Object.keys(question.stances).filter(
          (state) => question.stances[state] !== 'not-participating',
        )
        const state = voting[at % voting.length] ?? ''
        const after = countVotes({ ...question, stances: { ...question.stances, [state]: 'yes' } })
        expect(RANK[after.verdict]).toBeGreaterThanOrEqual(RANK[countVotes(question).verdict])
      }),
    )
  })

  it('stays within its bounds, however those still open decide', () => {
    fc.assert(
      fc.property(
        anyOfThe27,
        fc.array(fc.constantFrom(...TAKING_PART), { minLength: 27 }),
        (question, decided) => {
          const before = countVotes(question)
          const decisions = Object.keys(question.stances).map((state, index): [string, Stance] => {
            const stance = question.stances[state] ?? 'unknown'
            return [state, stance === 'unknown' ? (decided[index] ?? 'yes') : stance]
          })
          // at the end of a silence procedure nobody is open any more: an objection is then something new
          if (question.rule === 'rule-coreu-silence' && question.silence === 'expired') return
          const after = countVotes({ ...question, stances: Object.fromEntries(decisions) })
          if (before.verdict !== 'unknown') expect(after.verdict).toBe(before.verdict)
          expect(after.reasons.map(({ id }) => id)).toEqual(before.reasons.map(({ id }) => id))
          for (const [index, { least, most }] of after.reasons.entries()) {
            expect(least).toBeGreaterThanOrEqual(before.reasons[index]?.least ?? Infinity)
            expect(most).toBeLessThanOrEqual(before.reasons[index]?.most ?? -Infinity)
          }
        },
      ),
    )
  })

  it('treats States alike: names do not matter', () => {
    fc.assert(
      fc.property(anyQuestion(anyTable(9, 0.5)), fc.boolean(), (question, reverse) => {
        const names = Object.keys(question.stances).map((state, index) => [
          state,
          `${reverse ? 'Z' : 'A'}${9 - index}`,
        ])
        const rename = <T>(record: Readonly<Record<string, T>>) => {
          const named = new Map(names.map(([from = '', to = '']) => [from, to]))
          return Object.fromEntries(
            Object.entries(record).map(([state, value]) => [named.get(state) ?? '', value]),
          )
        }
        const { stances, population } = question
        const renamed = countVotes({
          ...question,
          stances: rename(stances),
          population: { ...population, percent: rename(population.percent) },
        })
        expect(figures(renamed)).toEqual(figures(countVotes(question)))
      }),
    )
  })
})

describe('a vote is unknown exactly when it can still go two ways', () => {
  it('VOT-04 over all answers of those still open and all true shares that the table may stand for', () => {
    const questions = anyQuestion(anyTable(7, 0.5), TAKING_PART).filter(isSmall)
    fc.assert(
      fc.property(questions, (question) => {
        expect(countVotes(question).verdict).toBe(expected(question))
      }),
      { numRuns: 150 },
    )
  })

  it('VOT-11 also when some take no part, with an exact table', () => {
    const questions = anyQuestion(anyTable(8, 0)).filter(isSmall)
    fc.assert(
      fc.property(questions, (question) => {
        expect(countVotes(question).verdict).toBe(expected(question))
      }),
      { numRuns: 300 },
    )
  })

  it('VOT-11 and never settled against a possible one, when some take no part and the table is rounded', () => {
    const questions = anyQuestion(anyTable(6, 0.5)).filter(isSmall)
    fc.assert(
      fc.property(questions, (question) => {
        const { verdict } = countVotes(question)
        if (verdict !== 'unknown') expect(expected(question)).toBe(verdict)
      }),
      { numRuns: 150 },
    )
  })
})

/** What an outcome says without naming anybody. */
function figures({ verdict, reasons, binds, declaring, open }: VoteOutcome) {
  return {
    verdict,
    reasons: reasons.map(({ text, least, most }) => ({ text, least, most })),
    numbers: [binds.length, declaring.length, open.length],
  }
}

function isSmall({ stances }: VoteQuestion): boolean {
  return Object.values(stances).filter((stance) => stance === 'unknown').length <= 2
}

/** Tries every answer with every true table: the rules once more, as the Treaties say them, with exact shares. */
function expected(question: VoteQuestion): string {
  const found = new Set<boolean>()
  for (const stances of answers(question)) {
    for (const halves of tables(question)) found.add(isAdopted(question.rule, stances, halves))
  }
  return found.size === 2 ? 'unknown' : found.has(true) ? 'true' : 'false'
}

function answers({ stances, rule, silence }: VoteQuestion): Readonly<Record<string, Stance>>[] {
  const consent = rule === 'rule-coreu-silence' && silence === 'expired'
  const possible = consent
    ? (['yes'] as const)
    : (['yes', 'no', 'abstain', 'abstain-with-declaration'] as const)
  return Object.entries(stances).reduce<Readonly<Record<string, Stance>>[]>(
    (all, [state, stance]) =>
      (stance === 'unknown' ? possible : [stance]).flatMap((one) =>
        all.map((sofar) => ({ ...sofar, [state]: one })),
      ),
    [{}],
  )
}

/** In halves of a percentage point: every corner of what rounding to whole points allows lies on them. */
function tables({ population: { percent, rounding } }: VoteQuestion): Readonly<Record<string, number>>[] {
  const steps = rounding === 0 ? [0] : [-1, 0, 1]
  return Object.entries(percent)
    .reduce<Readonly<Record<string, number>>[]>(
      (all, [state, share]) =>
        steps.flatMap((step) => all.map((sofar) => ({ ...sofar, [state]: share * 2 + step }))),
      [{}],
    )
    .filter((halves) => Object.values(halves).reduce((a, b) => a + b, 0) === 200)
}

function isAdopted(
  rule: CountedRule,
  stances: Readonly<Record<string, Stance>>,
  halves: Readonly<Record<string, number>>,
): boolean {
  const voting = Object.keys(stances).filter((state) => stances[state] !== 'not-participating')
  const having = (stance: Stance) => voting.filter((state) => stances[state] === stance)
  const people = (states: readonly string[]) => states.reduce((sum, state) => sum + (halves[state] ?? 0), 0)
  const yes = having('yes')
  const others = voting.length - yes.length
  const majority = (percent: number) =>
    yes.length * 100 >= percent * voting.length && people(yes) * 100 >= 65 * people(voting)
  switch (rule) {
    case 'rule-qmv':
    case 'rule-215': {
      const largest = voting.toSorted((a, b) => (halves[b] ?? 0) - (halves[a] ?? 0))
      const fewest =
        1 + largest.findIndex((_, index) => people(largest.slice(0, index + 1)) * 100 > 35 * people(voting))
      return others < (voting.length === Object.keys(halves).length ? 4 : fewest + 1) || majority(55)
    }
    case 'rule-qmv-reinforced':
      return majority(72)
    case 'rule-cfsp-unanimity':
    case 'rule-listing': {
      const declaring = having('abstain-with-declaration')
      const third = declaring.length * 3 >= Object.keys(halves).length && people(declaring) * 3 >= 200
      return having('no').length === 0 && !third
    }
    default:
      return having('no').length === 0
  }
}
