/**
 * LED-06: what was acknowledged survives the death of the process at any moment, and the loss of the database folder; what
 * was erased stays so (LED-10).
 */
import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { aFolder } from './ledgers.ts'

const ROUNDS = 30

const saidSchema = z.union([
  z.object({ found: z.array(z.string()), sound: z.boolean(), fault: z.unknown() }),
  z.object({ acknowledged: z.array(z.string()) }),
  z.object({ erasing: z.string() }),
  z.object({ erased: z.string() }),
])

/** What the processes said of their statements before they were killed. */
interface Told {
  readonly acknowledged: Set<string>
  /** an erasure was begun: whether it was carried out, nobody was told */
  readonly erasing: Set<string>
  readonly erased: Set<string>
}

test.concurrent.each(['kept', 'deleted'] as const)(
  `LED-06 killed ${ROUNDS} times while writing and erasing, its database folder %s each time: nothing acknowledged is missing`,
  async (database) => {
    const folder = aFolder()
    try {
      const told: Told = { acknowledged: new Set(), erasing: new Set(), erased: new Set() }
      for (let round = 0; round < ROUNDS; round += 1) {
        await liveAndDie(folder.path, told, round)
        if (database === 'deleted') await rm(join(folder.path, 'database'), { recursive: true })
      }
      // once more, for what the last life said
      await liveAndDie(folder.path, told, ROUNDS)
      expect(told.acknowledged.size).toBeGreaterThan(ROUNDS)
      expect(told.erased.size).toBeGreaterThan(0)
    } finally {
      folder.remove()
    }
  },
  1_200_000,
)

/** One life: checks what the process finds, lets it write for a while, kills it with no warning. */
async function liveAndDie(
  folder: string,
  { acknowledged, erasing, erased }: Told,
  round: number,
): Promise<void> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./append-forever.ts', import.meta.url)), folder],
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
    } else if ('erasing' in said.data) erasing.add(said.data.erasing)
    else if ('erased' in said.data) erased.add(said.data.erased)
    else {
      const { sound, fault } = said.data
      const found = new Set(said.data.found)
      const missing = acknowledged.difference(erasing).difference(found)
      const revived = erased.intersection(found)
      if (missing.size > 0 || revived.size > 0 || !sound) child.kill('SIGKILL')
      expect([...missing], `round ${round}`).toEqual([])
      expect([...revived], `round ${round}`).toEqual([])
      expect(sound, `round ${round}: ${JSON.stringify(fault)}`).toBe(true)
    }
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
