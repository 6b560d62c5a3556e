import { readFile } from 'node:fs/promises'
import { loadShipped, precedentCasesPath } from '@demarche/doctrine'
import { describe, expect, it } from 'vitest'
import { readRecords } from './read-records.ts'
import { readInThread } from './reading-thread.ts'

const { kinds } = loadShipped()
const options = { kinds, filename: 'file', assertedBy: 'EU', assertedAt: '2026-03-01T10:00:00.000Z' }
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
/** A file of that many invented cases. */
const manyCases = (count: number): Uint8Array => {
  const cases = Array.from({ length: count }, (_, index) => ({
    id: `invented-${index}`,
    name: `Case ${index}`,
  }))
  return bytesOf(JSON.stringify({ cases }))
}

/** A file of that many invented activities. */
const manyActivities = (count: number): Uint8Array => {
  const activities = Array.from(
    { length: count },
    (_, index) => `<iati-activity xml:lang="en"><iati-identifier>XX-1-${index}</iati-identifier>
      <reporting-org ref="XX-1" type="10"><narrative>Agency</narrative></reporting-org>
      <title><narrative>Course ${index}</narrative></title><description><narrative>Invented.</narrative></description>
      <participating-org role="1"><narrative>Agency</narrative></participating-org><activity-status code="2"/>
      <activity-date type="1" iso-date="2024-01-01"/></iati-activity>`,
  )
  return bytesOf(`<iati-activities version="2.03">${activities.join('\n')}</iati-activities>`)
}

describe('a file read in a thread of its own', () => {
  it.each([
    ['with much about each case', () => readFile(precedentCasesPath)],
    ['with projects', () => Promise.resolve(manyActivities(100))],
    ['with more statements than go over at a time', () => Promise.resolve(manyCases(1200))],
  ])('gives the same as when read here: %s', async (_, bytes) => {
    const here = await readRecords(await bytes(), options)
    const there = await readInThread(await bytes(), options)
    expect(there.statements.length).toBeGreaterThan(200)
    expect(there).toEqual(JSON.parse(JSON.stringify(here)))
  })

  it.each([
    ['{"cases": [', 'ImportRefusal', 'INT-05'],
    ['a picture, perhaps', 'ImportRefusal', 'INT-08'],
    ['{"cases": [{"id": "x"}, 3]}', 'DemarcheError', 'INT-15'],
    [String.raw`{"cases":[{"id":"x","name":"SECRET \u0055E"}]}`, 'DemarcheError', 'REC-01'],
  ])('is refused there as here, to the letter: %s', async (text, name, rule) => {
    const told = (read: typeof readRecords) =>
      read(bytesOf(text), options).then(
        () => null,
        (error: unknown) => error,
      )
    const [here, there] = [await told(readRecords), await told(readInThread)]
    expect(here).toMatchObject({ name })
    expect(JSON.stringify(here)).toContain(rule)
    expect(there).toEqual(here)
    expect(Object.getPrototypeOf(there)).toBe(Object.getPrototypeOf(here))
  })

  it('leaves the main thread free for others', async () => {
    let turns = 0
    let turning = setImmediate(function turn() {
      turns += 1
      turning = setImmediate(turn)
    })
    await readInThread(manyCases(3000), options).finally(() => clearImmediate(turning))
    expect(turns).toBeGreaterThan(50)
  })

  it('is told how far it is, and stops on the spot when cancelled, for the reason given', async () => {
    const abort = new AbortController()
    const shares: number[] = []
    const reading = readInThread(manyCases(20_000), {
      ...options,
      signal: abort.signal,
      onProgress(share) {
        shares.push(share)
        abort.abort(new Error('somebody changed their mind'))
      },
    })
    await expect(reading).rejects.toThrow('somebody changed their mind')
    expect(shares.every((share) => share >= 0 && share < 1)).toBe(true)
    await expect(readInThread(manyCases(1), { ...options, signal: abort.signal })).rejects.toThrow(
      'somebody changed their mind',
    )
  })
})
