/**
 * Many people at work at once: each reads lists, dossiers, procedures, searches and a meeting, and now and then records a
 * statement or states a position, with pauses in between as people make them.
 *
 * `npm run drill -- load --users 50 --minutes 1`, `--engine postgres --servers 2 --users 500 --minutes 10`.
 */
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { MEMBER_STATES } from '@demarche/core'
import { z } from 'zod'
import { diceOf, pick } from '../packages/server/test/worlds/draw.ts'
import { type Client, type ClientAnswer, openClient } from './client.ts'
import type { Drill } from './drill.ts'
import { addPeople, type Member } from './people.ts'
import { recordsFor } from './records.ts'
import { signRightsCheck } from './rights-check.ts'
import { jsonHeaders, type ServerProcess, startServer } from './server-process.ts'

/** seconds between two requests of one person, on average: somebody reads what was asked for */
const THINKING = 5
/** cases are worked on by some people each, and at least so many there are */
const PEOPLE_PER_CASE = 4
const FEWEST_CASES = 12
/** of the clock by which Linux counts processor time, in a second */
const TICKS = 100
const READ_TARGET = 20
/** milliseconds between two looks at how late this process is itself */
const OWN_BEAT = 5
const STALE = 409
const MOST_ATTEMPTS = 5
const POSITIONS = ['support', 'can-accept', 'scrutiny-reserve']
const entitySchema = z.looseObject({ entity: z.string() })
const shownSchema = z.looseObject({ head: z.string() })

interface Measured {
  readonly reads: Map<string, number[]>
  /** of each read what it took and in which second of the run it was asked */
  readonly moments: { readonly took: number; readonly second: number }[]
  readonly writes: number[]
  readonly errors: string[]
  /** writes that were refused because somebody else wrote first, and made again */
  stale: number
}
type Ask = (what: string, url: string, body?: object) => Promise<ClientAnswer | null>

export const load: Drill = async ({ users = 50, minutes = 1, servers = 1, engine, seed = 1, say }) => {
  const records = await recordsFor(engine)
  const running: ServerProcess[] = []
  try {
    const members = Array.from({ length: users }, (_, index): Member => {
      const party = MEMBER_STATES[index % MEMBER_STATES.length] ?? 'EE'
      return { party, role: 'delegate' }
    })
    const cookies = await addPeople(
      records.folder,
      records.databaseUrl ?? records.settings['DATABASE_URL'],
      members,
    )
    for (let index = 0; index < servers; index += 1) running.push(await startServer(records.settings))
    const [first] = running
    if (!first) throw new Error('expected at least one server')
    const about = await someCases(first, cookies[0] ?? '', users)
    say(`${users} people, ${servers} server process(es), ${records.engine}; load average ${loads()}`)
    const clients = running.map(({ address }) => openClient(address))
    const own = monitorEventLoopDelay({ resolution: OWN_BEAT })
    own.enable()
    const until = performance.now() + minutes * 60_000
    const busyBefore = processorSeconds(running)
    const measured: Measured = { reads: new Map(), moments: [], writes: [], errors: [], stale: 0 }
    await Promise.all(
      cookies.map(async (cookie, index) => {
        const server = running[index % running.length]
        const client = clients[index % running.length]
        if (server && client) await work(server, client, cookie, index, seed, about, until, measured)
      }),
    )
    own.disable()
    for (const client of clients) client.close()
    const reads = [...measured.reads.values()].flat()
    for (const [what, times] of [...measured.reads].toSorted()) say(`  ${what}: ${describe(times)}`)
    say(`reads: ${describe(reads)} (target: p95 of ${READ_TARGET} ms)`)
    say(`  the slowest hundredth of them: ${describeSlowest(measured.moments)}`)
    say(`writes: ${describe(measured.writes)}; ${measured.stale} came second and were made again`)
    say(`this process was late itself, which is part of all these times: ${describeOwn(own)}`)
    for (const error of measured.errors.slice(0, 10)) say(error)
    const busy = processorSeconds(running) - busyBefore
    const all = reads.length + measured.writes.length
    say(
      `processor time of the servers: ${busy.toFixed(1)} s, ${((busy / all) * 1000).toFixed(1)} ms a request`,
    )
    say(`${all} requests in ${minutes} min, ${measured.errors.length} errors; load average ${loads()}`)
    return measured.errors.length === 0 && measured.writes.length > 0
  } finally {
    await Promise.all(running.map((server) => server.end('SIGTERM')))
    await records.remove()
  }
}

interface About {
  readonly cases: readonly string[]
  readonly procedures: readonly string[]
}

