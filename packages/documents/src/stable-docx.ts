/**
 * Finishes a Word file: the same content gives the same bytes, and repeated footnote references are set high.
 *
 * The writer stamps the clock into the package and draws relationship ids at random. Here the dates become the date
 * of the paper, ids are counted in the order in which the text uses them, and the entries of the archive carry
 * that date too.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import type { CalendarDate } from '@demarche/core'

const RANDOM_ID = /\bId="(rId(?!\d+")[^"]+)"/g
const IS_TEXT = /\.(xml|rels)$/

/** The same package with its dates set and its ids counted. */
export function stableDocx(bytes: Uint8Array, producedOn: CalendarDate): Uint8Array {
  const parts = unzipSync(bytes)
  const texts = new Map(
    Object.entries(parts).flatMap(([path, part]) => (IS_TEXT.test(path) ? [[path, strFromU8(part)]] : [])),
  )
  const core = texts.get('docProps/core.xml')
  if (core !== undefined) {
    texts.set(
      'docProps/core.xml',
      core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${producedOn}T00:00:00Z`),
    )
  }
  const body = texts.get('word/document.xml')
  if (body !== undefined) texts.set('word/document.xml', raiseReferences(countBookmarks(body)))
  for (const [path, relations] of texts) {
    const owner = /^(.*\/)?_rels\/(.+)\.rels$/.exec(path)
    if (!owner) continue
    const ownerPath = `${owner[1] ?? ''}${owner[2]}`
    const text = texts.get(ownerPath)
    if (text === undefined) continue
    const counted = countIds(relations, text)
    texts.set(ownerPath, renamed(text, counted))
    texts.set(path, sortRelations(renamed(relations, counted)))
  }
  // the archive stores local time without a zone: building it from local parts gives the same bytes everywhere
  const [year = 1980, month = 1, day = 1] = producedOn.split('-').map(Number)
  const mtime = new Date(year, month - 1, day)
  const files = Object.entries(parts).map(([path, part]): [string, Zippable[string]] => {
    const text = texts.get(path)
    return [path, [text === undefined ? part : strToU8(text), { mtime, level: 6 }]]
  })
  return zipSync(Object.fromEntries(files.toSorted(byPath)))
}

/** The ids that were drawn at random, with the number of their first use in the text. */
function countIds(relations: string, text: string): ReadonlyMap<string, string> {
  const drawn = [...relations.matchAll(RANDOM_ID)].flatMap(([, id]) => (id === undefined ? [] : [id]))
  const inOrder = drawn.toSorted((a, b) => text.indexOf(`"${a}"`) - text.indexOf(`"${b}"`))
  return new Map(inOrder.map((id, index) => [id, `rIdLink${index + 1}`]))
}

/** The writer counts bookmarks through the life of the process; here they start with 1 in each file. */
function countBookmarks(text: string): string {
  const counted = new Map<string, number>()
  return text.replace(/(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)"/g, (_, before: string, id: string) => {
    const number = counted.get(id) ?? counted.size + 1
    counted.set(id, number)
    return `${before}${number}"`
  })
}

/** The writer gives the cached text of a field no style: a repeated reference to a footnote would stand on the line. */
function raiseReferences(text: string): string {
  return text.replace(
    /(<w:fldSimple w:instr="NOTEREF [^"]*"><w:r>)/g,
    '$1<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>',
  )
}

function renamed(text: string, counted: ReadonlyMap<string, string>): string {
  return text.replace(/"(rId[^"]+)"/g, (whole, id: string) =>
    counted.has(id) ? `"${counted.get(id)}"` : whole,
  )
}

function sortRelations(text: string): string {
  const relations = text.match(/<Relationship [^>]*\/>/g) ?? []
  const sorted = relations.toSorted()
  let next = 0
  return text.replace(/<Relationship [^>]*\/>/g, () => sorted[next++] ?? '')
}

/** The content types come first, as readers of the format expect. */
function byPath([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  const first = '[Content_Types].xml'
  if (a === first || b === first) return a === first ? -1 : 1
  return a < b ? -1 : 1
}
