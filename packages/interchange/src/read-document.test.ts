/**
 * The front door as a whole: any bytes, the invented examples, and real files where this machine has them.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { CASE_VOCABULARY, checkValue, draftStatementSchema } from '@demarche/core'
import { sharedData } from '@demarche/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from './read-document.ts'
import type { Reading } from './reading.ts'
import { ImportRefusal } from './refusal.ts'

const OPTIONS = { filename: 'file', assertedBy: 'desk', assertedAt: '2026-03-01T10:00:00.000Z' }
const examples = [
  'invented-cases.json',
  'invented-incident.stix.json',
  'invented-eurepoc-layout.csv',
] as const
const exampleBytes = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url)))

function expectSound(reading: Reading): void {
  for (const statement of reading.statements) {
    expect(draftStatementSchema.safeParse(statement).error).toBeUndefined()
    for (const { property, value } of statement.assertions) {
      expect(checkValue(CASE_VOCABULARY, property, value)).toBeNull()
    }
  }
}

it('INT-08 says of a backup that it is one', async () => {
  const backup = Buffer.from('{"backup":"demarche ledger","version":1}\n{"batch":0}\n')
  await expect(readDocument(backup, OPTIONS)).rejects.toThrow('demarche restore reads it')
})

/** The reading, or null for a refusal; anything else thrown fails the test. */
async function readOrRefuse(bytes: Uint8Array): Promise<Reading | null> {
  try {
    return await readDocument(bytes, OPTIONS)
  } catch (error) {
    if (error instanceof ImportRefusal && error.faults.every(({ rule }) => /^INT-\d\d$/.test(rule)))
      return null
    throw error
  }
}

/** Replaces some leaves of a JSON value by others, so that the shape stays close to a real file. */
function mangled(value: unknown): fc.Arbitrary<unknown> {
  const leaf = fc.constantFrom<unknown>(
    null,
    true,
    -1,
    1e300,
    '',
    ' ',
    'constructor',
    '2016-13-01',
    '(',
    [],
    {},
    'UK',
    '1(4)(b)',
  )
  if (Array.isArray(value))
    return fc.oneof(
      { weight: 30, arbitrary: fc.tuple(...value.map(mangled)) },
      { weight: 1, arbitrary: leaf },
    )
  if (typeof value === 'object' && value !== null) {
    const fields = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mangled(inner)]))
    return fc.oneof({ weight: 40, arbitrary: fc.record(fields) }, { weight: 1, arbitrary: leaf })
  }
  return fc.oneof({ weight: 12, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: leaf })
}

describe('the front door', () => {
  it('reads or refuses any bytes, and throws nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await readOrRefuse(bytes)
      }),
      { numRuns: 300 },
    )
  })

  it.each(examples)(
    'reads or refuses %s with bytes changed, cut or repeated, and stays sound',
    async (name) => {
      const original = exampleBytes(name)
      const changes = fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { maxLength: 6 })
      await fc.assert(
        fc.asyncProperty(changes, fc.nat(original.length), async (edits, end) => {
          const bytes = Uint8Array.from(original)
          for (const [position, byte] of edits) bytes[position] = byte
          const reading = await readOrRefuse(edits.length % 2 === 0 ? bytes : bytes.subarray(0, end))
          if (reading) expectSound(reading)
        }),
        { numRuns: 60 },
      )
    },
  )

  it.each(['invented-cases.json', 'invented-incident.stix.json'])(
    'reads or refuses %s with values exchanged',
    async (name) => {
      const original: unknown = JSON.parse(exampleBytes(name).toString('utf8'))
      await fc.assert(
        fc.asyncProperty(mangled(original), async (json) => {
          const reading = await readOrRefuse(new TextEncoder().encode(JSON.stringify(json)))
          if (reading) expectSound(reading)
        }),
        { numRuns: 80 },
      )
    },
  )

  it.each(examples)('gives the same statements for the same bytes: %s', async (name) => {
    const bytes = exampleBytes(name)
    const reading = await readDocument(bytes, OPTIONS)
    expect(reading.statements.length).toBeGreaterThan(2)
    expect(await readDocument(bytes, OPTIONS)).toEqual(reading)
    expect(reading.rejected).toEqual([])
    expectSound(reading)
  })

  it('is cancelled by its signal', async () => {
    const controller = new AbortController()
    const reading = readDocument(exampleBytes('invented-eurepoc-layout.csv'), {
      ...OPTIONS,
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    })
    await expect(reading).rejects.toThrow('enough')
  })

  it('recognises the format by content, whatever the file is called', async () => {
    const reading = await readDocument(exampleBytes('invented-eurepoc-layout.csv'), {
      ...OPTIONS,
      filename: 'x.txt',
    })
    expect(reading.format).toBe('eurepoc-csv')
  })
})

describe('real files (skipped where this machine has none)', () => {
  const cases = sharedData('domain/cases.json')
  it.skipIf(!cases)('reads every coded case without a rejected value', async () => {
    const reading = await readDocument(readFileSync(cases ?? ''), OPTIONS)
    expect(reading.cases).toHaveLength(20)
    expect(reading.rejected).toEqual([])
    expectSound(reading)
  })

  const global = sharedData('data/eurepoc/global_1.1.csv')
  it.skipIf(!global)('reads every EuRepoC incident, ends before starts included', async () => {
    const reading = await readDocument(readFileSync(global ?? ''), OPTIONS)
    expect(reading.cases).toHaveLength(1077)
    expect(reading.rejected).toEqual([])
    expectSound(reading)
  })

  it.skipIf(!global)('reads the layout of version 1.3 with its equal column names', async () => {
    const reading = await readDocument(
      readFileSync(sharedData('data/eurepoc/global_1.3_sample.csv') ?? ''),
      OPTIONS,
    )
    expect(reading.cases.map(({ entity }) => entity)).toEqual(['case:eurepoc-4163', 'case:eurepoc-4161'])
    expect(JSON.stringify(reading.statements)).toContain('"startDate","value":"2024-12-19"')
  })

  it.skipIf(!global).each(['attribution_1.1.csv', 'receiver_1.1.csv'])(
    'attaches %s to the same cases',
    async (name) => {
      const reading = await readDocument(readFileSync(sharedData(`data/eurepoc/${name}`) ?? ''), OPTIONS)
      expect(reading.cases).toEqual([])
      expect(reading.statements.length).toBeGreaterThan(1000)
      expectSound(reading)
    },
  )

  const attack = sharedData('data/attack/ics-attack-18.1.json.gz')
  it.skipIf(!attack)('reads the campaigns of a large bundle', async () => {
    const reading = await readDocument(gunzipSync(readFileSync(attack ?? '')), OPTIONS)
    expect(reading.cases).toHaveLength(8)
    expectSound(reading)
  })

  it.skipIf(!sharedData('data/stix')).each([
    ['data/stix/misp-stix/test_event1_stix11.xml', 'INT-30'],
    ['data/stix/misp-stix/test_event1_stix20.json', 'INT-31'],
    ['data/stix/oasis-validator-2.1/invalid_braces.json', 'INT-05'],
    ['data/stix/oasis-documentation-2.1/indicator-for-malicious-url.json', 'INT-33'],
  ])('refuses %s under %s', async (path, rule) => {
    const bytes = readFileSync(sharedData(path) ?? '')
    await expect(readDocument(bytes, { ...OPTIONS, filename: path })).rejects.toThrow(rule)
  })
})
