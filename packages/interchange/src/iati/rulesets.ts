/**
 * What the standard ruleset of IATI says of an activity beyond its structure, rule by rule with its number and line.
 *
 * On import these are remarks: the activity is read all the same. Of values that cannot be (an end before its start, an
 * actual date in the future, a sum without a currency) the reader says so itself, because it leaves them out.
 *
 * Rests on: the standard ruleset of version 2.03 (IATI-Rulesets, rulesets/standard.json) with the numbers that the
 * validator of IATI gives its rules. Not checked: 1.14.8, whether a reference begins with a registered agency, which takes
 * the list of agencies; and code lists. Rule: INT-47. Next door: `ruleset-shares.ts`, `ruleset-identifiers.ts`,
 * `ruleset-results.ts`, `check-structure.ts`.
 */
import {
  inFile,
  inWords,
  type PartialDate,
  placed,
  type RefusalWords,
  sayRefusal,
  withSeen,
} from '@demarche/core'
import type { ImportFault } from '../refusal.ts'
import { dayIn } from './activity-context.ts'
import { identifierRules } from './ruleset-identifiers.ts'
import { resultRules } from './ruleset-results.ts'
import { shareRules } from './ruleset-shares.ts'
import { attributeOf, childOf, childrenOf, textOf, vocabularyOf, type XmlNode } from './xml-tree.ts'

export interface RulesetFault extends ImportFault {
  readonly words: RefusalWords
  /** the number of the rule, e.g. `6.11.1` */
  readonly number: string
  /** a reader that keeps the value rejects it, with a rule of its own */
  readonly isRejected: boolean
}

/** Says that a node breaks a rule. */
export type BreakRule = (node: XmlNode, number: string, words: RefusalWords, isRejected?: 'rejected') => void

/** Every rule of the ruleset that the activity breaks, with its line. `today` is the day of the import or export. */
export function rulesetFaults(activity: XmlNode, path: string, today: string): readonly RulesetFault[] {
  const faults: RulesetFault[] = []
  const breaks: BreakRule = (node, number, words, rejected) => {
    const fault = {
      ...placed([inFile('line', node.line), path]),
      rule: 'INT-47',
      number,
      isRejected: rejected !== undefined,
    }
    faults.push(inWordsOf(fault, withSeen(words, { iatiRule: number })))
  }
  dateRules(activity, today, breaks)
  wordRules(activity, breaks)
  sectorRules(activity, breaks)
  placeRules(activity, breaks)
  markerRules(activity, breaks)
  moneyRules(activity, today, breaks)
  identifierRules(activity, breaks)
  shareRules(activity, breaks)
  resultRules(activity, breaks)
  return faults
}

function inWordsOf(fault: Omit<RulesetFault, 'words' | 'message'>, words: RefusalWords): RulesetFault {
  return { ...fault, words, message: sayRefusal(words) }
}

/** Times that the same rule is named for one activity: each of a thousand transactions may break it. */
const MOST_OF_A_RULE = 3

/** The first few faults of every rule, the last of them with how many more there are, in their order. */
export function fewOfEach(faults: readonly RulesetFault[]): readonly RulesetFault[] {
  const seen = new Map<string, number>()
  const all = Map.groupBy(faults, ({ number }) => number)
  return faults.flatMap((fault) => {
    const count = (seen.get(fault.number) ?? 0) + 1
    seen.set(fault.number, count)
    if (count > MOST_OF_A_RULE) return []
    const more = (all.get(fault.number)?.length ?? 0) - MOST_OF_A_RULE
    const isLast = count === MOST_OF_A_RULE && more > 0
    return [isLast ? inWordsOf(fault, withSeen(fault.words, { more })) : fault]
  })
}

