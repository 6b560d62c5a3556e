/**
 * One activity as statements about a project: a statement for each passage, so that dates that differ stand side by side.
 *
 * Rules: INT-13, INT-44 to INT-46 in docs/rules/interchange.md. Next door: `money.ts` for budgets and transactions,
 * `places.ts` for countries and regions, `sectors.ts` for sectors and themes.
 */
import { inWords, isPartialDate, type PartialDate, type RefusalWords } from '@demarche/core'
import { entryOf } from '../reading.ts'
import {
  type ActivityContext,
  dayIn,
  narrativeOf,
  organisationIn,
  rejectAt,
  statePassage,
} from './activity-context.ts'
import { DATE_TYPES, FUNDING_ROLE, IMPLEMENTING_ROLE, PLANNED, STATUSES, WEB_PAGE } from './code-words.ts'
import { stateMoney } from './money.ts'
import { leaveWithin } from './left-within.ts'
import { statePlaces } from './places.ts'
import { stateSectors, stateTags } from './sectors.ts'
import { DERIVED } from './xml-text.ts'
import { attributeOf, childOf, childrenOf, isForeign, textOf, type XmlNode } from './xml-tree.ts'

/** Elements that are read, each with what of it is left out counted on its own. */
const READ: ReadonlySet<string> = new Set([
  'iati-identifier',
  'reporting-org',
  'title',
  'description',
  'participating-org',
  'other-identifier',
  'activity-status',
  'activity-date',
  'activity-scope',
  'recipient-country',
  'recipient-region',
  'sector',
  'tag',
  'budget',
  'planned-disbursement',
  'transaction',
  'document-link',
  'related-activity',
  'result',
])
const LEFT: Readonly<Record<string, RefusalWords>> = {
  'contact-info': inWords('left-persons'),
  location: inWords('left-within-country'),
  'policy-marker': inWords('left-no-property'),
  'humanitarian-scope': inWords('left-no-property'),
  'country-budget-items': inWords('left-no-property'),
  'default-flow-type': inWords('left-aid-statistics'),
  'default-finance-type': inWords('left-aid-statistics'),
  'default-aid-type': inWords('left-aid-statistics'),
  'default-tied-status': inWords('left-aid-statistics'),
  'collaboration-type': inWords('left-aid-statistics'),
  'capital-spend': inWords('left-aid-statistics'),
  'legacy-data': inWords('left-publishers-own'),
  conditions: inWords('left-no-property'),
  'crs-add': inWords('left-aid-statistics'),
  fss: inWords('left-no-property'),
}

/** States what the activity says. `identifier` is undefined where the identifier is one that this desk gave it. */
export function stateActivity(context: ActivityContext, identifier: string | undefined): void {
  const { activity, collector } = context
  const title = childOf(activity, 'title')
  const name = narrativeOf(context, title)
  statePassage(context, { locator: 'title', line: title?.line ?? activity.line, claims: [['name', name]] })
  statePassage(context, {
    locator: 'iati-identifier',
    line: activity.line,
    claims: [['iatiIdentifier', identifier]],
  })
  stateObjective(context)
  stateOrganisations(context)
  stateStatus(context)
  stateDates(context)
  statePlaces(context)
  stateSectors(context)
  stateTags(context)
  stateMoney(context)
  stateResults(context)
  statePage(context)
  leaveWithin(context)
  for (const child of activity.children) {
    const why = entryOf(LEFT, child.name)
    if (why !== undefined) collector.leave(child.name, why)
    else if (isForeign(child.name)) collector.leave(child.name, inWords('left-not-of-iati'))
    // of version 1, whose elements nobody holds to the structure
    else if (!READ.has(child.name)) collector.leave(child.name, inWords('left-not-a-field'))
  }
}

