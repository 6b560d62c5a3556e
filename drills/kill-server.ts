/**
 * The server is killed with no warning while several writers record through its API, again and again, and started on the
 * same records: every statement that was acknowledged must be there each time.
 *
 * `npm run drill -- kill --rounds 100`; with `DATABASE_URL` the records are in that database.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@demarche/testkit'
import { z } from 'zod'
import type { Drill } from './drill.ts'
import { jsonHeaders, signInByLink, startServer } from './server-process.ts'

const WRITERS = 4
const acknowledgedSchema = z.looseObject({ statement: z.looseObject({ id: z.string() }) })

export const killServer: Drill = async ({ rounds = 100, seed = 1, say }) => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-kill-'))
  const port = await freePort()
  const acknowledged: string[] = []
  let cookie: string | null = null
  let entity: string | null = null
  let missing = 0
  let proven = 0
  try {
    for (let round = 0; round < rounds; round += 1) {
      const server = await startServer({ DEMARCHE_DATA: folder }, port)
      cookie ??= await signInByLink(server)
      const headers = jsonHeaders(server, cookie)
      entity ??= await openCase(server.address, headers)
      // those of the last round, and a few of all before
      const asked = [
        ...acknowledged.slice(-200),
        ...acknowledged.filter((_, index) => index % 97 === round % 97),
      ]
      for (const id of asked) {
        const answer = await fetch(`${server.address}/api/statements/${id}`, { headers })
        if (answer.status !== 200) missing += 1
        await answer.body?.cancel()
        proven += 1
      }
      let dead = false
      const address = `${server.address}/api/cases/${encodeURIComponent(entity)}/statements`
      const writers = Array.from({ length: WRITERS }, async (_, writer) => {
        for (let turn = 0; !dead; turn += 1) {
          try {
            const answer = await fetch(address, {
              method: 'POST',
              headers,
              body: JSON.stringify(aStatement(`round ${round}, writer ${writer}, turn ${turn}`)),
            })
            if (answer.status === 201)
              acknowledged.push(acknowledgedSchema.parse(await answer.json()).statement.id)
            else throw new Error(`refused with ${answer.status}: ${await answer.text()}`)
          } catch (error) {
            if (!dead) throw error
          }
        }
      })
      await new Promise((resolve) => setTimeout(resolve, 50 + ((round * 7919 + seed * 104_729) % 400)))
      dead = true
      await server.end('SIGKILL')
      await Promise.all(writers)
      if ((round + 1) % 10 === 0)
        say(`${round + 1} of ${rounds} rounds, ${acknowledged.length} acknowledged, ${missing} missing`)
    }
    const last = await startServer({ DEMARCHE_DATA: folder }, port)
    const headers = jsonHeaders(last, cookie ?? '')
    for (const id of acknowledged) {
      const answer = await fetch(`${last.address}/api/statements/${id}`, { headers })
      if (answer.status !== 200) missing += 1
      await answer.body?.cancel()
    }
    await last.end('SIGTERM')
    say(
      `${rounds} rounds, ${acknowledged.length} acknowledged writes, ${proven} asked for on the way and all at the end: ${missing} missing`,
    )
    return missing === 0 && acknowledged.length > 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function openCase(address: string, headers: Record<string, string>): Promise<string> {
  const answer = await fetch(`${address}/api/cases`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      ...aStatement('the case'),
      assertions: [{ property: 'name', value: 'A case of a drill' }],
    }),
  })
  return z.looseObject({ entity: z.string() }).parse(await answer.json()).entity
}

function aStatement(summary: string) {
  return {
    assertions: [{ property: 'summary', value: summary }],
    source: { document: `Note: ${summary}`, date: '2026-11-20', verified: true },
    grading: { reliability: 'B', credibility: '2' },
    marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
  }
}
