/**
 * Activities of version 1 of the standard put into the form of version 2, so that one reader reads both.
 *
 * Version 1 has texts where version 2 has narratives, and words where version 2 has codes. Early drafts of it, which real
 * files still have, write `ref` for `code`, `iso_date` for `iso-date`, `start` and `end` for the types of dates.
 *
 * Rests on: the upgrade guide from 1.05 to 2.01 of the IATI standard; the drafts from what the files hold. What has no
 * counterpart keeps its name and is counted by the reader.
 */
import { entryOf } from '../reading.ts'
import { attributeOf, type XmlNode } from './xml-tree.ts'

const DATES: Readonly<Record<string, string>> = {
  'start-planned': '1',
  'start-actual': '2',
  'end-planned': '3',
  'end-actual': '4',
  // drafts do not say which; what is planned claims less
  start: '1',
  end: '3',
  completion: '3',
}
const ROLES: Readonly<Record<string, string>> = {
  funding: '1',
  donor: '1',
  accountable: '2',
  extending: '3',
  implementing: '4',
}
const TRANSACTIONS: Readonly<Record<string, string>> = {
  if: '1',
  c: '2',
  commitment: '2',
  d: '3',
  disbursement: '3',
  disbursment: '3',
  e: '4',
  expenditure: '4',
  ir: '5',
  lr: '6',
  r: '7',
  qp: '8',
  qs: '9',
  cg: '10',
}
/** Where a draft has no type of transaction and says how far the money has come. */
const INCOMING: Readonly<Record<string, string>> = {
  pledge: '13',
  commitment: '11',
  'paid contribution': '1',
}
const STATUS_WORDS: Readonly<Record<string, string>> = {
  ongoing: '2',
  'operationally closed': '4',
  closed: '4',
}
const TEXTS = new Set([
  'title',
  'description',
  'reporting-org',
  'participating-org',
  'provider-org',
  'receiver-org',
  'recipient-country',
  'recipient-region',
])

/** True for the versions that this module reads; drafts give none. */
export function isVersion1(version: string): boolean {
  return version === '' || /^1(\.0\d?)?$/.test(version)
}

/** The activity as version 2 would have it. */
export function asVersion2(activity: XmlNode): XmlNode {
  return { ...activity, children: activity.children.flatMap((child) => upgrade(child)) }
}

function upgrade(node: XmlNode): readonly XmlNode[] {
  const own = withCode(node)
  const type = attributeOf(own, 'type')?.toLowerCase()
  switch (own.name) {
    case 'activity-date':
      return date(own, type)
    case 'participating-org': {
      const role = attributeOf(own, 'role')?.toLowerCase() ?? ''
      if (attributeOf(own, 'ref') === undefined && own.text.trim() === '') return []
      return [narrated(own, { role: entryOf(ROLES, role) ?? role })]
    }
    case 'activity-status': {
      const code = attributeOf(own, 'code')?.toLowerCase() ?? ''
      return [{ ...own, attributes: { ...own.attributes, code: entryOf(STATUS_WORDS, code) ?? code } }]
    }
    case 'transaction':
      return [transaction(own, type)]
    case 'budget-planned':
    case 'budget':
      return [{ ...own, name: 'budget', children: own.children.flatMap(period) }]
    case 'activity-website':
      return own.text.trim() === '' ? [] : [website(own)]
    default:
      return [TEXTS.has(own.name) ? narrated(own, {}) : own]
  }
}

/** Drafts write `ref` where `code` is meant; organisations have a `ref` that is one. */
function withCode(node: XmlNode): XmlNode {
  const { ref, code } = node.attributes
  if (ref === undefined || code !== undefined || node.name.endsWith('-org') || node.name === 'transaction')
    return node
  return node.name.startsWith('related') || node.name.startsWith('other')
    ? node
    : { ...node, attributes: { ...node.attributes, code: ref } }
}

/** Only the text of its own language: version 1 repeats the element for another one. */
function narrated(node: XmlNode, attributes: Readonly<Record<string, string>>): XmlNode {
  const language = attributeOf(node, 'xml:lang')
  const narrative: XmlNode = {
    name: 'narrative',
    attributes: language === undefined ? {} : { 'xml:lang': language },
    children: [],
    text: node.text,
    line: node.line,
  }
  return {
    ...node,
    attributes: { ...node.attributes, ...attributes },
    children: node.text.trim() === '' ? [] : [narrative],
    text: '',
  }
}

function date(node: XmlNode, type: string | undefined): readonly XmlNode[] {
  const text = node.text.trim()
  const day =
    attributeOf(node, 'iso-date') ?? attributeOf(node, 'iso_date') ?? (text === '' ? undefined : text)
  if (day === undefined && type === undefined) return []
  return [
    {
      ...node,
      attributes: { type: entryOf(DATES, type ?? '') ?? type ?? '', 'iso-date': day ?? '' },
      children: [],
      text: '',
    },
  ]
}

function period(node: XmlNode): readonly XmlNode[] {
  if (!node.name.startsWith('period-')) return [node]
  const text = node.text.trim()
  return text === '' || attributeOf(node, 'iso-date') !== undefined
    ? [node]
    : [{ ...node, attributes: { 'iso-date': text }, text: '' }]
}

function transaction(node: XmlNode, type: string | undefined): XmlNode {
  const children = node.children.map((child) => {
    const own = withCode(child)
    const code = attributeOf(own, 'code')?.toLowerCase() ?? ''
    if (own.name === 'transaction-type')
      return { ...own, attributes: { code: entryOf(TRANSACTIONS, code) ?? code } }
    return TEXTS.has(own.name) ? narrated(own, {}) : own
  })
  if (children.some(({ name }) => name === 'transaction-type')) return { ...node, children }
  const come =
    node.children
      .find(({ name }) => name === 'status')
      ?.text.trim()
      .toLowerCase() ?? ''
  const incoming = attributeOf(node, 'flow') === 'incoming' ? entryOf(INCOMING, come) : undefined
  const code = entryOf(TRANSACTIONS, type ?? '') ?? incoming ?? type ?? ''
  const kind: XmlNode = {
    name: 'transaction-type',
    attributes: { code },
    children: [],
    text: '',
    line: node.line,
  }
  return { ...node, children: [kind, ...children] }
}

function website(node: XmlNode): XmlNode {
  const category: XmlNode = {
    name: 'category',
    attributes: { code: 'A12' },
    children: [],
    text: '',
    line: node.line,
  }
  return {
    name: 'document-link',
    attributes: { url: node.text.trim(), format: 'text/html' },
    children: [category],
    text: '',
    line: node.line,
  }
}
