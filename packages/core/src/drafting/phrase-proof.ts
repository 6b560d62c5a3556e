/**
 * A proof in words: one line a node, indented by depth, ready for a screen, a terminal, a page or an annex.
 *
 * Takes the structured tree and the voice of a language; gives lines with their depth, verdict, source and support.
 * What the law leaves to weighing is never said to be met: a person found it to hold, or nobody has found anything
 * yet; and a conclusion that would be open without such a finding says that it rests on one.
 *
 * Rests on: docs/decisions/0032-reasons.md. Next door: `rests-on-people.ts`; `../reason/english.ts` has the sentences,
 * `../kernel/finding.ts` the tree.
 */
import { CASE_VOCABULARY } from '../incident/case-vocabulary.ts'
import { derivedProperty } from '../incident/derived-properties.ts'
import type { Authority, Citation } from '../kernel/doctrine-entry.ts'
import type { Fact, Support } from '../kernel/fact.ts'
import type { Proof } from '../kernel/finding.ts'
import type { Rule } from '../kernel/rule.ts'
import type { Value } from '../kernel/value.ts'
import type { Verdict } from '../kernel/verdict.ts'
import { reasonOf, type ReasonWords, valueWords } from '../reason/reason-words.ts'
import { type ReasonVoice, sayReason } from '../reason/say-reason.ts'
import { isAskedOfPeople, restsOnPeople } from './rests-on-people.ts'

/** The doctrine's own words for a test that is met or not, where "met" would say too much. */
export type WordingOf = (test: string) => { readonly true?: string; readonly false?: string } | undefined

export interface ProofLine {
  /** the line without its source, which pages set as a footnote */
  readonly said: string
  /** 0 for the conclusion, one more for each level below it */
  readonly depth: number
  readonly verdict: Verdict
  readonly authority?: Authority
  readonly citation?: Citation
  readonly verified?: boolean
  /** the statements under this very line; a conclusion has those of the lines below it */
  readonly support: readonly Support[]
  /** the id of the test that the line concludes */
  readonly test?: string
}

/** Says a proof line by line, the conclusion first. */
export function phraseProof(proof: Proof, voice: ReasonVoice, wordingOf?: WordingOf): readonly ProofLine[] {
  const lines: ProofLine[] = []
  const say = (part: Proof, depth: number): void => {
    const { verdict, authority, citation, verified, node } = part
    lines.push({
      said: sayLine(conditionOf(part), outcomeOf(part, wordingOf), voice),
      depth,
      verdict,
      ...(authority ? { authority } : {}),
      ...(citation ? { citation } : {}),
      ...(verified === undefined ? {} : { verified }),
      support: node.type === 'fact' || part.parts.length === 0 ? part.support : [],
      ...(node.type === 'test' ? { test: node.id } : {}),
    })
    for (const below of part.parts) say(below, depth + 1)
  }
  say(proof, 0)
  return lines
}

/** What one node asks, with what is on record of it; for pages that set its verdict apart. */
export function phraseCondition(part: Pick<Proof, 'node'>, voice: ReasonVoice): string {
  return sayReason(conditionOf(part), voice)
}

/** `Deaths is at least 1: met`, but `Is it a cyber-attack? Met`. */
function sayLine(condition: ReasonWords, outcome: ReasonWords, voice: ReasonVoice): string {
  const asked = sayReason(condition, voice)
  if (!asked.endsWith('?')) return sayReason(reasonOf('proof.line', { condition, outcome }), voice)
  const answered = sayReason(outcome, voice)
  return `${asked} ${answered.slice(0, 1).toUpperCase()}${answered.slice(1)}`
}

function conditionOf({ node }: Pick<Proof, 'node'>): ReasonWords {
  switch (node.type) {
    case 'all':
    case 'any':
    case 'not':
    case 'always':
      return reasonOf(`proof.${node.type}`, {})
    case 'test':
      return node.step ? reasonOf('level.step', node.step) : reasonOf('proof.test', { label: node.label })
    case 'fact':
      return comparisonOf(node.rule, node.fact)
    case 'weigh':
    case 'counterfactual':
      return withGrounds(reasonOf(`proof.${node.type}`, {}), node.fact)
    case 'human':
    case 'conditions':
      return withGrounds(reasonOf(`proof.${node.type}`, { questions: node.questions }), node.fact)
  }
}

function comparisonOf(
  { fact: property, is, value }: Extract<Rule, { fact: string }>,
  fact: Fact,
): ReasonWords {
  const seen = { property, value: valueWords(property, fact) }
  if (is === 'nonEmpty' || value === undefined) return reasonOf('proof.fact.nonEmpty', seen)
  const asked = typeof value === 'object' ? value : [value]
  const wanted = { property, oneOf: asked.map((one) => asStated(property, one)) }
  return reasonOf(`proof.fact.${is}`, { ...seen, wanted })
}

/** A value that a rule asks for; one word of a list reads like the list. */
function asStated(name: string, value: Value): Value {
  const type = (CASE_VOCABULARY.find(name) ?? derivedProperty(name))?.type.type
  return (type === 'set' || type === 'countries') && typeof value === 'string' ? [value] : value
}

function withGrounds(condition: ReasonWords, fact: Fact): ReasonWords {
  return fact.state === 'known' && typeof fact.value === 'object' && 'grounds' in fact.value
    ? reasonOf('proof.withGrounds', { condition, grounds: String(fact.value.grounds) })
    : condition
}

function outcomeOf(part: Proof, wordingOf: WordingOf | undefined): ReasonWords {
  const { verdict, node } = part
  if (isAskedOfPeople(part)) return reasonOf(`proof.found.${verdict}`, {})
  const words = node.type === 'test' ? wordingOf?.(node.id) : undefined
  const own = verdict === 'true' ? words?.true : verdict === 'false' ? words?.false : undefined
  const ownWords = own === undefined ? undefined : reasonOf('proof.ownWords', { clause: own })
  if (!restsOnPeople(part)) return ownWords ?? reasonOf(`proof.${verdict}`, {})
  const [only] = part.parts
  if (node.type === 'test' && part.parts.length === 1 && only && isAskedOfPeople(only))
    return reasonOf(`proof.found.${verdict}`, {})
  const outcome = ownWords ?? reasonOf(verdict === 'true' ? 'proof.holds' : 'proof.holdsNot', {})
  return reasonOf('proof.rests', { outcome })
}
