/**
 * Whether a file and its activities have the structure that version 2.03 of the standard asks for, fault by fault with its
 * line.
 *
 * Elements and attributes of other namespaces are allowed, as the standard has it: attributes nearly anywhere, elements
 * behind all others. Of what they hold only elements of IATI and the attributes of XML itself are looked at.
 *
 * Rule: INT-43. Next door: `structure.ts` is the table, `simple-types.ts` the types of its values.
 */
import { inFile, inWords, placed, type RefusalWords } from '@demarche/core'
import type { ImportFault } from '../refusal.ts'
import { isOfType, typeInWords, withoutBlanks } from './simple-types.ts'
import { IATI_BY_THEMSELVES, IATI_STRUCTURE } from './structure.ts'
import { isForeign, type XmlNode } from './xml-tree.ts'

interface AttributeRule {
  readonly type: string
  readonly required: boolean
}
interface ChildRule {
  readonly name: string
  readonly shape: string
  readonly least: number
  readonly most: number
}
interface Shape {
  /** without attributes of other namespaces */
  readonly isClosed: boolean
  readonly attributes: ReadonlyMap<string, AttributeRule>
  readonly children: readonly ChildRule[]
  /** what the element itself holds; undefined when it holds elements only */
  readonly text: string | undefined
}

const shapes = new Map<string, Shape>()

function shapeOf(name: string): Shape {
  let shape = shapes.get(name)
  if (!shape) {
    shape = readShape(IATI_STRUCTURE[name] ?? '')
    shapes.set(name, shape)
  }
  return shape
}

function readShape(line: string): Shape {
  const [own = '', within = ''] = line.split('|')
  const attributes = new Map<string, AttributeRule>()
  let text: string | undefined
  let isClosed = false
  for (const word of wordsOf(own)) {
    if (word === 'closed') {
      isClosed = true
      continue
    }
    const [name = '', type = 'string'] = word.replace('!', '').split(':')
    if (name === 'text') text = type
    else attributes.set(name, { type, required: word.endsWith('!') })
  }
  const children = wordsOf(within).map((word): ChildRule => {
    const {
      name = '',
      often = '',
      shape,
    } = /^(?<name>[\w-]+)(?<often>[?*+]?)(?:=(?<shape>[\w-]+))?$/.exec(word)?.groups ?? {}
    return {
      name,
      shape: shape ?? name,
      least: often === '' || often === '+' ? 1 : 0,
      most: often === '' || often === '?' ? 1 : Infinity,
    }
  })
  return { isClosed, attributes, children, text }
}

function wordsOf(text: string): string[] {
  return text.split(' ').filter((word) => word !== '')
}

/** Every fault of structure in an activity, in order of the file. `path` is how messages call it. */
export function structureFaults(activity: XmlNode, path: string): readonly ImportFault[] {
  const faults: ImportFault[] = []
  check(activity, shapeOf('iati-activity'), path, faults)
  return faults
}

/** Every fault of the outermost element, its activities apart, in order of the file. */
export function frameFaults(outermost: XmlNode): readonly ImportFault[] {
  const faults: ImportFault[] = []
  const frame = shapeOf('iati-activities')
  checkOwn(outermost, frame, outermost.name, faults)
  checkChildren(outermost, frame, outermost.name, faults, () => {})
  return faults
}

type Fault = (message: string, words: RefusalWords, line?: number) => void

function faultsAt(node: XmlNode, path: string, faults: ImportFault[]): Fault {
  return (message, words, line = node.line) => {
    faults.push({ ...placed([inFile('line', line), path]), message, rule: 'INT-43', words })
  }
}

function check(node: XmlNode, shape: Shape, path: string, faults: ImportFault[]): void {
  checkOwn(node, shape, path, faults)
  checkChildren(node, shape, path, faults, check)
}

