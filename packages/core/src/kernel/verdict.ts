/**
 * Logic over facts that may be unknown or contested.
 *
 * Four verdicts; read without the reason for the doubt they are Kleene's strong three-valued logic, where both
 * `unknown` and `contested` are the middle value. `contested` says more: sources disagree, and settling their
 * disagreement settles the matter. Next to a plain unknown it gives way, because settling it would not be enough.
 *
 * Rests on: S. C. Kleene, strong three-valued connectives. Properties are tested in `verdict.test.ts`.
 */
export const VERDICTS = ['true', 'false', 'unknown', 'contested'] as const
export type Verdict = (typeof VERDICTS)[number]

const AND_RANK: Record<Verdict, number> = { false: 0, unknown: 1, contested: 2, true: 3 }
const OR_RANK: Record<Verdict, number> = { true: 0, unknown: 1, contested: 2, false: 3 }

/** Conjunction: false beats everything, then unknown, then contested. */
export function and(a: Verdict, b: Verdict): Verdict {
  return AND_RANK[a] <= AND_RANK[b] ? a : b
}

/** Disjunction: true beats everything, then unknown, then contested. */
export function or(a: Verdict, b: Verdict): Verdict {
  return OR_RANK[a] <= OR_RANK[b] ? a : b
}

/** Negation: leaves unknown and contested as they are. */
export function not(a: Verdict): Verdict {
  return a === 'true' ? 'false' : a === 'false' ? 'true' : a
}

/** True for `true` and `false`: nothing that is still open could change it. */
export function isSettled(verdict: Verdict): boolean {
  return verdict === 'true' || verdict === 'false'
}

/** The verdict of a plain boolean. */
export function verdictOf(value: boolean): Verdict {
  return value ? 'true' : 'false'
}
