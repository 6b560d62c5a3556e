/**
 * What a screen needs to know of an outcome beside its reasons: which of them decide it, and which doubts go with it.
 *
 * Rests on: VOT-05, VOT-20. Next door: `count-votes.ts`.
 */
import { isInForce } from '../../kernel/doctrine-entry.ts'
import type { Doctrine, PopulationTable } from '../../kernel/doctrine.ts'
import type { CalendarDate } from '../../kernel/partial-date.ts'
import { not, type Verdict } from '../../kernel/verdict.ts'
import { reasonInEnglish } from '../../reason/english-voice.ts'
import { reasonOf, type ReasonWords } from '../../reason/reason-words.ts'
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
  /** in English, or as the entry itself has it */
  readonly text: string
  /** the same for other languages; absent where the entry itself says it */
  readonly words?: ReasonWords
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
    ...missing.map((id) => doubt(id, reasonOf('voteDoubt.noRule', { date }))),
    ...rules.flatMap(({ id, verified, source, unverifiedParts = [] }) => [
      ...(verified ? [] : [doubt(id, reasonOf('voteDoubt.ruleNotRead', { reason: source.locator }))]),
      ...unverifiedParts.map((text) => ({ entry: id, text })),
    ]),
    ...(population.verified ? [] : [doubt(population.id, reasonOf('voteDoubt.figuresNotRead', {}))]),
    ...(population.notes ?? []).map((text) => ({ entry: population.id, text })),
  ]
}

function doubt(entry: string, words: ReasonWords): VoteDoubt {
  return { entry, text: reasonInEnglish(words), words }
}
