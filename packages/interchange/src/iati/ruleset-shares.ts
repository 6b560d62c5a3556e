/**
 * Rules on percentages: of places, of sectors, of the items of a country's budget.
 *
 * Several of a kind have a share each, and these add up to 100; a single one has 100 or none.
 *
 * Next door: `rulesets.ts`.
 */
import type { BreakRule } from './rulesets.ts'
import { attributeOf, childOf, childrenOf, type XmlNode } from './xml-tree.ts'

interface ShareRule {
  /** one of them, and several */
  readonly words: readonly [one: string, several: string]
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
    check(countries, { words: ['country', 'countries'], numbers: ['3.1.1', '3.1.2', '3.1.4'] }, breaks)
  for (const own of Map.groupBy(regions, vocabularyOf).values()) {
    const numbers = ['3.4.1', '3.4.2', '3.4.4'] as const
    check([...countries, ...own], { words: ['country or region', 'countries and regions'], numbers }, breaks)
  }
  for (const [vocabulary, own] of Map.groupBy(sectors, vocabularyOf)) {
    const of = `of vocabulary ${vocabulary}`
    const words = [`sector ${of}`, `sectors ${of}`] as const
    check(own, { words, numbers: ['2.1.1', '2.1.2', '2.1.4'] }, breaks)
  }
  check(items, { words: ['budget item', 'budget items'], numbers: ['7.9.1', '7.9.2', '7.9.4'] }, breaks)
  checkRange([...countries, ...regions], '12.1.1', breaks)
  checkRange([...childrenOf(activity, 'capital-spend'), ...items], '12.2.1', breaks)
  checkRange(sectors, '12.3.1', breaks)
}

function vocabularyOf(node: XmlNode): string {
  return attributeOf(node, 'vocabulary') ?? '1'
}

function check(nodes: readonly XmlNode[], { words, numbers }: ShareRule, breaks: BreakRule): void {
  const [each, added, single] = numbers
  const [one, several] = words
  const [first, second] = nodes
  if (!first) return
  const without = nodes.find((node) => attributeOf(node, 'percentage') === undefined)
  const total = nodes.reduce((sum, node) => sum + Number(attributeOf(node, 'percentage') ?? 0), 0)
  const rounded = Math.round(total * 100) / 100
  const isWhole = Math.abs(total - 100) <= TOLERANCE
  if (!second) {
    if (!without && !isWhole)
      breaks(first, single, `the only ${one} has a share of ${rounded}; expected 100 or none`)
  } else if (without) breaks(without, each, `one of several ${several} without its share`)
  else if (!isWhole) breaks(first, added, `the shares of ${several} add up to ${rounded}; expected 100`)
}

function checkRange(nodes: readonly XmlNode[], number: string, breaks: BreakRule): void {
  for (const node of nodes) {
    const percent = Number(attributeOf(node, 'percentage') ?? 0)
    const rejected = number === '12.2.1' ? undefined : 'rejected'
    if (percent < 0 || percent > 100) breaks(node, number, `${percent} per cent; expected 0 to 100`, rejected)
  }
}
