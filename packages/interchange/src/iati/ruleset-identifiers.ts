/**
 * Rules on identifiers and references to organisations and activities.
 *
 * Next door: `rulesets.ts`.
 */
import { inWords } from '@demarche/core'
import type { BreakRule } from './rulesets.ts'
import { withoutBlanks } from './simple-types.ts'
import { attributeOf, childOf, childrenOf, textOf, type XmlNode } from './xml-tree.ts'

/** Type of other identifier: one that the reporting organisation had before. */
const FORMER = 'B1'
/** Type of other identifier: one that the activity had before. */
const FORMER_OF_ACTIVITY = 'A3'
const NOT_IN_A_REFERENCE = ['/', '&', '|', '?']

interface Reference {
  readonly node: XmlNode
  /** the element or attribute */
  readonly name: string
  readonly text: string | undefined
  /** number of the rule on blanks around it */
  readonly blanks: string
  /** number of the rule on symbols in it, where there is one */
  readonly symbols?: string
}

/** Every rule on identifiers that the activity breaks. */
export function identifierRules(activity: XmlNode, breaks: BreakRule): void {
  for (const { node, name, text: seen = '', blanks, symbols } of referencesIn(activity)) {
    if (seen !== withoutBlanks(seen)) breaks(node, blanks, inWords('iati-blanks-around', { name, seen }))
    if (symbols !== undefined && NOT_IN_A_REFERENCE.some((sign) => seen.includes(sign)))
      breaks(node, symbols, inWords('iati-signs-in', { name, seen, choices: NOT_IN_A_REFERENCE }))
  }
  checkOwnIdentifier(activity, breaks)
  for (const [node, number] of organisationsIn(activity))
    if (attributeOf(node, 'ref') === undefined && !childOf(node, 'narrative'))
      breaks(node, number, inWords('iati-none-of', { name: node.name, choices: ['@ref', 'narrative'] }))
}

function checkOwnIdentifier(activity: XmlNode, breaks: BreakRule): void {
  const node = childOf(activity, 'iati-identifier')
  const identifier = textOf(node)
  const reporting = attributeOf(childOf(activity, 'reporting-org'), 'ref')
  if (!node || identifier === undefined) return
  if (identifier === reporting) {
    breaks(node, '1.1.3', inWords('iati-identifier-of-organisation', { seen: identifier }))
    return
  }
  const former = childrenOf(activity, 'other-identifier')
    .filter((one) => attributeOf(one, 'type') === FORMER)
    .flatMap((one) => attributeOf(one, 'ref') ?? [])
  const begins = [...(reporting === undefined ? [] : [reporting]), ...former].filter((ref) =>
    identifier.startsWith(ref),
  )
  if (begins.length === 0) breaks(node, '1.1.1', inWords('iati-identifier-elsewhere', { seen: identifier }))
  else if (!begins.some((ref) => identifier.startsWith(`${ref}-`) && identifier.length > ref.length + 1))
    breaks(node, '1.1.21', inWords('iati-identifier-unhyphened', { seen: identifier }))
}

function* organisationsIn(activity: XmlNode): Generator<readonly [node: XmlNode, number: string]> {
  for (const node of childrenOf(activity, 'participating-org')) yield [node, '6.10.1']
  for (const one of childrenOf(activity, 'other-identifier'))
    for (const node of childrenOf(one, 'owner-org')) yield [node, '6.8.1']
  for (const one of flowsIn(activity)) {
    for (const node of childrenOf(one, 'provider-org')) yield [node, '6.9.1']
    for (const node of childrenOf(one, 'receiver-org')) yield [node, '6.9.2']
  }
}

function flowsIn(activity: XmlNode): readonly XmlNode[] {
  return [...childrenOf(activity, 'planned-disbursement'), ...childrenOf(activity, 'transaction')]
}

function* referencesIn(activity: XmlNode): Generator<Reference> {
  const identifier = childOf(activity, 'iati-identifier')
  if (identifier)
    yield {
      node: identifier,
      name: identifier.name,
      text: identifier.text,
      blanks: '1.3.1',
      symbols: '1.3.13',
    }
  for (const node of childrenOf(activity, 'reporting-org')) yield of(node, 'ref', '1.14.1', '1.14.13')
  for (const node of childrenOf(activity, 'participating-org')) {
    yield of(node, 'ref', '1.8.1', '1.8.13')
    yield of(node, 'activity-id', '1.9.1')
  }
  for (const node of childrenOf(activity, 'other-identifier')) {
    const type = attributeOf(node, 'type')
    if (type === FORMER) yield of(node, 'ref', '1.16.1')
    if (type === FORMER_OF_ACTIVITY) yield of(node, 'ref', '1.6.1')
    for (const owner of childrenOf(node, 'owner-org')) yield of(owner, 'ref', '1.11.1', '1.11.13')
  }
  for (const one of flowsIn(activity)) {
    for (const node of childrenOf(one, 'provider-org')) {
      yield of(node, 'ref', '1.10.1', '1.10.13')
      yield of(node, 'provider-activity-id', '1.4.1')
    }
    for (const node of childrenOf(one, 'receiver-org')) {
      yield of(node, 'ref', '1.15.1', '1.15.13')
      yield of(node, 'receiver-activity-id', '1.5.1')
    }
  }
  for (const node of childrenOf(activity, 'related-activity')) yield of(node, 'ref', '1.7.1')
}

function of(node: XmlNode, attribute: string, blanks: string, symbols?: string): Reference {
  return {
    node,
    name: `${node.name}/@${attribute}`,
    text: node.attributes[attribute],
    blanks,
    ...(symbols === undefined ? {} : { symbols }),
  }
}
