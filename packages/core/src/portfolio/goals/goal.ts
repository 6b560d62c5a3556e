/**
 * A goal of the mandate and how records come to count for it: rules of the goal by kind, property and word, and what people
 * say of one record and one goal. Both are ordinary statements with a source, a marking and a history.
 *
 * Rules: docs/rules/portfolio.md, GOL-01 to GOL-03. Next door: `goal-picture.ts`.
 */
import type { StatementId } from '../../kernel/statement.ts'
import { alternativesOf, type PortfolioRecord, valuesOf, wordsIn } from '../read-record.ts'

/** The kinds of record that goals stand in (`packages/doctrine/portfolio/kinds`). */
export const GOAL_KIND = 'goal'
export const GOAL_LINK_KIND = 'goal-link'

/** Records of the kind count for the goal; of them those alone that have the word, where one is named. */
export interface GoalRule {
  readonly kind: string
  readonly property?: string
  readonly word?: string
  readonly why?: string
  /** somebody read it in the source that it is ascribed to; a judgement when false */
  readonly verified: boolean
}

export interface Goal {
  readonly entity: string
  readonly rules: readonly GoalRule[]
}

/** What people say of one record and one goal: that it serves it, that it does not, or both. */
export interface GoalLink {
  readonly entity: string
  readonly record: string
  readonly goal: string
  readonly says: readonly ('yes' | 'no')[]
}

/**
 * GOL-01: the goal with its rules; one that names no kind, or a property without its word, is left out.
 * @param verified the statements that somebody read in their source
 */
export function goalIn(record: PortfolioRecord, verified: ReadonlySet<StatementId>): Goal {
  const row = record.facts.find(({ property }) => property === 'counts')
  const rules = (row ? alternativesOf(row) : []).flatMap(({ value, support }): GoalRule[] => {
    if (typeof value !== 'object' || Array.isArray(value)) return []
    const text = (part: string): Readonly<Record<string, string>> => {
      const found = Object.entries(value).find(([name]) => name === part)?.[1]
      return typeof found === 'string' ? { [part]: found } : {}
    }
    const { kind } = text('kind')
    const [property, word] = [text('property'), text('word')]
    if (kind === undefined || Object.keys(property).length !== Object.keys(word).length) return []
    const isRead = support.some(({ statement }) => verified.has(statement))
    return [{ kind, ...property, ...word, ...text('why'), verified: isRead }]
  })
  return { entity: record.entity, rules }
}

/** GOL-03: what a record of the kind `goal-link` says; null while the record, the goal or the word is missing. */
export function goalLinkIn(record: PortfolioRecord): GoalLink | null {
  const [of] = wordsIn(record, 'record')
  const [goal] = wordsIn(record, 'goal')
  const says = valuesOf(record, 'serves').filter((word) => word === 'yes' || word === 'no')
  if (of === undefined || goal === undefined || says.length === 0) return null
  return { entity: record.entity, record: of, goal, says }
}

/** The facet by which the ledger finds what a rule counts; null where it counts all of the kind. */
export function facetOfRule({ property, word }: Pick<GoalRule, 'property' | 'word'>): string | null {
  return property === undefined || word === undefined ? null : `${property}=${word}`
}
