/**
 * Rules on results: periods, references, and values that fit what is measured.
 *
 * Next door: `rulesets.ts`.
 */
import { inWords } from '@demarche/core'
import { dayIn } from './activity-context.ts'
import type { BreakRule } from './rulesets.ts'
import { isOfType } from './simple-types.ts'
import { attributeOf, childOf, childrenOf, type XmlNode } from './xml-tree.ts'

/** Measures that are numbers: unit, percentage, nominal, ordinal. */
const IN_NUMBERS = ['1', '2', '3', '4']
const IN_WORDS = '5'

/** Every rule on results that the activity breaks. */
export function resultRules(activity: XmlNode, breaks: BreakRule): void {
  for (const result of childrenOf(activity, 'result')) {
    for (const indicator of childrenOf(result, 'indicator')) {
      const reference = childOf(indicator, 'reference')
      if (reference && childOf(result, 'reference'))
        breaks(
          reference,
          '8.11.1',
          inWords('iati-in-several', { name: 'reference', choices: ['result', 'indicator'] }),
        )
      checkIndicator(indicator, breaks)
    }
  }
}

function checkIndicator(indicator: XmlNode, breaks: BreakRule): void {
  const measure = attributeOf(indicator, 'measure') ?? ''
  const checkValues = (parent: XmlNode, name: string, group: string): void => {
    for (const node of childrenOf(parent, name)) checkValue(node, measure, group, breaks)
  }
  checkValues(indicator, 'baseline', '8.8')
  for (const period of childrenOf(indicator, 'period')) {
    const start = dayIn(childOf(period, 'period-start'), 'iso-date')
    const end = dayIn(childOf(period, 'period-end'), 'iso-date')
    if (start !== undefined && end !== undefined && end < start)
      breaks(
        period,
        '8.6.1',
        inWords('iati-ends-before-it-starts', { name: 'indicator/period', since: start, day: end }),
      )
    checkValues(period, 'target', '8.9')
    checkValues(period, 'actual', '8.10')
  }
}

function checkValue(node: XmlNode, measure: string, group: string, breaks: BreakRule): void {
  const value = attributeOf(node, 'value')
  const name = `${node.name}/@value`
  const seen = `indicator/@measure="${measure}"`
  if (measure === IN_WORDS) {
    if (value !== undefined) breaks(node, `${group}.3`, inWords('iati-not-with', { seen, name }))
  } else if (IN_NUMBERS.includes(measure)) {
    if (value === undefined) breaks(node, `${group}.1`, inWords('iati-lacks-with', { seen, name }))
    else if (!isOfType('decimal', value))
      breaks(node, `${group}.2`, inWords('iati-no-number-with', { seen, name: `${name}="${value}"` }))
  }
}
