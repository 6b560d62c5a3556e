/**
 * A proof in plain English: one line a node, indented by depth, ready for a terminal, a page or an annex.
 *
 * Takes the structured tree and a way to name properties; gives lines of text with their depth. Every line says the
 * verdict; lines of tests say the article, its authority, and that it was not read where nobody has read it.
 *
 * Next door: `phrase-fact.ts`; `../kernel/finding.ts` for the tree.
 */
import { phraseFact, phraseValue } from '../incident/phrase-value.ts'
import type { Authority, Citation } from '../kernel/doctrine.ts'
import type { Fact } from '../kernel/fact.ts'
import type { Proof } from '../kernel/finding.ts'
import type { Comparison, Rule } from '../kernel/rule.ts'
import type { Value } from '../kernel/value.ts'
import type { Property } from '../kernel/vocabulary.ts'
import { phraseVerdict } from './phrase-fact.ts'

/** How properties are named; `(name) => law.slot(name).property` or a look-up in the vocabulary. */
export interface ProofLabels {
  property(name: string): Property | undefined
}

export interface ProofLine {
  readonly text: string
  /** 0 for the conclusion, one more for each level below it */
  readonly depth: number
}

const AUTHORITY_WORDS: Readonly<Record<Authority, string>> = {
  'binding-law': 'binding law',
  'agreed-guidance': 'agreed guidance',
  'our-judgement': 'our judgement',
}

/** Says a proof line by line, the conclusion first. */
export function phraseProof(proof: Proof, labels: ProofLabels): readonly ProofLine[] {
  const lines: ProofLine[] = []
  const say = (part: Proof, depth: number): void => {
    lines.push({
      text: `${phraseNode(part, labels)}: ${phraseVerdict(part.verdict)}${phraseSource(part)}`,
      depth,
    })
    for (const below of part.parts) say(below, depth + 1)
  }
  say(proof, 0)
  return lines
}

function phraseNode({ node }: Proof, labels: ProofLabels): string {
  switch (node.type) {
    case 'all':
      return 'All of these'
    case 'any':
      return 'At least one of these'
    case 'not':
      return 'Not this'
    case 'always':
      return 'Always the same'
    case 'test':
      return node.label
    case 'fact':
      return phraseCondition(node.rule, node.fact, labels.property(node.rule.fact))
    case 'weigh':
      return `Weighing by people (${phraseFinding(node.fact)})`
    case 'human':
      return `Question to people: ${node.questions.join('; ')} (${phraseFinding(node.fact)})`
    case 'counterfactual':
      return `Read on the intended effect, by people (${phraseFinding(node.fact)})`
    case 'conditions':
      return `Conditions for people to confirm: ${node.questions.join('; ')} (${phraseFinding(node.fact)})`
  }
}

const COMPARISON_WORDS: Readonly<Record<Comparison, string>> = {
  '==': 'is',
  '!=': 'is not',
  '>': 'is more than',
  '>=': 'is at least',
  '<': 'is less than',
  '<=': 'is at most',
  in: 'is one of',
  includes: 'includes one of',
  nonEmpty: 'names at least one',
}

function phraseCondition(
  rule: Extract<Rule, { fact: string }>,
  fact: Fact,
  property: Property | undefined,
): string {
  const label = property?.label ?? rule.fact
  const say = (value: Value) => (property ? valueWords(property, value) : String(value))
  const seen = property
    ? phraseFact(property, fact)
    : fact.state === 'known'
      ? String(fact.value)
      : fact.state
  const wanted =
    rule.is === 'nonEmpty' || rule.value === undefined
      ? ''
      : ` ${(typeof rule.value === 'object' ? rule.value : [rule.value]).map(say).join(', ')}`
  return `${label} ${COMPARISON_WORDS[rule.is]}${wanted} (on record: ${seen})`
}

/** A value that a rule asks for; one word of a list reads like the list. */
function valueWords(property: Property, value: Value): string {
  const isList = property.type.type === 'set' || property.type.type === 'countries'
  return phraseValue(property, isList && typeof value === 'string' ? [value] : value)
}

function phraseFinding(fact: Fact): string {
  switch (fact.state) {
    case 'unknown':
      return 'nobody has answered yet'
    case 'contested':
      return 'findings differ'
    case 'known':
      return typeof fact.value === 'object' && 'grounds' in fact.value
        ? `grounds: ${String(fact.value.grounds)}`
        : 'found'
  }
}

function phraseSource({ authority, citation, verified }: Proof): string {
  const parts: string[] = []
  if (citation) parts.push(phraseCitation(citation))
  if (authority) parts.push(AUTHORITY_WORDS[authority])
  if (verified === false) parts.push('not verified')
  return parts.length > 0 ? ` [${parts.join('; ')}]` : ''
}

/** A citation as it stands in a footnote: document, then place. */
export function phraseCitation({ document, locator }: Citation): string {
  return `${document}, ${locator}`
}