/** What it sets out to change: the objectives where they are given, else the general description. */
function stateObjective(context: ActivityContext): void {
  const descriptions = childrenOf(context.activity, 'description').filter(
    (one) => !/^(n\/?a)?$/i.test(narrativeOf(context, one) ?? ''),
  )
  const chosen =
    descriptions.find((one) => attributeOf(one, 'type') === '2') ??
    descriptions.find((one) => ['1', undefined].includes(attributeOf(one, 'type'))) ??
    descriptions[0]
  if (!chosen) return
  const type = attributeOf(chosen, 'type')
  statePassage(context, {
    locator: type === undefined ? 'description' : `description[@type="${type}"]`,
    line: chosen.line,
    claims: [['objective', narrativeOf(context, chosen)]],
  })
  if (descriptions.length > 1)
    context.collector.leave('description', inWords('left-other-description'), descriptions.length - 1)
}

function stateOrganisations(context: ActivityContext): void {
  const nodes = childrenOf(context.activity, 'participating-org')
  for (const [role, property] of [
    [FUNDING_ROLE, 'donors'],
    [IMPLEMENTING_ROLE, 'implementers'],
  ] as const) {
    const own = nodes.filter((one) => attributeOf(one, 'role') === role)
    const names = [...new Set(own.flatMap((one) => organisationIn(context, one) ?? []))]
    const [first] = own
    if (!first || names.length === 0) continue
    statePassage(context, {
      locator: `participating-org[@role="${role}"]`,
      line: first.line,
      claims: [[property, names]],
    })
  }
  const others = nodes.filter(
    (one) => ![FUNDING_ROLE, IMPLEMENTING_ROLE].includes(attributeOf(one, 'role') ?? ''),
  )
  if (others.length > 0)
    context.collector.leave('participating-org', inWords('left-other-organisation'), others.length)
}

function stateStatus(context: ActivityContext): void {
  const node = childOf(context.activity, 'activity-status')
  const code = attributeOf(node, 'code')
  if (!node || code === undefined || attributeOf(node, DERIVED) !== undefined) return
  const status = entryOf(STATUSES, code)
  if (status === undefined) {
    const words = inWords('line-not-among', { seen: code, choices: Object.keys(STATUSES) })
    rejectAt(context, node, { message: `"${code}" is no status; expected 1 to 6`, rule: 'INT-13', words })
    return
  }
  statePassage(context, {
    locator: 'activity-status',
    line: node.line,
    claims: [['status', status]],
    note: code === '3' ? 'Finalisation: the work is done, the accounts are still open.' : undefined,
  })
}

interface DateClaim {
  readonly node: XmlNode
  readonly code: string
  readonly type: (typeof DATE_TYPES)[string]
  readonly day: PartialDate
}

/** Every date claim by itself; a plan is a claim of its own where the activity says what came of it. */
function stateDates(context: ActivityContext): void {
  const claims = dateClaims(context)
  const counts = new Map<string, number>()
  for (const { node, code, type, day } of claims) {
    const words = narrativeOf(context, node)
    const value = asExactAs(words, day)
    const count = (counts.get(code) ?? 0) + 1
    counts.set(code, count)
    const isOvertaken =
      type.claim === 'planned' &&
      claims.some(({ type: other }) => other.claim === 'actual' && other.property === type.property)
    statePassage(context, {
      locator: `activity-date[@type="${code}"]${count > 1 ? `[${count}]` : ''}`,
      line: node.line,
      claims: [[isOvertaken ? PLANNED[type.property] : type.property, value]],
      note: [
        `${type.claim} ${type.property}`,
        ...(words === undefined || words === value ? [] : [words]),
      ].join('; '),
    })
  }
}

