/**
 * The activities of an IATI file one by one, each as a small tree, so that a long file never stands in memory as a whole.
 *
 * Refuses what is not well-formed and every document type declaration: no entity of the file's own is expanded.
 *
 * Rests on: W3C XML 1.0 and Namespaces in XML, by the library saxes. Rules: INT-40 not well-formed, INT-41 no IATI activities.
 */
import { inFile, inWords, type Place, type PlacePart, withSeen } from '@demarche/core'
import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes'
import { breathe, type Pacing } from '../reading.ts'
import { refuse } from '../refusal.ts'
import { withoutBlanks } from './simple-types.ts'

/** An element, its own text, and where in the file it begins. */
export interface XmlNode {
  /** as written; of another namespace without a prefix: `{namespace}name` */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  readonly text: string
  /** line of the file, from 1 */
  readonly line: number
}

/** What the outermost element of the file says. */
export interface IatiHead {
  /** the element itself, its activities by name and line alone; whole once the last activity is read */
  readonly element: XmlNode
  readonly version: string
  /** `YYYY-MM-DDThh:mm:ss…` as written, where it is said when the file was made */
  readonly generated: string | undefined
  readonly namespaces: readonly string[]
}

export interface IatiActivity {
  readonly head: IatiHead
  readonly activity: XmlNode
  /** from 1 */
  readonly position: number
}

/** Characters after which other work gets its turn. */
const PIECE = 1 << 17
const DEEPEST = 64

interface OpenNode extends XmlNode {
  readonly children: OpenNode[]
  text: string
}

/** True when the text is an XML document with activities or organisations of IATI outermost. */
export function looksLikeIati(text: string): boolean {
  return /^\s*</.test(text) && /<iati-(?:activities|organisations)[\s/>]/.test(text.slice(0, 20_000))
}

/**
 * The activities in order of the file.
 * @throws ImportRefusal INT-40, INT-41
 */
export async function* iatiActivities(text: string, options: Pacing): AsyncGenerator<IatiActivity> {
  const ready: XmlNode[] = []
  const open: OpenNode[] = []
  let outermost: OpenNode | undefined
  let head: IatiHead | undefined
  let position = 0
  const parser = new SaxesParser({ xmlns: true })
  const place = (): readonly PlacePart[] => [inFile('line', parser.line), inFile('column', parser.column + 1)]
  parser.on('error', ({ message }) => {
    const quote = message.replace(/^\d+:\d+: /, '')
    refuse(place(), withSeen(inWords('file-not-xml'), { quote: quote.replace(/\.$/, '') }), 'INT-40')
  })
  parser.on('doctype', () => {
    refuse(place(), withSeen(inWords('file-not-xml'), { found: '<!DOCTYPE' }), 'INT-40')
  })
  parser.on('opentag', (tag) => {
    const node: OpenNode = {
      name: nameOf(tag),
      attributes: Object.fromEntries(Object.values(tag.attributes).map((one) => [nameOf(one), one.value])),
      children: [],
      text: '',
      line: parser.line,
    }
    if (!outermost) {
      outermost = node
      head = headOf(node, place())
      return
    }
    if (open.length >= DEEPEST) refuse(place(), inWords('file-nested-too-deep', { most: DEEPEST }), 'INT-40')
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  const onText = (seen: string): void => {
    const node = open.at(-1) ?? outermost
    if (node && (node !== outermost || withoutBlanks(seen) !== '')) node.text += seen
  }
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.on('closetag', () => {
    const node = open.pop()
    if (!node || open.length > 0) return
    const isActivity = node.name === 'iati-activity'
    if (isActivity) ready.push(node)
    outermost?.children.push(isActivity ? { ...node, attributes: {}, children: [], text: '' } : node)
  })
  for (let start = 0; start < text.length; start += PIECE) {
    await breathe(options, start / text.length)
    parser.write(text.slice(start, start + PIECE))
    for (const activity of ready.splice(0)) {
      if (head) yield { head, activity, position: (position += 1) }
    }
  }
  parser.close()
  if (position === 0) refuse(inFile('file'), inWords('file-no-activity'), 'INT-41')
}

function headOf(element: XmlNode, place: Place): IatiHead {
  const { name, attributes } = element
  if (name !== 'iati-activities') {
    const words = withSeen(inWords('file-no-activity'), { found: name })
    refuse(place, words, 'INT-41')
  }
  return {
    element,
    version: attributes['version']?.trim() ?? '',
    generated: attributes['generated-datetime'],
    namespaces: Object.keys(attributes).filter((attribute) => attribute.startsWith('xmlns:')),
  }
}

const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance'

function nameOf({ name, prefix, local, uri }: SaxesTagNS | SaxesAttributeNS): string {
  if (uri === INSTANCE) return `xsi:${local}`
  return prefix === '' && uri !== '' && name !== 'xmlns' ? `{${uri}}${local}` : name
}

/** Whether an element or attribute is of another namespace than IATI, which has none. */
export function isForeign(name: string): boolean {
  return name.includes(':') || name.startsWith('{')
}

/** The children of that name. */
export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((child) => child.name === name) ?? []
}

/** The first child of that name. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name === name)
}

/** An attribute without blanks around it; undefined when it is absent or empty. */
export function attributeOf(node: XmlNode | undefined, name: string): string | undefined {
  const value = node?.attributes[name]?.trim()
  return value === '' ? undefined : value
}

/** The vocabulary of codes that an element names; `1` where it names none, as the standard has it. */
export function vocabularyOf(node: XmlNode): string {
  return attributeOf(node, 'vocabulary') ?? '1'
}

/** The text of an element on one line for each of its paragraphs; undefined when it has none. */
export function textOf(node: XmlNode | undefined): string | undefined {
  const text = node?.text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
  return text === '' ? undefined : text
}
