/**
 * A goal of the picture, read from its record: by what it counts, its place among the goals, and how it is shown.
 *
 * Rule: docs/rules/portfolio.md, GOL-01. Next door: `goals-summary.ts`.
 */
import type { GoalRow } from '@demarche/api'
import {
  alternativesOf,
  type Goal,
  goalIn,
  type PortfolioRecord,
  type Statement,
  valuesOf,
  wordsIn,
} from '@demarche/core'

/** A goal, and how it is shown. */
export interface KnownGoal {
  readonly goal: Goal
  readonly number: number
  readonly shown: Omit<GoalRow, 'cells' | 'rules'>
}

/** What a goal on record is, and how it is shown. @param statements those known, as the reader sees them */
export function knownGoal({
  record,
  statements,
}: {
  readonly record: PortfolioRecord
  readonly statements: readonly Statement[]
}): KnownGoal {
  const verified = new Set(statements.flatMap(({ id, source }) => (source.verified ? [id] : [])))
  const behind = new Set(
    record.facts.flatMap((row) =>
      row.property === 'name' || row.property === 'aim'
        ? alternativesOf(row).flatMap(({ support }) => support.map(({ statement }) => statement))
        : [],
    ),
  )
  const numbers = valuesOf(record, 'number').filter((value) => typeof value === 'number')
  return {
    goal: goalIn(record, verified),
    number: Math.min(...numbers),
    shown: {
      entity: record.entity,
      name: record.name,
      marking: record.marking,
      aim: wordsIn(record, 'aim'),
      unverified: record.doubts.some(
        ({ property, what }) => what === 'unverified' && (property === 'name' || property === 'aim'),
      ),
      sources: statements.flatMap(({ id, source }) => (behind.has(id) ? [source] : [])),
    },
  }
}

/** By number, then by address; without a number last. */
export function byNumber(a: KnownGoal, b: KnownGoal): number {
  if (a.number !== b.number) return a.number < b.number ? -1 : 1
  return a.goal.entity < b.goal.entity ? -1 : 1
}
