/**
 * Packs a document tree as an OpenDocument text.
 *
 * Built from the tree itself, not from the Word file.
 *
 * Rests on: OASIS OpenDocument 1.3, part 2. Next door: `odt-content.ts` for the text, `odt-styles.ts` for the look,
 * `odt-xml.ts` writes XML.
 */
import { strToU8, zipSync } from 'fflate'
import type { DocumentTree } from './document-tree.ts'
import { contentPart } from './odt-content.ts'
import { stylesPart, VERSION } from './odt-styles.ts'
import { element, xmlText, type XmlElement } from './odt-xml.ts'

export const ODT_TYPE = 'application/vnd.oasis.opendocument.text'

/** The paper as ODT; the same tree gives the same bytes. */
export function renderOdt(tree: DocumentTree): Uint8Array {
  const parts: Readonly<Record<string, XmlElement>> = {
    'content.xml': contentPart(tree),
    'styles.xml': stylesPart(tree),
    'meta.xml': metaPart(tree),
    'META-INF/manifest.xml': manifestPart(),
  }
  // the archive stores local time without a zone: building it from local parts gives the same bytes everywhere
  const [year = 1980, month = 1, day = 1] = tree.producedOn.split('-').map(Number)
  const mtime = new Date(year, month - 1, day)
  return zipSync({
    // first and not compressed: programs tell the kind of file by these bytes
    mimetype: [strToU8(ODT_TYPE), { mtime, level: 0 }],
    ...Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [path, [strToU8(xmlText(part)), { mtime, level: 6 }]]),
    ),
  })
}

function metaPart({ title, subtitle, producedOn, language }: DocumentTree): XmlElement {
  const day = `${producedOn}T00:00:00`
  return element('office:document-meta', VERSION, [
    element('office:meta', {}, [
      element('meta:generator', {}, ['Demarche']),
      element('dc:title', {}, [title]),
      element('dc:subject', {}, [subtitle]),
      element('dc:creator', {}, ['Demarche']),
      element('meta:creation-date', {}, [day]),
      element('dc:date', {}, [day]),
      element('dc:language', {}, [language]),
    ]),
  ])
}

function manifestPart(): XmlElement {
  return element('manifest:manifest', { 'manifest:version': '1.3' }, [
    entry('/', ODT_TYPE),
    ...['content.xml', 'styles.xml', 'meta.xml'].map((path) => entry(path, 'text/xml')),
  ])
}

function entry(path: string, type: string): XmlElement {
  return element('manifest:file-entry', { 'manifest:full-path': path, 'manifest:media-type': type })
}
