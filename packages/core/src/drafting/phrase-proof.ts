/**
 * A proof in plain English: one line a node, indented by depth, ready for a terminal, a page or an annex.
 *
 * Takes the structured tree and a way to name properties; gives lines with their depth, verdict, source and support.
 * What the law leaves to weighing is never said to be met: a person found it to hold, or nobody has found anything
 * yet; and a conclusion that would be open without such a finding says that it rests on one.
 *
 * Next door: `rests-on-people.ts`, `phrase-condition.ts`; `../kernel/finding.ts` for the tree.
 */
import type { Authority, Citation } from '../kernel/doctrine-entry.ts'
import type { Fact, Support } from '../kernel/fact.ts'
import type { Proof } from '../kernel/finding.ts'
import type { Verdict } from '../kernel/verdict.ts'
import type { Property } from '../kernel/vocabulary.ts'
import { phraseCondition } from './phrase-condition.ts'
import { phraseVerdict } from './phrase-fact.ts'
import { isAskedOfPeople, restsOnPeople } from './rests-on-people.ts'

/** How properties are named, and tests that have words of their own for a verdict. */
export interface ProofLabels {
  /** `(name) => law.slot(name).property` or a look-up in the vocabulary */
  property(name: string): Property | undefined
  /** the doctrine's words for a test that is met or not, where "met" would say too much */
  wording?(test: string): { readonly true?: string; readonly false?: string } | undefined
}

export interface ProofLine {
  /** the whole line, its source in brackets at the end */
  readonly text: string
  /** the line without its source, for pages that set sources as footnotes */
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

const AUTHORITY_WORDS: Readonly<Record<Authority, string>> = {
  'binding-law': 'binding law',
  'agreed-guidance': 'agreed guidance',
  'our-judgement': 'our judgement',
}

/** Says a proof line by line, the conclusion first. */
export function phraseProof(proof: Proof, labels: ProofLabels): readonly ProofLine[] {
  const lines: ProofLine[] = []
  const say = (part: Proof, depth: number): void => {
    const { verdict, authority, citation, verified, node } = part
    const said = joined(phraseNode(part, labels), phraseOutcome(part, labels))
    lines.push({
      text: `${said}${phraseSource(part)}`,
      said,
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

/** `Deaths is at least 1: met`, but `Is it a cyber-attack? Met`. */
function joined(asked: string, outcome: string): string {
  return asked.endsWith('?')
    ? `${asked} ${outcome.slice(0, 1).toUpperCase()}${outcome.slice(1)}`
    : `${asked}: ${outcome}`
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
      return 'Asked in every case'
    case 'test':
      return node.label
    case 'fact':
      return phraseCondition(node.rule, node.fact, labels.property(node.rule.fact))
    case 'weigh':
      return `Weighing by people${phraseGrounds(node.fact)}`
    case 'human':
      return `Question to people: ${node.questions.join('; ')}${phraseGrounds(node.fact)}`
    case 'counterfactual':
      return `Read on the intended effect, by people${phraseGrounds(node.fact)}`
    case 'conditions':
      return `Conditions for people to confirm: ${node.questions.join('; ')}${phraseGrounds(node.fact)}`
  }
}

function phraseOutcome(part: Proof, labels: ProofLabels): string {
  const { verdict, node } = part
  if (isAskedOfPeople(part)) return FOUND[verdict]
  const words = node.type === 'test' ? labels.wording?.(node.id) : undefined
  if (restsOnPeople(part)) {
    const [only] = part.parts
    if (node.type === 'test' && part.parts.length === 1 && only && isAskedOfPeople(only))
      return FOUND[verdict]
    const own = verdict === 'true' ? words?.true : words?.false
    return `${own ?? (verdict === 'true' ? 'holds' : 'does not hold')}, resting on a finding by a person`
  }
  return phraseVerdict(verdict, words)
}

const FOUND: Readonly<Record<Verdict, string>> = {
  true: 'found by a person to hold',
  false: 'found by a person not to hold',
  unknown: 'no finding by a person yet',
  contested: 'findings differ',
}

function phraseGrounds(fact: Fact): string {
  return fact.state === 'known' && typeof fact.value === 'object' && 'grounds' in fact.value
    ? ` (grounds: ${String(fact.value.grounds)})`
    : ''
}

function phraseSource({ authority, citation, verified }: Proof): string {
  const parts: string[] = []
  if (citation) parts.push(phraseCitation(citation))
  if (authority) parts.push(AUTHORITY_WORDS[authority])
  if (verified === false) parts.push('not verified')
  return parts.length > 0 ? ` [${parts.join('; ')}]` : ''
}

/** A citation as it stands in a footnote: document, then place. */
function phraseCitation({ document, locator }: Citation): string {
  return `${document}, ${locator}`
}
