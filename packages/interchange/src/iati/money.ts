/**
 * Budgets, planned disbursements and transactions of an activity, one by one; and the budget where there is exactly one
 * commitment, which is where the standard has the total budget reported.
 *
 * Rule: INT-46 a sum without a currency.
 */
import { inFile, inWords, type PartialDate, type Value, withSeen } from '@demarche/core'
import { entryOf } from '../reading.ts'
import {
  type ActivityContext,
  dayIn,
  narrativeOf,
  organisationOf,
  rejectAt,
  statePassage,
} from './activity-context.ts'
import { TRANSACTION_TYPES } from './code-words.ts'
import { DERIVED } from './xml-text.ts'
import { attributeOf, childOf, childrenOf, type XmlNode } from './xml-tree.ts'

/** States the money of the activity, one statement for budgets, one for planned disbursements, one for transactions. */
export function stateMoney(context: ActivityContext): void {
  stateAll(context, 'budget', (node) => flow(context, node, 'budget'))
  stateAll(context, 'planned-disbursement', (node) => flow(context, node, 'planned-disbursement'))
  stateAll(context, 'transaction', (node) => transaction(context, node))
  stateBudget(context)
}

function stateAll(context: ActivityContext, name: string, read: (node: XmlNode) => Value | undefined): void {
  const nodes = childrenOf(context.activity, name)
  const [first] = nodes
  if (!first) return
  const seen = new Set<string>()
  const flows = nodes.flatMap((node) => {
    const value = read(node)
    if (value === undefined) return []
    const key = JSON.stringify(value)
    if (seen.has(key)) {
      context.collector.remark(
        [inFile('line', node.line), `${context.path}/${name}`],
        'says the same as one before; kept once',
        inWords('remark-same-twice'),
      )
      return []
    }
    seen.add(key)
    return [value]
  })
  statePassage(context, {
    locator: name,
    line: first.line,
    claims: flows.map((value) => ['flows', value]),
  })
}

function transaction(context: ActivityContext, node: XmlNode): Value | undefined {
  // a budget that this desk wrote as a commitment is read as a budget alone
  if (attributeOf(node, DERIVED) !== undefined) return undefined
  const code = attributeOf(childOf(node, 'transaction-type'), 'code') ?? ''
  const what = entryOf(TRANSACTION_TYPES, code)
  if (what === undefined) {
    const message = `"${code}" is no type of transaction; expected 1 to 13`
    const words = inWords('line-not-among', { seen: code, choices: Object.keys(TRANSACTION_TYPES) })
    rejectAt(context, node, { message, rule: 'INT-13', words })
    return undefined
  }
  return flow(context, node, what)
}

function flow(context: ActivityContext, node: XmlNode, what: string): Value | undefined {
  const value = childOf(node, 'value')
  const amount = Number(value?.text.trim() || 'none')
  const currency = currencyOf(context, value)
  if (!Number.isFinite(amount)) {
    const found = value?.text.trim() ?? ''
    const words = found === '' ? inWords('line-no-sum') : withSeen(inWords('line-no-sum'), { found })
    rejectAt(context, node, { message: `holds no sum, seen: "${found}"`, rule: 'INT-17', words })
    return undefined
  }
  if (currency === undefined) {
    const message = 'a sum without a currency: neither the value nor the activity names one'
    rejectAt(context, node, { message, rule: 'INT-46', words: inWords('line-no-currency') })
    return undefined
  }
  const parts = {
    valueDate: dayIn(value, 'value-date'),
    on: statedDay(node),
    from: dayIn(childOf(node, 'period-start'), 'iso-date'),
    to: dayIn(childOf(node, 'period-end'), 'iso-date'),
    payer: organisationOf(context, node, 'provider-org'),
    payee: organisationOf(context, node, 'receiver-org'),
    reference: attributeOf(node, 'ref'),
  }
  const said = Object.entries(parts).filter(([, part]) => part !== undefined)
  return { what, amount, currency, ...Object.fromEntries(said) }
}

/** The day of a transaction, where it is not one that this desk put there because the standard asks for one. */
function statedDay(node: XmlNode): PartialDate | undefined {
  const date = childOf(node, 'transaction-date')
  return attributeOf(date, DERIVED) === undefined ? dayIn(date, 'iso-date') : undefined
}

function currencyOf({ activity }: ActivityContext, value: XmlNode | undefined): string | undefined {
  return (attributeOf(value, 'currency') ?? attributeOf(activity, 'default-currency'))?.toUpperCase()
}

function stateBudget(context: ActivityContext): void {
  const commitments = childrenOf(context.activity, 'transaction').filter(
    (node) => attributeOf(childOf(node, 'transaction-type'), 'code') === '2',
  )
  const written = commitments.filter((node) => attributeOf(node, DERIVED) !== undefined)
  const budgets = written.length > 0 ? written : commitments.length === 1 ? commitments : []
  for (const [index, node] of budgets.entries()) {
    const budget = budgetIn(context, node)
    statePassage(context, {
      locator: `transaction[transaction-type/@code="2"]${index > 0 ? `[${index + 1}]` : ''}`,
      line: node.line,
      claims: [['budget', budget]],
      note:
        written.length === 0
          ? 'The only commitment of the activity; the standard has the total budget reported as a commitment.'
          : undefined,
    })
  }
}

function budgetIn(context: ActivityContext, node: XmlNode): Value | undefined {
  const value = childOf(node, 'value')
  const amount = Number(value?.text.trim() || 'none')
  const currency = currencyOf(context, value)
  if (!(amount >= 0) || currency === undefined) return undefined
  const year = dayIn(value, 'value-date')?.slice(0, 4)
  const covers = narrativeOf(context, childOf(node, 'description'))
  return {
    amount,
    currency,
    ...(year === undefined || attributeOf(node, DERIVED) === 'budget without a year'
      ? {}
      : { year: Number(year) }),
    ...(covers === undefined ? {} : { covers }),
  }
}
