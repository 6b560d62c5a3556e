/**
 * What the standard ruleset of IATI says of an activity beyond its structure, as remarks: the activity is read all the same.
 *
 * Values that cannot be (an end before its start, an actual date in the future) are left out where they are read.
 *
 * Rests on: the standard ruleset of version 2.03 (IATI-Rulesets, rulesets/standard.json) and the descriptions in the
 * reference of the standard. Rule: INT-47. Next door: `check-structure.ts`.
 */
import type { ImportFault } from '../refusal.ts'
import { attributeOf, childOf, childrenOf, textOf, type XmlNode } from './xml-tree.ts'

/** Every rule of the ruleset that the activity breaks, with its line. `today` is the day of the import. */
export function rulesetFaults(activity: XmlNode, path: string, today: string): readonly ImportFault[] {
  const faults: ImportFault[] = []
  const fault = (node: XmlNode, message: string): void => {
    faults.push({ place: `line ${node.line}, ${path}`, message, rule: 'INT-47' })
  }
  const all = (name: string): readonly XmlNode[] => childrenOf(activity, name)
  const transactions = all('transaction')
  if (!all('activity-date').some((one) => ['1', '2'].includes(attributeOf(one, 'type') ?? '')))
    fault(activity, 'has neither a planned nor an actual start')
  if (all('sector').length === 0 && !transactions.some((one) => childOf(one, 'sector')))
    fault(activity, 'has no sector, neither of its own nor in its transactions')
  const placed = transactions.filter(
    (one) => childOf(one, 'recipient-country') ?? childOf(one, 'recipient-region'),
  )
  if (placed.length > 0 && all('recipient-country').length + all('recipient-region').length > 0)
    fault(activity, 'names recipients both for itself and for its transactions')
  checkReferences(activity, fault)
  checkPercentages(activity, fault)
  checkPeriods(activity, today, fault)
  checkDetails(activity, fault)
  return faults
}

type Fault = (node: XmlNode, message: string) => void

const NOT_IN_A_REFERENCE = /[/&|?]/

function checkReferences(activity: XmlNode, fault: Fault): void {
  const nodes = [
    ...childrenOf(activity, 'reporting-org'),
    ...childrenOf(activity, 'participating-org'),
    ...childrenOf(activity, 'transaction').flatMap((one) => [
      ...childrenOf(one, 'provider-org'),
      ...childrenOf(one, 'receiver-org'),
    ]),
  ]
  for (const node of nodes) {
    const ref = attributeOf(node, 'ref')
    if (ref !== undefined && NOT_IN_A_REFERENCE.test(ref))
      fault(node, `the reference "${ref}" of ${node.name} holds one of / & | ?`)
    if (ref === undefined && childOf(node, 'narrative') === undefined)
      fault(node, `${node.name} has neither a reference nor a name`)
  }
  const identifier = childOf(activity, 'iati-identifier')
  const text = textOf(identifier)
  if (identifier && text !== undefined && NOT_IN_A_REFERENCE.test(text))
    fault(identifier, `the identifier "${text}" holds one of / & | ?`)
}

function checkPercentages(activity: XmlNode, fault: Fault): void {
  const places = [...childrenOf(activity, 'recipient-country'), ...childrenOf(activity, 'recipient-region')]
  checkSum(places, 'countries and regions', fault)
  const sectors = Map.groupBy(childrenOf(activity, 'sector'), (one) => attributeOf(one, 'vocabulary') ?? '1')
  for (const [vocabulary, own] of sectors) checkSum(own, `sectors of vocabulary ${vocabulary}`, fault)
}

function checkSum(nodes: readonly XmlNode[], what: string, fault: Fault): void {
  const shares = nodes.flatMap((one) => attributeOf(one, 'percentage') ?? [])
  const [first] = nodes
  if (!first || shares.length === 0) return
  const sum = Math.round(shares.reduce((total, share) => total + Number(share), 0) * 100) / 100
  if (sum !== 100) fault(first, `the shares of ${what} add up to ${sum}; expected 100`)
}

function day(node: XmlNode, name: string): string | undefined {
  return attributeOf(childOf(node, name), 'iso-date')?.slice(0, 10)
}

function checkPeriods(activity: XmlNode, today: string, fault: Fault): void {
  for (const name of ['budget', 'planned-disbursement']) {
    for (const node of childrenOf(activity, name)) {
      const start = day(node, 'period-start')
      const end = day(node, 'period-end')
      if (start === undefined || end === undefined) continue
      if (end < start) fault(node, `${name} ends on ${end}, before it begins on ${start}`)
      if (name === 'budget' && Date.parse(end) - Date.parse(start) > 366 * 86_400_000)
        fault(node, `a budget of more than a year, ${start} to ${end}`)
    }
  }
  for (const node of childrenOf(activity, 'transaction')) {
    const on = day(node, 'transaction-date')
    if (on !== undefined && on > today) fault(node, `a transaction of ${on}, in the future`)
  }
  const updated = attributeOf(activity, 'last-updated-datetime')?.slice(0, 10)
  if (updated !== undefined && updated > today)
    fault(activity, `was last updated on ${updated}, in the future`)
}

function checkDetails(activity: XmlNode, fault: Fault): void {
  for (const node of childrenOf(activity, 'sector')) {
    if (['98', '99'].includes(attributeOf(node, 'vocabulary') ?? '') && !childOf(node, 'narrative'))
      fault(node, 'a sector of the publisher’s own vocabulary without words')
  }
  for (const node of childrenOf(activity, 'policy-marker')) {
    const vocabulary = attributeOf(node, 'vocabulary') ?? '1'
    if (vocabulary === '1' && attributeOf(node, 'significance') === undefined)
      fault(node, 'a policy marker without its significance')
    if (vocabulary === '99' && !childOf(node, 'narrative'))
      fault(node, 'a policy marker of the publisher’s own vocabulary without words')
  }
  for (const node of childrenOf(activity, 'other-identifier')) {
    const owner = childOf(node, 'owner-org')
    if (owner && attributeOf(owner, 'ref') === undefined && !childOf(owner, 'narrative'))
      fault(node, 'the owner of an identifier has neither a reference nor a name')
  }
}
