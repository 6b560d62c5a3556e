/**
 * What a screen needs to know of an outcome beside its reasons: which of them decide it, and which doubts go with it.
 *
 * Rests on: VOT-05, VOT-20. Next door: `count-votes.ts`.
 */
import { isInForce } from '../../kernel/doctrine-entry.ts'
import type { Doctrine, PopulationTable } from '../../kernel/doctrine.ts'
import type { CalendarDate } from '../../kernel/partial-date.ts'
import { not, type Verdict } from '../../kernel/verdict.ts'
import type { CountedRule, VoteOutcome, VoteReason } from './vote.ts'

export interface VoteDescription {
  /** a vote can be held and its outcome is settled, turns on States still open, on rounding, or none can be held */
  readonly state: 'adopted' | 'not-adopted' | 'open' | 'too-thin-to-call' | 'no-vote'
  /** the reasons that speak the way the outcome goes, or that are still open while it is */
  readonly deciding: readonly VoteReason[]
}

/** Sorts out an outcome for a screen; the words are those of the reasons. */
export function describeVote({ verdict, reasons, open }: VoteOutcome): VoteDescription {
  const stops = reasons.filter(
    (reason) => (reason.id === 'brake' || reason.id === 'quorum') && counts(reason) === 'false',
  )
  if (stops.length > 0) return { state: 'no-vote', deciding: stops }
  const deciding = reasons.filter((reason) => counts(reason) === verdict)
  if (verdict === 'true') return { state: 'adopted', deciding }
  if (verdict === 'false') return { state: 'not-adopted', deciding }
  return { state: open.length > 0 ? 'open' : 'too-thin-to-call', deciding }
}

/** What a reason does to the adoption. */
function counts({ verdict, speaks }: VoteReason): Verdict {
  return speaks === 'for' ? verdict : not(verdict)
}

/** A doubt about the law or the figures behind an outcome: which entry of the pack, and what was not read in it. */
export interface VoteDoubt {
  readonly entry: string
  readonly text: string
}

/** The doubts that the pack has about the rules and the table that an outcome rests on. */
export function doubtsOfVote(
  { votingRules }: Pick<Doctrine, 'votingRules'>,
  rule: CountedRule,
  { reasons }: VoteOutcome,
  population: PopulationTable,
  date: CalendarDate,
): readonly VoteDoubt[] {
  const stops = { brake: 'rule-cfsp-brake', quorum: 'rule-quorum' }
  const used = [rule, ...reasons.flatMap(({ id }) => (id === 'brake' || id === 'quorum' ? [stops[id]] : []))]
  const rules = votingRules.filter((entry) => used.includes(entry.id) && isInForce(entry, date))
  const missing = used.filter((id) => !rules.some((entry) => entry.id === id))
  return [
    ...missing.map((id) => ({ entry: id, text: `the pack has no such rule in force on ${date}` })),
    ...rules.flatMap((entry) => [
      ...(entry.verified
        ? []
        : [{ entry: entry.id, text: `not read in its source: ${entry.source.locator}` }]),
      ...(entry.unverifiedParts ?? []).map((text) => ({ entry: entry.id, text })),
    ]),
    ...(population.verified
      ? []
      : [{ entry: population.id, text: 'the figures were not read in their source' }]),
    ...(population.notes ?? []).map((text) => ({ entry: population.id, text })),
  ]
}
