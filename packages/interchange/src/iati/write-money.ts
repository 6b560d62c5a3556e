/**
 * The money of a project as budgets, planned disbursements and transactions of an activity.
 *
 * Next door: `money.ts` reads them.
 */
import { type Money, moneySchema, type PortfolioRecord, valuesOf, wordsIn } from '@demarche/core'
import { z } from 'zod'
import { codeOf, TRANSACTION_TYPES } from './code-words.ts'
import { decimal, DERIVED, element, firstDay, lastDay, narrative } from './xml-text.ts'

const flowSchema = z.object({
  what: z.string(),
  amount: z.number(),
  currency: z.string(),
  valueDate: z.string().optional(),
  on: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  payer: z.string().optional(),
  payee: z.string().optional(),
  reference: z.string().optional(),
})
type Flow = z.infer<typeof flowSchema>

/** Budgets, planned disbursements, transactions, in the order of the standard. */
export function writeMoney(record: PortfolioRecord): readonly string[] {
  const all = valuesOf(record, 'flows').flatMap((value) => {
    const flow = flowSchema.safeParse(value)
    return flow.success ? [flow.data] : []
  })
  const of = (what: string): readonly Flow[] => all.filter((flow) => flow.what === what)
  const transactions = all.filter(({ what }) => codeOf(TRANSACTION_TYPES, what) !== undefined)
  return [
    ...of('budget').flatMap((flow) => period('budget', flow)),
    ...of('planned-disbursement').flatMap((flow) => period('planned-disbursement', flow)),
    ...transactions.flatMap((flow) => transaction(flow)),
    ...(of('outgoing-commitment').length === 0 ? budgets(record) : []),
  ]
}

/** The budget of a project as the commitment as which the standard has it reported, on the first day of its year. */
function budgets(record: PortfolioRecord): readonly string[] {
  const moneys: Money[] = valuesOf(record, 'budget').flatMap((one) => moneySchema.safeParse(one).data ?? [])
  return moneys.flatMap(({ amount, currency, year, covers }) => {
    const valueDate = year === undefined ? wordsIn(record, 'start')[0] : String(year)
    const flow = { what: 'outgoing-commitment', amount, currency, valueDate }
    return transaction(flow, covers, year === undefined ? 'budget without a year' : 'budget')
  })
}

function sumOf({ amount, currency, valueDate, on, from }: Flow): readonly string[] {
  const date = valueDate ?? on ?? from
  return date === undefined
    ? []
    : [element('value', { currency, 'value-date': firstDay(date) }, [decimal(amount)])]
}

function period(name: 'budget' | 'planned-disbursement', flow: Flow): readonly string[] {
  const sum = sumOf(flow)
  if (flow.from === undefined || sum.length === 0 || (name === 'budget' && flow.to === undefined)) return []
  const end = flow.to === undefined ? [] : [element('period-end', { 'iso-date': lastDay(flow.to) })]
  return [
    element(name, {}, [
      element('period-start', { 'iso-date': firstDay(flow.from) }),
      ...end,
      ...sum,
      ...(name === 'budget' ? [] : organisationsOf(flow)),
    ]),
  ]
}

function transaction(flow: Flow, description?: string, derived?: string): readonly string[] {
  const sum = sumOf(flow)
  const on = flow.on ?? flow.valueDate
  const code = codeOf(TRANSACTION_TYPES, flow.what)
  if (on === undefined || sum.length === 0) return []
  return [
    element('transaction', { ref: flow.reference, [DERIVED]: derived }, [
      element('transaction-type', { code }),
      element('transaction-date', {
        'iso-date': firstDay(on),
        [DERIVED]: flow.on === undefined ? 'value date' : undefined,
      }),
      ...sum,
      ...(description === undefined ? [] : [element('description', {}, [narrative(description)])]),
      ...organisationsOf(flow),
    ]),
  ]
}

function organisationsOf({ payer, payee }: Flow): readonly string[] {
  return [
    ...(payer === undefined ? [] : [element('provider-org', {}, [narrative(payer)])]),
    ...(payee === undefined ? [] : [element('receiver-org', {}, [narrative(payee)])]),
  ]
}
