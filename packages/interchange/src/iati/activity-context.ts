/** What every part of an activity needs to make statements of it. */
import { inFile, inWords } from '@demarche/core'
import type { PartialDate, Source, Vocabulary } from '@demarche/core'
import { type Claim, type Collector, partialDate } from '../reading.ts'
import type { ImportFault } from '../refusal.ts'
import { attributeOf, childOf, childrenOf, textOf, type XmlNode } from './xml-tree.ts'

export interface ActivityContext {
  readonly collector: Collector
  readonly vocabulary: Vocabulary
  readonly activity: XmlNode
  readonly entity: string
  /** how messages call it, e.g. `iati-activity[3]` */
  readonly path: string
  readonly source: Omit<Source, 'locator'>
  /** language of its texts where they name none */
  readonly language: string | undefined
}

/** States what one passage says. `locator` names it within the activity. */
export function statePassage(
  { collector, vocabulary, entity, source }: ActivityContext,
  {
    locator,
    line,
    claims,
    note,
  }: { locator: string; line: number; claims: readonly Claim[]; note?: string | undefined },
): void {
  collector.state({
    entity,
    vocabulary,
    place: [inFile('line', line), locator],
    source: { ...source, locator, ...(note === undefined ? {} : { note }) },
    claims,
  })
}

/** Rejects a value of an element. */
export function rejectAt(
  { collector, path }: ActivityContext,
  node: XmlNode,
  what: Omit<ImportFault, 'place'>,
): void {
  collector.reject([inFile('line', node.line), `${path}/${node.name}`], what.message, what.rule, what.words)
}

/** The calendar day in an attribute; a time zone behind it is left out. */
export function dayIn(node: XmlNode | undefined, attribute: string): PartialDate | undefined {
  return partialDate(attributeOf(node, attribute)?.slice(0, 10))
}

/**
 * What an element says in words: in English where it does, else in the language of the activity, else in the first one.
 * Other languages are counted.
 */
export function narrativeOf(context: ActivityContext, node: XmlNode | undefined): string | undefined {
  const narratives = childrenOf(node, 'narrative').filter((one) => textOf(one) !== undefined)
  const languageOf = (one: XmlNode): string | undefined =>
    attributeOf(one, 'xml:lang')?.slice(0, 2) ?? context.language
  const chosen =
    narratives.find((one) => languageOf(one) === 'en') ??
    narratives.find((one) => attributeOf(one, 'xml:lang') === undefined) ??
    narratives[0]
  if (narratives.length > 1)
    context.collector.leave('narrative', inWords('left-other-language'), narratives.length - 1)
  return textOf(chosen)
}

/** The name of an organisation, else its identifier. */
export function organisationIn(context: ActivityContext, node: XmlNode | undefined): string | undefined {
  return narrativeOf(context, node) ?? attributeOf(node, 'ref')
}

/** The name of an organisation within a part of the activity. */
export function organisationOf(context: ActivityContext, node: XmlNode, name: string): string | undefined {
  return organisationIn(context, childOf(node, name))
}
