/**
 * Who is said to be behind it: every claim side by side, competing hypotheses, and where the Member States stand.
 *
 * Takes the facts of a case, the statements under them and a date; gives the attribution view of the dossier. Claims are
 * never merged or added up, and nothing here is a finding: foreign infrastructure is not read as attribution.
 *
 * Rests on: the Toolbox's own rule that each Member State decides by itself whether to attribute. Rules ATT-01 to ATT-04 in
 * docs/rules/assessment.md. Next door: `weigh-hypotheses.ts`.
 */
import type { StatementMap } from '../assessment/confidence.ts'
import type { AttributionView, ClaimRow, MemberStateStance } from './attribution-view.ts'
import { claimsOf } from '../incident/derive-facts.ts'
import { isMemberState, STATES_THAT_WERE_MEMBERS } from '../incident/member-states.ts'
import type { Facts } from '../kernel/fact.ts'
import { type CalendarDate, comparePartialDates } from '../kernel/partial-date.ts'
import { weighHypotheses } from './weigh-hypotheses.ts'

/**
 * Reads the attribution of a case.
 *
 * @param onDate decides which States were members (the United Kingdom until 31 January 2020)
 * @returns claims by date, undated ones last, one row per statement that makes the claim; stances in protocol order
 */
export function readAttribution(
  facts: Facts,
  statements: StatementMap,
  onDate: CalendarDate,
): AttributionView {
  const claims = claimRows(facts, statements)
  return { claims, matrix: weighHypotheses(facts), memberStates: stances(claims, onDate) }
}

/** The Member States of a day in protocol order, the United Kingdom last while it was one. */
function memberStatesOn(onDate: CalendarDate): readonly string[] {
  return STATES_THAT_WERE_MEMBERS.filter((code) => isMemberState(code, onDate))
}

function claimRows(facts: Facts, statements: StatementMap): readonly ClaimRow[] {
  return claimsOf(facts)
    .flatMap(({ it: claim, support }) =>
      support.map(({ statement }): ClaimRow => {
        const confidence = statements.get(statement)?.confidence
        return { claim, statement, ...(confidence ? { confidence } : {}) }
      }),
    )
    .toSorted(byDateThenClaimant)
}

function byDateThenClaimant(a: ClaimRow, b: ClaimRow): number {
  const [left, right] = [a.claim.date, b.claim.date]
  if (left !== undefined && right !== undefined) {
    const order = comparePartialDates(left, right)
    if (order !== 0) return order
  } else if (left !== right) {
    return left === undefined ? 1 : -1
  }
  const [one, other] = [orderKey(a), orderKey(b)]
  return one < other ? -1 : one > other ? 1 : 0
}

function orderKey({ claim, statement }: ClaimRow): string {
  return `${claim.claimant}|${claim.accused}|${statement}`
}

/**
 * A State speaks for itself with a political or legal claim; a technical report by one of its bodies is not that. Through
 * the Union it has spoken only where the Union named a State: a listing is not attribution to one.
 */
function stances(claims: readonly ClaimRow[], onDate: CalendarDate): readonly MemberStateStance[] {
  const spoken = claims.filter(({ claim }) => claim.kind !== 'technical')
  const of = (code: string) =>
    spoken.filter(({ claim }) => claim.claimantState === code).map(({ statement }) => statement)
  const byUnion = spoken
    .filter(
      ({ claim }) =>
        claim.claimantState === 'EU' && claim.kind === 'political' && claim.accusedState !== undefined,
    )
    .map(({ statement }) => statement)
  return memberStatesOn(onDate).map((code) => {
    const own = of(code)
    if (own.length > 0) return { code, stance: 'attributed', claims: own }
    return byUnion.length > 0
      ? { code, stance: 'through-the-union', claims: byUnion }
      : { code, stance: 'not-stated', claims: [] }
  })
}
