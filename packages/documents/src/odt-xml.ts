/**
 * XML parts of an OpenDocument file: elements as plain values, written out well-formed or not at all.
 *
 * Takes names with the prefixes of the standard (`text:p`); text and attribute values are data and are escaped by the
 * library. Rests on: OASIS OpenDocument 1.3, part 3. Next door: `render-odt.ts`, `odt-styles.ts`.
 */
import { DOMImplementation, XMLSerializer, type Document, type Element } from '@xmldom/xmldom'

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}
export type XmlNode = string | XmlElement

/** @example element('text:p', { 'text:style-name': 'Title' }, ['Harbour Lights']) */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  return { name, attributes, children }
}

const ODF = 'urn:oasis:names:tc:opendocument:xmlns:'
const NAMESPACES: Readonly<Record<string, string>> = {
  office: `${ODF}office:1.0`,
  style: `${ODF}style:1.0`,
  text: `${ODF}text:1.0`,
  table: `${ODF}table:1.0`,
  meta: `${ODF}meta:1.0`,
  manifest: `${ODF}manifest:1.0`,
  fo: `${ODF}xsl-fo-compatible:1.0`,
  svg: `${ODF}svg-compatible:1.0`,
  xlink: 'http://www.w3.org/1999/xlink',
  dc: 'http://purl.org/dc/elements/1.1/',
}
const XMLNS = 'http://www.w3.org/2000/xmlns/'

/**
 * The element as the root of an XML document.
 * @throws Error when a name has no known prefix or a text cannot stand in XML: a defect of the caller
 */
export function xmlText(root: XmlElement): string {
  const document = new DOMImplementation().createDocument(null, '')
  const top = build(document, root)
  for (const prefix of prefixesIn(root)) top.setAttributeNS(XMLNS, `xmlns:${prefix}`, namespaceOf(prefix))
  document.appendChild(top)
  const body = new XMLSerializer().serializeToString(document, { requireWellFormed: true })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}`
}

function build(document: Document, { name, attributes, children }: XmlElement): Element {
  const made = document.createElementNS(namespaceOf(prefixOf(name)), name)
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttributeNS(namespaceOf(prefixOf(key)), key, value)
  }
  for (const child of children) {
    made.appendChild(typeof child === 'string' ? document.createTextNode(child) : build(document, child))
  }
  return made
}

function prefixesIn({ name, attributes, children }: XmlElement): ReadonlySet<string> {
  return new Set([
    prefixOf(name),
    ...Object.keys(attributes).map(prefixOf),
    ...children.flatMap((child) => (typeof child === 'string' ? [] : [...prefixesIn(child)])),
  ])
}

function prefixOf(name: string): string {
  return name.split(':')[0] ?? ''
}

function namespaceOf(prefix: string): string {
  const namespace = NAMESPACES[prefix]
  if (namespace === undefined) throw new Error(`no namespace is known for the prefix “${prefix}”`)
  return namespace
}
