/**
 * LED-06: what was acknowledged survives the death of the process at any moment, and the loss of the database folder.
 */
import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { aFolder } from './ledgers.ts'

const ROUNDS = 30
/** in these rounds the database folder is gone when the process starts again */
const WITHOUT_DATABASE = [10, 20, 29]

const saidSchema = z.union([
  z.object({ found: z.array(z.string()), sound: z.boolean(), fault: z.unknown() }),
  z.object({ acknowledged: z.array(z.string()) }),
])

const folder = aFolder()
afterAll(() => folder.remove())

test(`LED-06 ${ROUNDS} times killed while writing, ${WITHOUT_DATABASE.length} times without its database folder: nothing acknowledged is missing`, async () => {
  const acknowledged = new Set<string>()
  for (let round = 0; round < ROUNDS; round += 1) {
    if (WITHOUT_DATABASE.includes(round)) await rm(join(folder.path, 'database'), { recursive: true })
    await liveAndDie(acknowledged, round)
  }
  expect(acknowledged.size).toBeGreaterThan(ROUNDS)
}, 600_000)

/** One life: checks what the process finds, lets it write for a while, kills it with no warning. */
async function liveAndDie(acknowledged: Set<string>, round: number): Promise<void> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./append-forever.ts', import.meta.url)), folder.path],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const died = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let writing = false
  for await (const line of createInterface({ input: child.stdout })) {
    const said = saidSchema.safeParse(parse(line))
    if (!said.success) continue
    if ('acknowledged' in said.data) {
      for (const id of said.data.acknowledged) acknowledged.add(id)
      if (!writing) {
        writing = true
        // a different moment in every round, some of them in the middle of a write
        setTimeout(() => child.kill('SIGKILL'), (round * 37) % 150)
      }
      continue
    }
    const { found, sound, fault } = said.data
    const missing = acknowledged.difference(new Set(found))
    if (missing.size > 0 || !sound) child.kill('SIGKILL')
    expect([...missing], `round ${round}`).toEqual([])
    expect(sound, `round ${round}: ${JSON.stringify(fault)}`).toBe(true)
  }
  await died
  expect(writing, `round ${round}: the process wrote before it was killed`).toBe(true)
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // the line that the kill cut off: nobody was told
    return null
  }
}
