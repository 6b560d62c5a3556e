/**
 * The server is killed with no warning while several writers record through its API, again and again, and started on the
 * same records: every statement that was acknowledged must be there each time. In every fifth round a silence is open
 * meanwhile, and ends while the server is down. With `--without-database` only the journal is left at each start.
 *
 * `npm run drill -- kill --rounds 100 [--engine postgres | --without-database]`; with `DATABASE_URL` the records are in that database.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '@demarche/testkit'
import { z } from 'zod'
import type { Drill } from './drill.ts'
import { addPeople } from './people.ts'
import { recordsFor } from './records.ts'
import { jsonHeaders, type ServerProcess, startServer } from './server-process.ts'
import { openSilence, type SilenceUnderWay, whatIsWrongWith } from './silence-over-a-kill.ts'

const WRITERS = 4
const ROUNDS_PER_SILENCE = 5
const acknowledgedSchema = z.looseObject({ statement: z.looseObject({ id: z.string() }) })
const verdictSchema = z.object({
  sound: z.boolean(),
  statements: z.number(),
  journal: z.string(),
  audit: z.object({ entries: z.number() }),
})

export const killServer: Drill = async ({ rounds = 100, seed = 1, engine, withoutDatabase = false, say }) => {
  const records = await recordsFor(engine)
  const acknowledged: string[] = []
  let missing = 0
  let proven = 0
  let silences = 0
  const wrong: string[] = []
  let running: ServerProcess | null = null
  try {
    if (withoutDatabase && records.databaseUrl !== undefined)
      throw new Error('--without-database is for the embedded store: a server has no journal beside it')
    say(`on ${records.engine}${withoutDatabase ? ', its database folder deleted before each start' : ''}`)
    const [writer = '', delegate = '', chair = '', auditor = ''] = await addPeople(
      records.folder,
      records.databaseUrl,
      [
        { party: 'EE', role: 'desk-officer' },
        { party: 'EE', role: 'delegate' },
        { party: 'IE', role: 'chair' },
        { party: 'EU', role: 'auditor' },
      ],
    )
    const port = await freePort()
    let entity: string | null = null
    let silence: SilenceUnderWay | null = null
    const prove = async (server: ServerProcess, ids: readonly string[]): Promise<void> => {
      const headers = jsonHeaders(server, writer)
      for (const id of ids) {
        const answer = await fetch(`${server.address}/api/statements/${id}`, { headers })
        if (answer.status !== 200) missing += 1
        await answer.body?.cancel()
        proven += 1
      }
    }
    const loseDatabase = async (): Promise<void> => {
      if (withoutDatabase) await rm(join(records.folder, 'database'), { recursive: true })
    }
    for (let round = 0; round < rounds; round += 1) {
      if (round > 0) await loseDatabase()
      const server = await startServer(records.settings, port)
      running = server
      const headers = jsonHeaders(server, writer)
      entity ??= await openCase(server.address, headers, 'A case of a drill')
      if (silence) {
        wrong.push(...(await whatIsWrongWith(server, chair, silence)))
        silence = null
      }
      // those of the last round, and a few of all before
      await prove(server, [
        ...acknowledged.slice(-100),
        ...acknowledged.filter((_, index) => index % 97 === round % 97),
      ])
      const killed = { yet: false }
      const address = `${server.address}/api/cases/${encodeURIComponent(entity)}/statements`
      const writers = Array.from({ length: WRITERS }, async (_, number) => {
        for (let turn = 0; !killed.yet; turn += 1) {
          try {
            const answer = await fetch(address, {
              method: 'POST',
              headers,
              body: JSON.stringify(aStatement(`round ${round}, writer ${number}, turn ${turn}`)),
            })
            if (answer.status === 201)
              acknowledged.push(acknowledgedSchema.parse(await answer.json()).statement.id)
            else throw new Error(`refused with ${answer.status}: ${await answer.text()}`)
          } catch (error) {
            if (!killed.yet) throw error
          }
        }
      })
      const writing = Promise.all(writers)
      // a writer that fails ends the drill below
      writing.catch(() => undefined)
      if (round % ROUNDS_PER_SILENCE === 0) {
        // a procedure is opened on the case as its rights check was read (RGT-08): the writers leave this one alone
        const quiet = await openCase(server.address, headers, `The case of the silence of round ${round}`)
        silence = await openSilence(server, { delegate, chair, entity: quiet, round })
        silences += 1
      }
      await pause(50 + ((round * 7919 + seed * 104_729) % 900))
      killed.yet = true
      await server.end('SIGKILL')
      await writing
      if (silence) await pause(Math.max(0, Date.parse(silence.until) - Date.now()) + 50)
      if ((round + 1) % 10 === 0)
        say(
          `${round + 1} of ${rounds} rounds, ${acknowledged.length} acknowledged, ${missing} missing, ${wrong.length} silences wrong`,
        )
    }
    await loseDatabase()
    const last = await startServer(records.settings, port)
    running = last
    if (silence) wrong.push(...(await whatIsWrongWith(last, chair, silence)))
    await prove(last, acknowledged)
    const verdict = await verify(last, auditor)
    await last.end('SIGTERM')
    for (const one of wrong) say(one)
    say(
      `${rounds} rounds, ${acknowledged.length} acknowledged writes, ${proven} reads of them after a kill: ${missing} missing`,
    )
    say(`${silences} silences that ended while the server was down: ${wrong.length} wrong afterwards`)
    say(`verification afterwards: ${JSON.stringify(verdict)}`)
    const holds = verdict.sound && verdict.statements > acknowledged.length
    return missing === 0 && acknowledged.length > 0 && wrong.length === 0 && holds
  } finally {
    await running?.end('SIGKILL')
    await records.remove()
  }
}

/** Has the server prove its records, and waits for the outcome. */
async function verify(server: ServerProcess, auditor: string): Promise<z.infer<typeof verdictSchema>> {
  const url = `${server.address}/api/audit/verification`
  const headers = { cookie: auditor, origin: server.address }
  await (await fetch(url, { method: 'POST', headers })).body?.cancel()
  for (;;) {
    const { last } = z
      .looseObject({ last: verdictSchema.nullable() })
      .parse(await (await fetch(url, { headers })).json())
    if (last) return last
    await pause(100)
  }
}

async function openCase(address: string, headers: Record<string, string>, name: string): Promise<string> {
  const answer = await fetch(`${address}/api/cases`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      ...aStatement('the case'),
      assertions: [{ property: 'name', value: name }],
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