async function someCases(server: ServerProcess, cookie: string, users: number): Promise<About> {
  const headers = jsonHeaders(server, cookie)
  const send = async (url: string, body: object): Promise<unknown> => {
    const answer = await fetch(`${server.address}${url}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    if (answer.status !== 201) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const post = async (url: string, body: object): Promise<string> =>
    entitySchema.parse(await send(url, body)).entity
  const cases: string[] = []
  const procedures: string[] = []
  for (let number = 0; number < Math.max(FEWEST_CASES, users / PEOPLE_PER_CASE); number += 1) {
    const entity = await post('/api/cases', statement('name', `Case ${number} under load`))
    cases.push(entity)
    if (number % 3 > 0) continue
    await signRightsCheck(send, entity, 'stab-hr-declaration')
    procedures.push(
      await post(`/api/cases/${encodeURIComponent(entity)}/procedures`, {
        measure: 'stab-hr-declaration',
        path: 'normal',
        title: `Declaration ${number}`,
        reason: 'A joint voice.',
        marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
      }),
    )
  }
  return { cases: [...cases, 'case:viasat-kasat-2022'], procedures }
}

async function work(
  server: ServerProcess,
  client: Client,
  cookie: string,
  index: number,
  seed: number,
  { cases, procedures }: About,
  until: number,
  measured: Measured,
): Promise<void> {
  const { reads, writes, errors } = measured
  const dice = diceOf(seed * 10_007 + index)
  const headers = jsonHeaders(server, cookie)
  const ask: Ask = async (what, url, body) => {
    const began = performance.now()
    try {
      const answer = await client.ask(url, headers, body)
      const took = performance.now() - began
      if (answer.status === STALE) measured.stale += 1
      else if (answer.status >= 300) errors.push(`${what}: ${answer.status} ${answer.text().slice(0, 300)}`)
      else if (body) writes.push(took)
      else {
        measured.moments.push({ took, second: Math.floor(began / 1000) })
        const times = reads.get(what) ?? []
        times.push(took)
        reads.set(what, times)
      }
      return answer
    } catch (error) {
      errors.push(`${what}: ${String(error)}`)
      return null
    }
  }
  await pause(dice() * THINKING * 1000)
  for (let turn = 0; performance.now() < until; turn += 1) {
    const entity = encodeURIComponent(pick(dice, cases) ?? '')
    const procedure = encodeURIComponent(pick(dice, procedures) ?? '')
    const kind = dice()
    if (kind < 0.25) await ask('list of cases', '/api/cases?limit=50')
    else if (kind < 0.4) await ask('search', `/api/cases?q=${pick(dice, ['case', 'viasat', 'load', 'port'])}`)
    else if (kind < 0.6) await ask('dossier', `/api/cases/${entity}/dossier`)
    else if (kind < 0.7) await ask('procedures', '/api/procedures')
    else if (kind < 0.85) await ask('procedure', `/api/procedures/${procedure}`)
    else if (kind < 0.9) await ask('meeting', '/api/meetings/hwpci')
    else if (kind < 0.95) {
      const said = statement('summary', `Seen by ${index}, turn ${turn}`)
      await ask('statement', `/api/cases/${entity}/statements`, said)
    } else await statePosition(ask, procedure, pick(dice, POSITIONS) ?? 'support')
    await pause(dice() * 2 * THINKING * 1000)
  }
}

/** As the desk does it: where somebody else acted meanwhile, it looks again. */
async function statePosition(ask: Ask, procedure: string, position: string): Promise<void> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const shown = await ask('procedure', `/api/procedures/${procedure}`)
    if (shown?.status !== 200) return
    const { head } = shownSchema.parse(JSON.parse(shown.text()))
    const act = { act: { verb: 'state-position', position }, follows: head }
    if ((await ask('position', `/api/procedures/${procedure}/acts`, act))?.status !== STALE) return
  }
}

function statement(property: string, value: string) {
  return {
    assertions: [{ property, value }],
    source: { document: value, date: '2026-11-20', verified: true },
    grading: { reliability: 'B', credibility: '2' },
    marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
  }
}

function describe(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): string =>
    `${(sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN).toFixed(1)} ms`
  return `${times.length}, p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, longest ${at(1)}`
}

/** Whether something stopped everything for a while, or answers here and there are dear. */
function describeSlowest(moments: Measured['moments']): string {
  const slowest = moments.toSorted((a, b) => b.took - a.took).slice(0, Math.ceil(moments.length / 100))
  const bySecond = [...Map.groupBy(slowest, ({ second }) => second).values()].map(({ length }) => length)
  const worst = bySecond.toSorted((a, b) => b - a).slice(0, 5)
  return `${slowest.length} in ${bySecond.length} seconds of the run, most in one: ${worst.join(', ')}`
}

/** Beyond the beat by which it is measured. */
function beyond(nanoseconds: number): string {
  return `${Math.max(0, nanoseconds / 1e6 - OWN_BEAT).toFixed(1)} ms`
}

/** All people are one process: where it is late, it sees an answer later than it came. */
function describeOwn(late: ReturnType<typeof monitorEventLoopDelay>): string {
  const at = (percentile: number): string => beyond(late.percentile(percentile))
  return `p50 ${at(50)}, p95 ${at(95)}, p99 ${at(99)}, longest ${beyond(late.max)}`
}

/** What the servers have used so far, all threads together; says more than elapsed time on a machine that others use. */
function processorSeconds(servers: readonly ServerProcess[]): number {
  return servers.reduce((sum, server) => {
    const text = readFileSync(`/proc/${server.process.pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return sum + (Number(fields[11]) + Number(fields[12])) / TICKS
  }, 0)
}

const loads = (): string =>
  loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')