/** The dates that can be read. What is said to have happened after the day of the import is no date. */
function dateClaims(context: ActivityContext): readonly DateClaim[] {
  const today = context.collector.options.assertedAt.slice(0, 10)
  const starts = new Map<string, PartialDate>()
  const claims: DateClaim[] = []
  for (const node of childrenOf(context.activity, 'activity-date')) {
    const code = attributeOf(node, 'type') ?? ''
    const type = entryOf(DATE_TYPES, code)
    const day = dayIn(node, 'iso-date')
    if (!type || day === undefined) {
      const seen = attributeOf(node, 'iso-date') ?? ''
      const message = type
        ? `"${seen}" is no day of the calendar`
        : `"${code}" is no type of date; expected 1 to 4`
      const words = type
        ? inWords('line-no-date', { seen })
        : inWords('line-not-among', { seen: code, choices: Object.keys(DATE_TYPES) })
      rejectAt(context, node, { message, rule: type ? 'INT-12' : 'INT-13', words })
      continue
    }
    if (type.claim === 'actual' && day > today) {
      const message = `${day} lies in the future and is said to be the actual ${type.property}`
      rejectAt(context, node, { message, rule: 'INT-45', words: inWords('line-in-the-future', { day }) })
      continue
    }
    const start = starts.get(type.claim)
    if (type.property === 'end' && start !== undefined && day < start) {
      const message = `the ${type.claim} end ${day} lies before the ${type.claim} start ${start}`
      const words = inWords('line-ends-before-it-starts', { day, since: start })
      rejectAt(context, node, { message, rule: 'INT-26', words })
      continue
    }
    if (type.property === 'start') starts.set(type.claim, day)
    claims.push({ node, code, type, day })
  }
  return claims
}

/** The standard keeps less exact dates as words beside a day: `2019` beside `2019-12-31` is the year. */
function asExactAs(words: string | undefined, day: PartialDate): PartialDate {
  return words !== undefined && isPartialDate(words) && day.startsWith(words) ? words : day
}

/** Each result in words: its title and description, then what was measured, with the figure as it stands there. */
function stateResults(context: ActivityContext): void {
  for (const [index, node] of childrenOf(context.activity, 'result').entries()) {
    const title = narrativeOf(context, childOf(node, 'title'))
    const lines = [title, narrativeOf(context, childOf(node, 'description'))].filter(
      (line) => line !== undefined,
    )
    for (const indicator of childrenOf(node, 'indicator')) {
      const measured = measuredIn(context, indicator)
      const name = narrativeOf(context, childOf(indicator, 'title'))
      if (measured.length > 0) lines.push(`${name ?? 'measured'}: ${measured.join('; ')}`)
      else if (name !== undefined && name !== title) lines.push(name)
    }
    if (lines.length === 0) continue
    statePassage(context, {
      locator: `result[${index + 1}]`,
      line: node.line,
      claims: [['results', lines.join('\n\n')]],
    })
  }
}

function measuredIn(context: ActivityContext, indicator: XmlNode): readonly string[] {
  return childrenOf(indicator, 'period').flatMap((period) => {
    const figures = (name: string): readonly string[] =>
      childrenOf(period, name).flatMap((node) => attributeOf(node, 'value') ?? [])
    const target = figures('target')
    const actual = figures('actual')
    if (target.length + actual.length === 0) return []
    const from = dayIn(childOf(period, 'period-start'), 'iso-date') ?? 'an unknown day'
    const to = dayIn(childOf(period, 'period-end'), 'iso-date') ?? 'an unknown day'
    const said = [
      ...(actual.length > 0 ? [`${actual.join(', ')} reached`] : []),
      ...(target.length > 0 ? [`target ${target.join(', ')}`] : []),
    ]
    return [`${said.join(', ')} from ${from} to ${to}`]
  })
}

function statePage(context: ActivityContext): void {
  const links = childrenOf(context.activity, 'document-link')
  const page = links.find((one) =>
    childrenOf(one, 'category').some((kind) => attributeOf(kind, 'code') === WEB_PAGE),
  )
  if (page)
    statePassage(context, {
      locator: 'document-link',
      line: page.line,
      claims: [['page', attributeOf(page, 'url')]],
    })
  const others = links.length - (page ? 1 : 0)
  if (others > 0) context.collector.leave('document-link', inWords('left-document'), others)
}

/** The identifier of the activity as it stands there, without blanks around it. */
export function identifierOf(activity: XmlNode): string | undefined {
  return textOf(childOf(activity, 'iati-identifier'))
}
