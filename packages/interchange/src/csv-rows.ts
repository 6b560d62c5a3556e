/**
 * Comma-separated rows, read piece by piece so that a long file does not stop other work.
 *
 * Takes the text of a file; gives rows of cells with the header apart. The separator (comma, semicolon or tab) is read
 * off the header line. Empty lines are no rows. A quotation mark inside a cell that is not quoted is kept as it stands.
 *
 * Rests on: RFC 4180. Rule: INT-20 broken quoting.
 */
import { inWords } from '@demarche/core'
import Papa from 'papaparse'
import { placeOf } from './decode.ts'
import { breathe, type ReadOptions } from './reading.ts'
import { refuse } from './refusal.ts'

/** Characters after which other work gets its turn. */
const PIECE = 1 << 18

/** The cells of the first line, without reading the rest. Empty when it is no CSV. */
export function headerOf(text: string): readonly string[] {
  const end = text.search(/\r?\n|\r|$/)
  const separator = separatorOf(text)
  return text
    .slice(0, end)
    .split(separator)
    .map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    )
}

/**
 * The rows below the header, in order.
 * @throws ImportRefusal INT-20 when a quotation is not closed, or is followed by more than a separator
 */
export async function* csvRows(text: string, options: ReadOptions): AsyncGenerator<readonly string[]> {
  let piece: Papa.ParseResult<string[]> | undefined
  let reader: Papa.Parser | undefined
  let isHeader = true
  // the reader hands over a piece and pauses; it goes on when it is told to
  Papa.parse<string[]>(text, {
    delimiter: separatorOf(text),
    skipEmptyLines: true,
    chunkSize: PIECE,
    complete: () => undefined,
    chunk(results: Papa.ParseResult<string[]>, parser: Papa.Parser) {
      piece = results
      reader = parser
      parser.pause()
    },
  })
  while (piece) {
    const { data, errors, meta }: Papa.ParseResult<string[]> = piece
    piece = undefined
    if (errors.some(({ type }) => type === 'Quotes')) refuseQuotation(text)
    await breathe(options, Math.min(meta.cursor / text.length, 1))
    for (const row of data) {
      options.signal?.throwIfAborted()
      if (isHeader) isHeader = false
      else yield row
    }
    reader?.resume()
  }
  options.signal?.throwIfAborted()
}

/** The reader counts from the beginning of a piece: the whole is read again to say where in the file it is. */
function refuseQuotation(text: string): never {
  const { errors } = Papa.parse(text, { delimiter: separatorOf(text) })
  const first = errors.find(({ type }) => type === 'Quotes')
  const goesOn = first?.code === 'InvalidQuotes'
  // it points behind the opening quotation mark
  return refuse(
    placeOf(text, (first?.index ?? text.length) - 1),
    inWords(goesOn ? 'file-quotation-goes-on' : 'file-quotation-open'),
    'INT-20',
  )
}

function separatorOf(text: string): string {
  const header = text.slice(0, 20_000).split('\n', 1)[0] ?? ''
  const count = (separator: string): number => header.split(separator).length
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}