/** The attributes of an element and the text that it holds itself. */
function checkOwn(node: XmlNode, shape: Shape, path: string, faults: ImportFault[]): void {
  const fault = faultsAt(node, path, faults)
  for (const [name, { required }] of shape.attributes) {
    if (required && node.attributes[name] === undefined)
      fault(`lacks the attribute ${name}`, inWords('xml-lacks-attribute', { name }))
  }
  for (const [name, value] of Object.entries(node.attributes)) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue
    const rule = shape.attributes.get(name)
    if (isForeign(name)) checkForeignAttribute(name, value, shape.isClosed, fault)
    else if (!rule)
      fault(
        `has an attribute ${name}, which version 2.03 does not know there`,
        inWords('xml-unknown-attribute', { name }),
      )
    else if (!isOfType(rule.type, value)) wrongValue(name, value, rule.type, fault)
  }
  if (shape.text === undefined) {
    if (withoutBlanks(node.text) !== '')
      fault('holds text of its own; expected elements only', inWords('xml-text-of-its-own'))
  } else if (!isOfType(shape.text, node.text)) {
    const seen = node.text.trim().slice(0, 40)
    fault(
      `holds "${seen}"; expected ${typeInWords(shape.text)}`,
      inWords('xml-text-value', { seen, choices: [shape.text] }),
    )
  }
}

/** The attributes that every XML may have and the schema knows. */
const OF_XML: Readonly<Record<string, string>> = {
  'xml:lang': 'language',
  'xml:space': 'space',
  'xml:base': 'anyURI',
  'xml:id': 'NCName',
}

function wrongValue(name: string, value: string, type: string, fault: Fault): void {
  const words = inWords('xml-attribute-value', { name, seen: value, choices: [type] })
  fault(`${name} is "${value}"; expected ${typeInWords(type)}`, words)
}

function checkForeignAttribute(name: string, value: string, isClosed: boolean, fault: Fault): void {
  const type = OF_XML[name]
  if (name === 'xsi:nil' || name === 'xsi:type')
    fault(
      `has an attribute ${name}; no element of version 2.03 may have it`,
      inWords('xml-unknown-attribute', { name }),
    )
  else if (isClosed && !name.startsWith('xsi:'))
    fault(
      `has an attribute ${name}; expected none of another namespace`,
      inWords('xml-foreign-attribute', { name }),
    )
  else if (type !== undefined && !isOfType(type, value)) wrongValue(name, value, type, fault)
}

/** An element of another namespace holds what it likes; what the schema knows within it must be as it should be. */
function checkForeign(node: XmlNode, path: string, faults: ImportFault[]): void {
  for (const [name, value] of Object.entries(node.attributes))
    if (isForeign(name)) checkForeignAttribute(name, value, false, faultsAt(node, path, faults))
  for (const child of node.children) {
    const shape = IATI_BY_THEMSELVES.get(child.name)
    const childPath = `${path}/${child.name}`
    if (shape === undefined) checkForeign(child, childPath, faults)
    else check(child, shapeOf(shape), childPath, faults)
  }
}

function checkChildren(
  node: XmlNode,
  { children, text }: Shape,
  path: string,
  faults: ImportFault[],
  checkChild: typeof check,
): void {
  const fault = faultsAt(node, path, faults)
  const seen = new Map<string, number>()
  let reached = 0
  let foreign = false
  for (const child of node.children) {
    if (isForeign(child.name)) {
      if (text !== undefined)
        fault(
          `holds the element ${child.name}; expected text alone`,
          inWords('xml-no-element-here', { name: child.name }),
          child.line,
        )
      checkForeign(child, `${path}/${child.name}`, faults)
      foreign = true
      continue
    }
    const place = children.findIndex(({ name }) => name === child.name)
    const rule = children[place]
    if (!rule) {
      fault(
        `holds the element ${child.name}, which version 2.03 does not know there`,
        inWords('xml-unknown-element', { name: child.name }),
        child.line,
      )
      continue
    }
    const count = (seen.get(rule.name) ?? 0) + 1
    seen.set(rule.name, count)
    if (count > rule.most)
      fault(
        `holds ${child.name} more than once`,
        inWords('xml-element-twice', { name: child.name }),
        child.line,
      )
    const other = children[reached]?.name ?? ''
    if (place < reached)
      fault(
        `${child.name} stands behind ${other}; expected before it`,
        inWords('xml-element-too-late', { name: child.name, seen: other }),
        child.line,
      )
    else if (foreign)
      fault(
        `${child.name} stands behind elements that are not of IATI; expected before them`,
        inWords('xml-element-behind-others', { name: child.name }),
        child.line,
      )
    reached = Math.max(reached, place)
    checkChild(child, shapeOf(rule.shape), `${path}/${child.name}${count > 1 ? `[${count}]` : ''}`, faults)
  }
  for (const { name, least } of children) {
    if (least > (seen.get(name) ?? 0))
      fault(`lacks the element ${name}`, inWords('xml-lacks-element', { name }))
  }
}
