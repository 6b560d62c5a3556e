/**
 * Says a proof in words, line by line, for an annex.
 *
 * Takes the tree that a finding carries; gives nested lines from the conclusion down to the facts, each with the
 * statements it rests on and the provision it comes from. A line says what was asked, what is on record, and what
 * follows; what people have to weigh is never put as if the law had decided it.
 */
import type { Citation, Proof, Rule, Support, Value } from '@demarche/core'
import { sayCount, sayFact, sayList, sayProperty, sayValue, sentence, VERDICT_WORDS } from './wording.ts'

export interface ProofLine {
  readonly level: number
  readonly text: string
  readonly support: readonly Support[]
  readonly citation?: Citation
  readonly verified?: boolean
}

/** The lines of a proof, conclusion first; `level` is the depth from 0. */
export function phraseProof(proof: Proof, level = 0): readonly ProofLine[] {
  const own: ProofLine = {
    level,
    text: sentence(phraseNode(proof)),
    support: proof.node.type === 'fact' || proof.parts.length === 0 ? proof.support : [],
    ...(proof.citation ? { citation: proof.citation } : {}),
    ...(proof.verified === undefined ? {} : { verified: proof.verified }),
  }
  return [own, ...proof.parts.flatMap((part) => phraseProof(part, level + 1))]
}

function phraseNode({ node, verdict, parts }: Proof): string {
  const follows = VERDICT_WORDS[verdict]
  switch (node.type) {
    case 'all':
      return parts.length === 1
        ? `The following condition: ${follows}`
        : `All of the following ${sayCount(parts.length)} conditions together: ${follows}`
    case 'any':
      return parts.length === 1
        ? `The following condition: ${follows}`
        : `At least one of the following ${sayCount(parts.length)} conditions: ${follows}`
    case 'not':
      return `That the following is not so: ${follows}`
    case 'fact':
      return `${phraseCondition(node.rule)}; on record: ${sayFact(node.rule.fact, node.fact)}. This ${
        verdict === 'unknown' || verdict === 'contested' ? `is ${follows}` : follows
      }`
    case 'test':
      return `Legal test “${node.label}”: ${follows}`
    case 'weigh':
      return `Left to weighing (${node.questions.join('; ')}). Finding of people: ${sayFinding(node.key, node.fact)}`
    case 'human':
    case 'counterfactual':
    case 'conditions':
      return `Asked of people: ${node.questions.join('; ')}. Finding of people: ${sayFinding(node.key, node.fact)}`
    case 'always':
      return verdict === 'true' ? 'No condition is attached' : 'Not open in any case'
  }
}

function sayFinding(key: string, fact: Parameters<typeof sayFact>[1]): string {
  return fact.state === 'unknown' ? 'none on record, so this stays open' : sayFact(`finding.${key}`, fact)
}

/** The condition that a rule puts on one fact, in words. */
export function phraseCondition(rule: Extract<Rule, { fact: string }>): string {
  const asked = sayAsked(rule.fact, rule.value)
  const label = `“${sayProperty(rule.fact)}”`
  switch (rule.is) {
    case '==':
      return `${label} must be ${asked}`
    case '!=':
      return `${label} must not be ${asked}`
    case '>':
      return `${label} must be more than ${asked}`
    case '>=':
      return `${label} must be at least ${asked}`
    case '<':
      return `${label} must be less than ${asked}`
    case '<=':
      return `${label} must be at most ${asked}`
    case 'in':
      return `${label} must be one of: ${asked}`
    case 'includes':
      return `${label} must include ${asked}`
    case 'nonEmpty':
      return `${label} must name at least one`
  }
}

function sayAsked(property: string, value: Value | undefined): string {
  if (value === undefined) return 'given'
  if (!Array.isArray(value))
    return sayValue(property, typeof value === 'string' ? value.replaceAll('-', ' ') : value)
  return sayList(
    value.map((item) => sayAsked(property, item)),
    'or',
  )
}
