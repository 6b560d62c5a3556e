/**
 * Whether an activity has the structure that version 2.03 of the standard asks for, fault by fault with its line.
 *
 * Elements and attributes of other namespaces are allowed, as the standard has it: attributes anywhere, elements behind
 * all others.
 *
 * Rule: INT-43. Next door: `structure.ts` is the table.
 */
import { isPartialDate } from '@demarche/core'
import type { ImportFault } from '../refusal.ts'
import { IATI_STRUCTURE } from './structure.ts'
import type { XmlNode } from './xml-tree.ts'

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
  for (const word of wordsOf(own)) {
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
  return { attributes, children, text }
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

function check(node: XmlNode, shape: Shape, path: string, faults: ImportFault[]): void {
  const fault = (message: string, line = node.line): void => {
    faults.push({ place: `line ${line}, ${path}`, message, rule: 'INT-43' })
  }
  for (const [name, { required }] of shape.attributes) {
    if (required && node.attributes[name] === undefined) fault(`lacks the attribute ${name}`)
  }
  for (const [name, value] of Object.entries(node.attributes)) {
    if (name.includes(':') || name === 'xmlns') continue
    const rule = shape.attributes.get(name)
    if (!rule) fault(`has an attribute ${name}, which version 2.03 does not know there`)
    else if (!fits(rule.type, value)) fault(`${name} is "${value}"; expected ${inWords(rule.type)}`)
  }
  if (shape.text === undefined) {
    if (node.text.trim() !== '') fault('holds text of its own; expected elements only')
  } else if (!fits(shape.text, node.text)) {
    fault(`holds "${node.text.trim().slice(0, 40)}"; expected ${inWords(shape.text)}`)
  }
  checkChildren(node, shape, path, faults, fault)
}

function checkChildren(
  node: XmlNode,
  { children, text }: Shape,
  path: string,
  faults: ImportFault[],
  fault: (message: string, line?: number) => void,
): void {
  const seen = new Map<string, number>()
  let reached = 0
  let foreign = false
  for (const child of node.children) {
    if (child.name.includes(':') || child.attributes['xmlns'] !== undefined) {
      if (text !== undefined) fault(`holds the element ${child.name}; expected text alone`, child.line)
      foreign = true
      continue
    }
    const place = children.findIndex(({ name }) => name === child.name)
    const rule = children[place]
    if (!rule) {
      fault(`holds the element ${child.name}, which version 2.03 does not know there`, child.line)
      continue
    }
    const count = (seen.get(rule.name) ?? 0) + 1
    seen.set(rule.name, count)
    if (count > rule.most) fault(`holds ${child.name} more than once`, child.line)
    if (place < reached)
      fault(`${child.name} stands behind ${children[reached]?.name}; expected before it`, child.line)
    else if (foreign)
      fault(`${child.name} stands behind elements that are not of IATI; expected before them`, child.line)
    reached = Math.max(reached, place)
    check(child, shapeOf(rule.shape), `${path}/${child.name}${count > 1 ? `[${count}]` : ''}`, faults)
  }
  for (const { name, least } of children) {
    if (least > (seen.get(name) ?? 0)) fault(`lacks the element ${name}`)
  }
}

const TIME = String.raw`([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?|24:00:00(\.0+)?`
const ZONE = String.raw`(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)?`
const PATTERNS: Readonly<Record<string, RegExp>> = {
  decimal: /^[+-]?(\d+\.?\d*|\.\d+)$/,
  boolean: /^(true|false|1|0)$/,
  int: /^[+-]?\d{1,10}$/,
  positiveInteger: /^\+?0*[1-9]\d*$/,
  nonNegativeInteger: /^(\+?\d+|-0+)$/,
  NMTOKEN: /^[\p{L}\p{N}._:-]+$/u,
  date: new RegExp(String.raw`^\d{4}-\d{2}-\d{2}${ZONE}$`),
  dateTime: new RegExp(String.raw`^\d{4}-\d{2}-\d{2}T(${TIME})${ZONE}$`),
}

function fits(type: string, value: string): boolean {
  const pattern = PATTERNS[type]
  if (!pattern) return true
  const trimmed = value.trim()
  if (!pattern.test(trimmed)) return false
  return !type.startsWith('date') || isPartialDate(trimmed.slice(0, 10))
}

function inWords(type: string): string {
  const words: Readonly<Record<string, string>> = {
    date: 'a day as YYYY-MM-DD',
    dateTime: 'a time as YYYY-MM-DDThh:mm:ss',
    decimal: 'a number such as 1000.50',
    boolean: 'true, false, 1 or 0',
    int: 'a whole number',
    positiveInteger: 'a whole number above 0',
    nonNegativeInteger: 'a whole number of 0 or more',
    NMTOKEN: 'one word',
  }
  return words[type] ?? type
}
