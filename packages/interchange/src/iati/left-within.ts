/**
 * What stands within an element that is read, and no property of a project holds: counted, so that nothing is lost in silence.
 *
 * Paths are those of XML, from the activity: elements, and `@` before an attribute. What is left out as a whole is counted
 * where it is read. Rule: INT-11. Next door: `activity.ts`, `sectors.ts`.
 */
import { inWords, type RefusalWords } from '@demarche/core'
import type { ActivityContext } from './activity-context.ts'
import { OWNER } from './code-words.ts'
import { attributeOf, childOf, childrenOf, textOf, type XmlNode } from './xml-tree.ts'

const NO_PROPERTY = [
  '@humanitarian',
  '@budget-not-provided',
  'participating-org/@type',
  'participating-org/@activity-id',
  'participating-org/@crs-channel-code',
  'budget/@type',
  'budget/@status',
  'planned-disbursement/@type',
  'transaction/@humanitarian',
  ...['planned-disbursement', 'transaction'].flatMap((flow) =>
    ['provider', 'receiver'].flatMap((side) => [
      `${flow}/${side}-org/@type`,
      `${flow}/${side}-org/@${side}-activity-id`,
    ]),
  ),
  'result/@type',
  'result/reference',
  'result/document-link',
  'result/indicator/description',
  'result/indicator/reference',
  'result/indicator/baseline',
  'result/indicator/document-link',
  ...['target', 'actual'].flatMap((figure) =>
    ['comment', 'dimension', 'location', 'document-link'].map(
      (part) => `result/indicator/period/${figure}/${part}`,
    ),
  ),
]
const OF_AID_STATISTICS = [
  'transaction/disbursement-channel',
  'transaction/flow-type',
  'transaction/finance-type',
  'transaction/aid-type',
  'transaction/tied-status',
]
/** Organisations that are known by their name: their reference is not kept beside it. */
const NAMED = [
  'participating-org',
  'planned-disbursement/provider-org',
  'planned-disbursement/receiver-org',
  'transaction/provider-org',
  'transaction/receiver-org',
]

/** Counts what the activity says within what is read of it. */
export function leaveWithin({ activity, collector }: ActivityContext): void {
  const leave = (field: string, count: number, why: RefusalWords): void => {
    if (count > 0) collector.leave(field, why, count)
  }
  for (const path of NO_PROPERTY) leave(path, countOf(activity, path), inWords('left-no-property'))
  for (const path of OF_AID_STATISTICS) leave(path, countOf(activity, path), inWords('left-aid-statistics'))
  for (const path of NAMED) {
    const known = nodesAt(activity, path).filter(
      (one) => attributeOf(one, 'ref') !== undefined && textOf(childOf(one, 'narrative')) !== undefined,
    )
    leave(`${path}/@ref`, known.length, inWords('left-no-property'))
  }
  const identifiers = childrenOf(activity, 'other-identifier').filter((one) => !isOurs(one))
  // drafts of version 1 are known by the first of them
  const known = textOf(childOf(activity, 'iati-identifier')) === undefined ? 1 : 0
  leave('other-identifier', identifiers.length - known, inWords('left-no-property'))
  const described = childrenOf(activity, 'transaction').filter(
    (one) => !isCommitment(one) && childOf(one, 'description'),
  )
  leave('transaction/description', described.length, inWords('left-no-property'))
}

/** The identifier by which this desk finds its own record again. */
function isOurs(node: XmlNode): boolean {
  return textOf(childOf(childOf(node, 'owner-org'), 'narrative')) === OWNER
}

/** What a commitment is for is kept with the budget that it is. */
function isCommitment(node: XmlNode): boolean {
  return attributeOf(childOf(node, 'transaction-type'), 'code') === '2'
}

function countOf(activity: XmlNode, path: string): number {
  const at = path.lastIndexOf('@')
  if (at === -1) return nodesAt(activity, path).length
  const name = path.slice(at + 1)
  return nodesAt(activity, path.slice(0, Math.max(0, at - 1))).filter(
    (one) => attributeOf(one, name) !== undefined,
  ).length
}

function nodesAt(activity: XmlNode, path: string): readonly XmlNode[] {
  return path
    .split('/')
    .filter((name) => name !== '')
    .reduce<readonly XmlNode[]>((nodes, name) => nodes.flatMap((one) => childrenOf(one, name)), [activity])
}
