/**
 * Pages of whole inputs and whole outcomes: `good/` are read, `bad/` are refused.
 *
 * A page holds one block of input, whose name stands behind the fence, and the outcome in plain text. After a wanted
 * change of texts, `npm run golden` writes the outcomes anew; the difference is reviewed like prose.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadShipped } from '@demarche/doctrine'
import { describe, expect, it } from 'vitest'
import { ImportRefusal, readDocument } from '../src/index.ts'

const { kinds } = loadShipped()
const OPTIONS = { kinds, assertedBy: 'desk', assertedAt: '2026-03-01T10:00:00.000Z' }
const PAGE = /^([\s\S]*?```input (\S+)\n)([\s\S]*?)(\n```\n\n```outcome\n)([\s\S]*?)(\n```\n)$/

async function outcomeOf(filename: string, input: string): Promise<string> {
  try {
    const reading = await readDocument(new TextEncoder().encode(input), { filename, ...OPTIONS })
    return [
      `format ${reading.format}, ${reading.records.length > 0 ? `${reading.records.length} records` : `${reading.cases.length} cases`}, ${reading.statements.length} statements`,
      ...reading.statements.flatMap(({ entity, source, marking, assertions }) => [
        `${entity} [${source.document}, ${source.locator}${source.date ? `, ${source.date}` : ''}] ${marking.tlp}`,
        ...assertions.map(({ property, value }) => `  ${property} = ${JSON.stringify(value)}`),
      ]),
      ...reading.rejected.map(({ place, message, rule }) => `rejected ${place}: ${message} (${rule})`),
      ...reading.notCarriedOver.map(({ field, count, why }) => `not carried over ${field} x${count}: ${why}`),
      ...reading.remarks.map(({ place, message }) => `remark ${place}: ${message}`),
    ].join('\n')
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error
    return error.faults.map(({ place, message, rule }) => `refused ${place}: ${message} (${rule})`).join('\n')
  }
}

describe.each(['good', 'bad'])('%s pages', (kind) => {
  const folder = fileURLToPath(new URL(`./${kind}/`, import.meta.url))
  it.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('%s', async (name) => {
    const [, head = '', filename = '', input = '', middle = '', outcome = '', tail = ''] =
      PAGE.exec(readFileSync(folder + name, 'utf8')) ?? []
    expect(filename, 'a page has an input block and an outcome block').not.toBe('')
    const seen = await outcomeOf(filename, input)
    if (process.env['DEMARCHE_GOLDEN'] === 'write')
      writeFileSync(folder + name, head + input + middle + seen + tail)
    else expect(seen).toBe(outcome)
    expect(seen.startsWith('refused ')).toBe(kind === 'bad')
  })
})
