/**
 * Of which properties of a record anything stands, in one short text: `countries+ end name+~`.
 *
 * Made without knowing the kind, so that a ledger can keep it beside the record and count records by it. What the kind
 * expects, and so what is not known, follows from the text: `points-of-record.ts`.
 *
 * Rule: docs/rules/portfolio.md, PFO-50.
 */
import { isCredible, type StandingAssertion } from '../../kernel/fact.ts'
import { canonicalJson } from '../../kernel/statement.ts'

/** What the text says of a property. */
export interface StatedProperty {
  /** somebody read one of its values in the source that it is ascribed to */
  readonly read: boolean
  /** its values, or what stands behind them, are not all alike */
  readonly differs: boolean
}

/**
 * The text for what stands of a record; null when what holds depends on the day, which no text can say.
 * @param standing of one record, in any order
 */
export function statedProperties(standing: readonly StandingAssertion[]): string | null {
  const isOfADay = standing.some(
    ({ assertion: { validFrom, validTo } }) => validFrom !== undefined || validTo !== undefined,
  )
  if (isOfADay) return null
  return [...Map.groupBy(standing, ({ assertion }) => assertion.property)]
    .map(([property, own]) => {
      const read = own.some(({ statement }) => statement.source.verified)
      return `${property}${read ? '+' : ''}${isAlike(own) ? '' : '~'}`
    })
    .toSorted()
    .join(' ')
}

/** The same reading of one value from sources as credible as each other. */
function isAlike(own: readonly StandingAssertion[]): boolean {
  if (own.length === 1) return true
  const keys = own.map(({ statement, assertion: { value } }) =>
    [statement.source.verified, isCredible(statement), canonicalJson(value)].join(' '),
  )
  return new Set(keys).size === 1
}

/** What the text says, by property. */
export function readStated(stated: string): ReadonlyMap<string, StatedProperty> {
  return new Map(
    stated === ''
      ? []
      : stated.split(' ').map((one) => {
          const name = one.replace(/[+~]+$/, '')
          const marks = one.slice(name.length)
          return [name, { read: marks.includes('+'), differs: marks.includes('~') }]
        }),
  )
}