function dateRules(activity: XmlNode, today: string, breaks: BreakRule): void {
  const of = (type: string): readonly XmlNode[] =>
    childrenOf(activity, 'activity-date').filter((one) => attributeOf(one, 'type') === type)
  if (of('1').length + of('2').length === 0) breaks(activity, '6.11.1', inWords('iati-no-start'))
  const updated = dayIn(activity, 'last-updated-datetime')
  if (updated !== undefined && updated > today)
    breaks(activity, '11.1.1', inTheFuture('@last-updated-datetime', updated))
  for (const [first, last, number] of [
    ['1', '3', '11.1.2'],
    ['2', '4', '11.1.3'],
  ] as const) {
    const start = of(first)
      .flatMap((one) => dayIn(one, 'iso-date') ?? [])
      .toSorted()
      .at(-1)
    for (const node of of(last)) {
      const end = dayIn(node, 'iso-date')
      if (start !== undefined && end !== undefined && end < start)
        breaks(node, number, endsBeforeStart(dated(last), start, end), 'rejected')
    }
  }
  for (const [type, number] of [
    ['2', '11.1.4'],
    ['4', '11.1.5'],
  ] as const) {
    for (const node of of(type)) {
      const day = dayIn(node, 'iso-date')
      if (day !== undefined && day > today) breaks(node, number, inTheFuture(dated(type), day), 'rejected')
    }
  }
}

function wordRules(activity: XmlNode, breaks: BreakRule): void {
  const wordless =
    attributeOf(activity, 'xml:lang') === undefined ? narrativeWithoutLanguage(activity) : undefined
  if (wordless)
    breaks(wordless, '4.1.1', noneOf('narrative', ['narrative/@xml:lang', 'iati-activity/@xml:lang']))
  for (const [name, number] of [
    ['title', '4.3.1'],
    ['description', '4.4.1'],
  ] as const) {
    for (const node of childrenOf(activity, name))
      if (childrenOf(node, 'narrative').every((one) => textOf(one) === undefined))
        breaks(node, number, inWords('iati-no-text', { name }))
  }
}

function narrativeWithoutLanguage(node: XmlNode): XmlNode | undefined {
  for (const child of node.children) {
    const isWithout = child.name === 'narrative' && attributeOf(child, 'xml:lang') === undefined
    const found = isWithout ? child : narrativeWithoutLanguage(child)
    if (found) return found
  }
  return undefined
}

function sectorRules(activity: XmlNode, breaks: BreakRule): void {
  const own = childrenOf(activity, 'sector')
  const transactions = childrenOf(activity, 'transaction')
  const classed = transactions.filter((one) => childOf(one, 'sector'))
  if (own.length + classed.length === 0)
    breaks(activity, '6.2.2', noneOf('iati-activity', ['sector', 'transaction/sector']))
  if (own.length > 0 && classed.length > 0)
    breaks(activity, '6.6.2', inSeveral('sector', ['iati-activity', 'transaction']))
  const unclassed = transactions.find((one) => !childOf(one, 'sector'))
  if (own.length === 0 && classed.length > 0 && unclassed)
    breaks(unclassed, '6.7.2', inWords('iati-others-have-one', { choices: ['sector'] }))
  for (const node of own) {
    const vocabulary = vocabularyOf(node)
    if (['98', '99'].includes(vocabulary) && !childOf(node, 'narrative'))
      breaks(node, '2.2.1', lacksWith(`@vocabulary="${vocabulary}"`, 'sector/narrative'))
  }
  for (const node of [activity, ...transactions]) {
    const [first, ...others] = childrenOf(node, 'sector')
    if (first && [first, ...others].every((one) => vocabularyOf(one) !== '1'))
      breaks(first, '102.1.1', inWords('iati-not-of-dac', { name: 'sector' }))
  }
  aidTypeRules(activity, 'default-aid-type', ['107.1.1', '107.1.2'], breaks)
  for (const one of transactions) aidTypeRules(one, 'aid-type', ['107.2.1', '107.2.2'], breaks)
}

function aidTypeRules(
  node: XmlNode,
  name: string,
  [dac, once]: readonly [dac: string, once: string],
  breaks: BreakRule,
): void {
  const types = childrenOf(node, name)
  const [first] = types
  if (first && types.every((one) => vocabularyOf(one) !== '1'))
    breaks(first, dac, inWords('iati-not-of-dac', { name }))
  for (const [vocabulary, [, second]] of Map.groupBy(types, vocabularyOf))
    if (second) breaks(second, once, inWords('iati-twice-of-vocabulary', { name, seen: vocabulary }))
}

const PLACES: readonly string[] = ['recipient-country', 'recipient-region']

function isPlace({ name }: XmlNode): boolean {
  return PLACES.includes(name)
}

