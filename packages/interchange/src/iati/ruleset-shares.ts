/**
 * Rules on percentages: of places, of sectors, of the items of a country's budget.
 *
 * Several of a kind have a share each, and these add up to 100; a single one has 100 or none.
 *
 * Next door: `rulesets.ts`.
 */
import { inWords } from '@demarche/core'
import type { BreakRule } from './rulesets.ts'
import { attributeOf, childOf, childrenOf, vocabularyOf, type XmlNode } from './xml-tree.ts'

interface ShareRule {
  /** the elements that have a percentage each */
  readonly choices: readonly string[]
  /** numbers of the rules: each has one, they add up, a single one */
  readonly numbers: readonly [each: string, sum: string, single: string]
}

/** What rounding may leave of a sum of 100. */
const TOLERANCE = 0.0101

/** Every rule on percentages that the activity breaks. */
export function shareRules(activity: XmlNode, breaks: BreakRule): void {
  const countries = childrenOf(activity, 'recipient-country')
  const regions = childrenOf(activity, 'recipient-region')
  const sectors = childrenOf(activity, 'sector')
  const items = childrenOf(childOf(activity, 'country-budget-items'), 'budget-item')
  if (regions.length === 0)
    check(countries, { choices: ['recipient-country'], numbers: ['3.1.1', '3.1.2', '3.1.4'] }, breaks)
  for (const own of Map.groupBy(regions, vocabularyOf).values()) {
    const numbers = ['3.4.1', '3.4.2', '3.4.4'] as const
    check([...countries, ...own], { choices: ['recipient-country', 'recipient-region'], numbers }, breaks)
  }
  for (const [vocabulary, own] of Map.groupBy(sectors, vocabularyOf)) {
    const choices = [`sector[@vocabulary="${vocabulary}"]`]
    check(own, { choices, numbers: ['2.1.1', '2.1.2', '2.1.4'] }, breaks)
  }
  check(items, { choices: ['budget-item'], numbers: ['7.9.1', '7.9.2', '7.9.4'] }, breaks)
  checkRange([...countries, ...regions], '12.1.1', breaks)
  checkRange([...childrenOf(activity, 'capital-spend'), ...items], '12.2.1', breaks)
  checkRange(sectors, '12.3.1', breaks)
}

function check(nodes: readonly XmlNode[], { choices, numbers }: ShareRule, breaks: BreakRule): void {
  const [each, added, single] = numbers
  const [first, second] = nodes
  if (!first) return
  const without = nodes.find((node) => attributeOf(node, 'percentage') === undefined)
  const total = nodes.reduce((sum, node) => sum + Number(attributeOf(node, 'percentage') ?? 0), 0)
  const percent = Math.round(total * 100) / 100
  const isWhole = Math.abs(total - 100) <= TOLERANCE
  if (!second) {
    if (!without && !isWhole) breaks(first, single, inWords('iati-percentage-of-one', { choices, percent }))
  } else if (without) breaks(without, each, inWords('iati-lacks-percentage', { choices }))
  else if (!isWhole) breaks(first, added, inWords('iati-percentages-sum', { choices, percent }))
}

function checkRange(nodes: readonly XmlNode[], number: string, breaks: BreakRule): void {
  for (const node of nodes) {
    const percent = Number(attributeOf(node, 'percentage') ?? 0)
    const rejected = number === '12.2.1' ? undefined : 'rejected'
    const words = inWords('iati-no-percentage', { name: node.name, percent })
    if (percent < 0 || percent > 100) breaks(node, number, words, rejected)
  }
}
