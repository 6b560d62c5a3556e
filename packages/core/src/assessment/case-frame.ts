/**
 * The frame: the facts of one case, laid out by number so that compiled rules read them without looking up names.
 *
 * A slot is one property that some rule reads. A frame is filled on demand, once per case, and remembers the verdicts
 * of tests that other tests ask for. A frame is only ever read for the doctrine version that its slots were made for.
 *
 * Next door: `compile-rule.ts` makes slots and reads frames.
 */
import { UNKNOWN, type Fact, type Facts } from '../kernel/fact.ts'
import type { Value } from '../kernel/value.ts'
import type { Verdict } from '../kernel/verdict.ts'
import type { Property } from '../kernel/vocabulary.ts'

/** One property that rules read. */
export interface Slot {
  readonly index: number
  readonly name: string
  readonly property: Property
  /** a finding by a person; left out when a verdict without judgement is asked for */
  readonly isJudgement: boolean
}

export interface CaseFrame {
  readonly facts: Facts
  /** false: findings by people read as unknown */
  readonly withJudgement: boolean
  /** facts by slot, filled on first reading */
  readonly cells: (Fact | undefined)[]
  /** verdicts of tests by their number, filled on first asking */
  readonly verdicts: (Verdict | undefined)[]
}

/** An empty frame over the facts of a case. */
export function openFrame(facts: Facts): CaseFrame {
  return { facts, withJudgement: true, cells: [], verdicts: [] }
}

/** The same case as if nobody had found anything; facts that were read already are kept. */
export function ignoringJudgement(frame: CaseFrame, slots: readonly Slot[]): CaseFrame {
  const cells = frame.cells.slice()
  for (const slot of slots) if (slot.isJudgement) cells[slot.index] = UNKNOWN
  return { facts: frame.facts, withJudgement: false, cells, verdicts: [] }
}

/** The same case with some facts replaced: what would be, if that were the answer. */
export function supposing(frame: CaseFrame, answers: Iterable<readonly [Slot, Fact]>): CaseFrame {
  const cells = [...frame.cells]
  for (const [slot, fact] of answers) cells[slot.index] = fact
  return { facts: frame.facts, withJudgement: frame.withJudgement, cells, verdicts: [] }
}

/** The fact in a slot. Properties of cardinality `many` read as the list of their values; no value is unknown. */
export function factAt(frame: CaseFrame, slot: Slot): Fact {
  return (frame.cells[slot.index] ??= load(frame, slot))
}

function load(frame: CaseFrame, slot: Slot): Fact {
  if (slot.isJudgement && !frame.withJudgement) return UNKNOWN
  if (slot.property.cardinality === 'one') return frame.facts.one(slot.name)
  const values = frame.facts.many(slot.name)
  if (values.length === 0) return UNKNOWN
  const list: readonly Value[] = values.map(({ value }) => value)
  return { state: 'known', value: list, support: values.flatMap(({ support }) => support) }
}
