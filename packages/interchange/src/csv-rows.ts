/**
 * Comma-separated rows, read piece by piece so that a long file does not stop other work.
 *
 * Takes the text of a file; gives rows of cells with the header apart. The separator (comma, semicolon or tab) is read
 * off the header line. Rests on: RFC 4180. Rule: INT-20 broken quoting.
 */
import { CsvError, parse } from 'csv-parse'
import { placeOf } from './decode.ts'
import type { ReadOptions } from './reading.ts'
import { refuse } from './refusal.ts'

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
 * @throws ImportRefusal INT-20 when a quotation is not closed or stands where none may
 */
export async function* csvRows(text: string, options: ReadOptions): AsyncGenerator<readonly string[]> {
  const parser = parse({
    delimiter: separatorOf(text),
    relax_column_count: true,
    skip_empty_lines: true,
    from: 2,
  })
  const feeding = feed(parser, text, options)
  // the failure is thrown by the loop below; this keeps it from being reported twice
  feeding.catch(() => undefined)
  try {
    for await (const row of parser) {
      options.signal?.throwIfAborted()
      if (isRow(row)) yield row
    }
    await feeding
    options.signal?.throwIfAborted()
  } catch (error) {
    if (error instanceof CsvError) {
      const line = typeof error['lines'] === 'number' ? `line ${error['lines']}` : placeOf(text, text.length)
      refuse(line, `is not CSV: ${error.message}`, 'INT-20')
    }
    throw error
  } finally {
    parser.destroy()
  }
}

async function feed(parser: ReturnType<typeof parse>, text: string, options: ReadOptions): Promise<void> {
  for (let at = 0; at < text.length; at += PIECE) {
    if (options.signal?.aborted) {
      parser.destroy(options.signal.reason instanceof Error ? options.signal.reason : new Error('cancelled'))
      return
    }
    options.onProgress?.(at / text.length)
    const wantsMore = parser.write(text.slice(at, at + PIECE))
    if (!wantsMore) {
      await new Promise<void>((resolve) => {
        const go = (): void => {
          parser.off('drain', go)
          parser.off('close', go)
          resolve()
        }
        parser.on('drain', go)
        parser.on('close', go)
      })
    }
    // a stream drains between ticks; only a timer lets other requests in
    await new Promise((resolve) => setTimeout(resolve, 0))
    if (parser.destroyed) return
  }
  parser.end()
}

function separatorOf(text: string): string {
  const header = text.slice(0, 20_000).split('\n', 1)[0] ?? ''
  const count = (separator: string): number => header.split(separator).length
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

function isRow(row: unknown): row is string[] {
  return Array.isArray(row)
}
