/**
 * Rows of a CSV file: what a second reader finds in it, and what is refused where.
 */
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRows } from './csv-rows.ts'
import { ImportRefusal } from './refusal.ts'

const OPTIONS = { filename: 'x.csv', assertedBy: 'desk', assertedAt: '2026-03-01T10:00:00.000Z' }

async function rowsOf(text: string): Promise<readonly (readonly string[])[]> {
  return collect(csvRows(text, OPTIONS))
}

async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const collected: T[] = []
  for await (const item of items) collected.push(item)
  return collected
}

/** Rows, or the place and rule of the refusal. */
async function outcomeOf(text: string): Promise<readonly unknown[]> {
  try {
    return await rowsOf(text)
  } catch (error) {
    if (error instanceof ImportRefusal) return error.faults.map(({ place, rule }) => `${place} (${rule})`)
    throw error
  }
}

function otherReading(text: string, delimiter: string): unknown {
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true, from: 2 })
  } catch {
    return 'refused'
  }
}

describe('rows of a CSV file', () => {
  it.each([',', ';', '\t'])(
    'are those that another reader finds, or both refuse the file, separator %j',
    async (separator) => {
      const part = fc.constantFrom('a', 'é', '\u{1f600}', '"', '""', separator, '\n', ' ', 'long words')
      const quoted = fc
        .array(part, { minLength: 1, maxLength: 6 })
        .map((parts) => `"${parts.join('').replaceAll('"', '""')}"`)
      const plain = fc.constantFrom('', 'a', 'é b', ' ')
      const cell = fc.oneof(
        { weight: 8, arbitrary: quoted },
        { weight: 8, arbitrary: fc.constant('a') },
        plain,
      )
      const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(separator))
      const rows = fc.array(fc.oneof({ weight: 9, arbitrary: row }, fc.constant('')))
      await fc.assert(
        fc.asyncProperty(rows, fc.constantFrom('\n', '\r\n'), fc.boolean(), async (lines, end, isEnded) => {
          const header = ['h', 'i', 'j'].join(separator)
          const text = [header, ...lines].join(end) + (isEnded ? end : '')
          const outcome = await outcomeOf(text)
          const isRefused = typeof outcome[0] === 'string'
          expect(isRefused ? 'refused' : outcome).toEqual(otherReading(text, separator))
        }),
        { numRuns: 600 },
      )
    },
  )

  it('end with CR alone where the first line does', async () => {
    expect(await rowsOf('h,i\ra,"b\r"\r\rc,d')).toEqual([
      ['a', 'b\r'],
      ['c', 'd'],
    ])
  })

  it('INT-20 a quotation that is never closed is refused where it opens', async () => {
    expect(await outcomeOf('h,i\na,b\nc,"d\n\n\n')).toEqual(['line 3, column 3 (INT-20)'])
  })

  it('INT-20 text after a closed quotation is refused where the quotation opens', async () => {
    expect(await outcomeOf('h,i\n"two\nlines",b\n"c"d,e\n')).toEqual(['line 4, column 1 (INT-20)'])
  })

  it('keep a quotation mark inside a cell that is not quoted', async () => {
    expect(await outcomeOf('h,i\na,b "c"\n')).toEqual([['a', 'b "c"']])
  })

  it('stop when the reading is cancelled', async () => {
    const abort = new AbortController()
    const rows = csvRows('h\na\nb\n', { ...OPTIONS, signal: abort.signal })
    expect((await rows.next()).value).toEqual(['a'])
    abort.abort(new Error('stopped'))
    await expect(rows.next()).rejects.toThrow('stopped')
  })

  it('let other work run while a long file is read, and tell how far they are', async () => {
    const shares: number[] = []
    const text = `h,i\n${'"some words","some more words"\n'.repeat(40_000)}`
    let turns = 0
    const timer = setInterval(() => (turns += 1), 0)
    await collect(csvRows(text, { ...OPTIONS, onProgress: (share) => shares.push(share) }))
    clearInterval(timer)
    expect(turns).toBeGreaterThan(2)
    expect(shares.length).toBeGreaterThan(2)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  })
})
