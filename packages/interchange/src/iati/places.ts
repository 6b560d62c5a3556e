/**
 * Where an activity works: countries, regions where a source names no countries, the reach, and the shares of the money.
 *
 * Countries and regions that only transactions name count as the activity's, because the standard has them in one of the
 * two places.
 *
 * Rule: INT-44 a code of no country. Next door: `regions.ts`.
 */
import { inWords, isCountryCode, resolveName } from '@demarche/core'
import { entryOf } from '../reading.ts'
import { type ActivityContext, narrativeOf, rejectAt, statePassage } from './activity-context.ts'
import { REGIONS_VOCABULARY, SCOPES } from './code-words.ts'
import { regionOf } from './regions.ts'
import { attributeOf, childOf, childrenOf, vocabularyOf, type XmlNode } from './xml-tree.ts'

/** States countries, regions and reach. */
export function statePlaces(context: ActivityContext): void {
  const { activity, collector } = context
  const within = childrenOf(activity, 'transaction')
  if (activity.children.some(isPlace)) {
    stateFrom(context, [activity], '')
    const again = within.filter((one) => one.children.some(isPlace)).length
    if (again > 0) collector.leave('transaction/recipient', inWords('left-said-by-activity'), again)
  } else stateFrom(context, within, 'transaction/')
  const scope = childOf(activity, 'activity-scope')
  const code = attributeOf(scope, 'code')
  if (!scope || code === undefined) return
  const reach = entryOf(SCOPES, code)
  if (reach === undefined) collector.leave('activity-scope', inWords('left-within-country'))
  else statePassage(context, { locator: 'activity-scope', line: scope.line, claims: [['scope', reach]] })
}

function isPlace({ name }: XmlNode): boolean {
  return name === 'recipient-country' || name === 'recipient-region'
}

interface Place {
  readonly node: XmlNode
  readonly code: string
}

function stateFrom(context: ActivityContext, from: readonly XmlNode[], prefix: string): void {
  const all = (name: string): readonly XmlNode[] => from.flatMap((one) => childrenOf(one, name))
  const countries = all('recipient-country').flatMap((node) => countryIn(context, node))
  const regions = all('recipient-region').flatMap((node) => regionIn(context, node))
  statePlacesOf(context, `${prefix}recipient-country`, 'countries', countries)
  statePlacesOf(context, `${prefix}recipient-region`, 'regions', regions)
}

function statePlacesOf(
  context: ActivityContext,
  locator: string,
  property: 'countries' | 'regions',
  places: readonly Place[],
): void {
  const [first] = places
  if (!first) return
  const named = places.flatMap(({ node, code }) => {
    const name = narrativeOf(context, node)
    return name === undefined ? [] : [`${code}: ${name}`]
  })
  const shares = new Map(
    places.flatMap(({ node, code }) => {
      const percent = percentOf(context, node)
      return percent === undefined ? [] : [[code, percent]]
    }),
  )
  statePassage(context, {
    locator,
    line: first.node.line,
    claims: [
      [property, [...new Set(places.map(({ code }) => code))]],
      ...[...shares].map(([of, percent]) => ['shares', { of, percent }] as const),
    ],
    note: property === 'regions' && named.length > 0 ? named.join('; ') : undefined,
  })
}

function countryIn(context: ActivityContext, node: XmlNode): readonly Place[] {
  const code = attributeOf(node, 'code')?.toUpperCase() ?? ''
  if (isCountryCode(code)) return [{ node, code }]
  // EU texts write EL, drafts of version 1 three letters or the name alone
  const named = resolveName(code === 'EL' ? 'GR' : code === '' ? (narrativeOf(context, node) ?? '') : code)
  if (named.kind === 'one' && named.also.length === 0) return [{ node, code: named.code }]
  const seen = code === '' ? (narrativeOf(context, node) ?? '') : code
  const message = `"${seen}" is the code of no country; expected ISO 3166-1 alpha-2`
  rejectAt(context, node, { message, rule: 'INT-44', words: inWords('line-no-country', { seen }) })
  return []
}

function regionIn(context: ActivityContext, node: XmlNode): readonly Place[] {
  const code = attributeOf(node, 'code') ?? ''
  if (attributeOf(node, 'vocabulary-uri') === REGIONS_VOCABULARY) return [{ node, code }]
  const region = regionOf(code, vocabularyOf(node))
  if (region !== undefined) return [{ node, code: region }]
  context.collector.leave('recipient-region', inWords('left-own-region'))
  return []
}

/** The percentage of an element; what is below 0 or above 100 is rejected. */
export function percentOf(context: ActivityContext, node: XmlNode): number | undefined {
  const text = attributeOf(node, 'percentage')
  if (text === undefined) return undefined
  const percent = Number(text)
  if (percent >= 0 && percent <= 100) return percent
  const words = inWords('line-no-share', { seen: text })
  rejectAt(context, node, { message: `${text} per cent; expected 0 to 100`, rule: 'INT-17', words })
  return undefined
}