function placeRules(activity: XmlNode, breaks: BreakRule): void {
  const isOwn = activity.children.some(isPlace)
  const transactions = childrenOf(activity, 'transaction')
  const located = transactions.filter((one) => one.children.some(isPlace))
  if (isOwn && located.length > 0)
    breaks(activity, '3.6.2', inSeveral(PLACES.join(', '), ['iati-activity', 'transaction']))
  if (!isOwn && located.length === 0)
    breaks(
      activity,
      '3.7.1',
      noneOf('iati-activity', [...PLACES, ...PLACES.map((name) => `transaction/${name}`)]),
    )
  const unlocated = transactions.find((one) => !one.children.some(isPlace))
  if (!isOwn && located.length > 0 && unlocated)
    breaks(unlocated, '3.7.2', inWords('iati-others-have-one', { choices: PLACES }))
}

function markerRules(activity: XmlNode, breaks: BreakRule): void {
  for (const node of childrenOf(activity, 'policy-marker')) {
    if (vocabularyOf(node) === '1' && attributeOf(node, 'significance') === undefined)
      breaks(node, '6.14.1', lacksWith('@vocabulary="1"', 'policy-marker/@significance'))
    if (vocabularyOf(node) === '99' && !childOf(node, 'narrative'))
      breaks(node, '6.13.1', lacksWith('@vocabulary="99"', 'policy-marker/narrative'))
  }
}

function moneyRules(activity: XmlNode, today: string, breaks: BreakRule): void {
  for (const name of ['budget', 'planned-disbursement']) {
    for (const node of childrenOf(activity, name)) {
      const start = dayIn(childOf(node, 'period-start'), 'iso-date')
      const end = dayIn(childOf(node, 'period-end'), 'iso-date')
      if (start === undefined || end === undefined) continue
      if (end < start) breaks(node, '8.6.3', endsBeforeStart(name, start, end))
      if (name === 'budget' && end > aYearAfter(start))
        breaks(node, '7.5.3', inWords('iati-longer-than-a-year', { since: start, day: end }))
    }
  }
  for (const node of childrenOf(activity, 'transaction')) {
    const on = dayIn(childOf(node, 'transaction-date'), 'iso-date')
    const valued = dayIn(childOf(node, 'value'), 'value-date')
    if (on !== undefined && on > today) breaks(node, '11.2.1', inTheFuture('transaction-date', on))
    if (valued !== undefined && valued > today)
      breaks(node, '11.2.2', inTheFuture('value/@value-date', valued))
  }
  if (attributeOf(activity, 'default-currency') !== undefined) return
  const flows = ['budget', 'planned-disbursement', 'transaction'].flatMap((name) =>
    childrenOf(activity, name),
  )
  for (const node of flows.flatMap((one) => childrenOf(one, 'value')))
    if (attributeOf(node, 'currency') === undefined)
      breaks(node, '7.8.1', inWords('line-no-currency'), 'rejected')
  for (const node of [
    ...childrenOf(childOf(activity, 'crs-add'), 'loan-status'),
    ...childrenOf(childOf(activity, 'fss'), 'forecast'),
  ])
    if (attributeOf(node, 'currency') === undefined) breaks(node, '7.8.1', inWords('line-no-currency'))
}

function dated(type: string): string {
  return `activity-date[@type="${type}"]`
}

function noneOf(name: string, choices: readonly string[]): RefusalWords {
  return inWords('iati-none-of', { name, choices })
}

function inSeveral(name: string, choices: readonly string[]): RefusalWords {
  return inWords('iati-in-several', { name, choices })
}

function lacksWith(seen: string, name: string): RefusalWords {
  return inWords('iati-lacks-with', { seen, name })
}

function inTheFuture(name: string, day: PartialDate): RefusalWords {
  return inWords('iati-in-the-future', { name, day })
}

function endsBeforeStart(name: string, since: PartialDate, day: PartialDate): RefusalWords {
  return inWords('iati-ends-before-it-starts', { name, since, day })
}

/** The same day of the next year; 28 February for the leap day. */
function aYearAfter(day: string): string {
  const next = `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}${day.slice(4)}`
  return next.endsWith('-02-29') ? next.replace(/29$/, '28') : next
}
