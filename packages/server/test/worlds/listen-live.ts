/**
 * Somebody's live updates on two desks at once: what was told so far must be the same on both.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { DeskUnderTest } from '../desk-under-test.ts'

export interface LivePair {
  /** @throws Error when the desks have told different things */
  compare(when: string): Promise<void>
  close(): void
}

/** far longer than a desk under test waits between two looks */
const A_WHILE = 60
/** on a busy machine it takes longer; what was told must be the same in the end */
const MOST_WAITS = 50

export async function listenLive(
  desks: readonly [DeskUnderTest, DeskUnderTest],
  cookies: Record<string, string>,
): Promise<LivePair> {
  const open = await Promise.all(
    desks.map(async ({ app }) => {
      const response = await app.inject({ url: '/api/live', cookies, payloadAsStream: true })
      let told = ''
      response.stream().on('data', (chunk: Buffer) => void (told += chunk.toString()))
      return {
        // changes that come close together may be told in one event or in two
        keys() {
          const events = [...told.matchAll(/^data: (.*)$/gm)].flatMap(([, data]) => changesOf(data ?? ''))
          return [...new Set(events)].toSorted().join('\n')
        },
        close: () => response.raw.res.destroy(),
      }
    }),
  )
  return {
    async compare(when) {
      let told: readonly string[] = []
      for (let wait = 0; wait < MOST_WAITS; wait += 1) {
        await pause(A_WHILE)
        told = open.map((one) => one.keys())
        if (told[0] === told[1]) return
      }
      throw new Error(`live updates after ${when}:\n  with:    ${told[0]}\n  without: ${told[1]}`)
    },
    close() {
      for (const one of open) one.close()
    },
  }
}

const changeSchema = z.object({ changed: z.array(z.unknown()) }).nullable()

function changesOf(data: string): readonly string[] {
  return (changeSchema.parse(JSON.parse(data))?.changed ?? []).map((key) => JSON.stringify(key))
}
