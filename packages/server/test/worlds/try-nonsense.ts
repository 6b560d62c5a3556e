/**
 * Malformed requests to every route of a desk: none may end in a defect, leak the machine, or be refused without a reason.
 *
 * Next door: `nonsense.ts` makes requests, `spoilt-files.ts` makes files for the importers.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { problemCodes } from './problem-codes.ts'
import { signRightsCheck } from '../a-rights-check.ts'
import { aNewCase, openDesk } from '../desk-under-test.ts'
import { diceOf } from './draw.ts'
import { nonsenseTo } from './nonsense.ts'
import { COMMON_WORDS } from './questions.ts'
import { spoiltFile } from './spoilt-files.ts'

/** What the answer says; a long one comes packed where the request takes that. */
function unpacked(bytes: Buffer, encoding: unknown): string {
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync, deflate: inflateSync }[String(encoding)]
  return (unpack && bytes.length > 0 ? unpack(bytes) : bytes).toString('utf8')
}

export interface NonsenseTrial {
  readonly requests: number
  readonly files: number
  /** how many answers of each status */
  readonly statuses: ReadonlyMap<number, number>
  readonly faults: readonly string[]
  /** after a fifth of the requests, and at the end; megabytes */
  readonly before: Memory
  readonly after: Memory
  readonly seconds: number
}

export interface NonsenseOptions {
  readonly rounds: number
  readonly seed: number
  readonly say?: (line: string) => void
  /** one file for an importer after so many requests */
  readonly requestsPerFile?: number
}

/** What no answer may hold: paths of this machine and lines of a stack. */
const LEAKS = /(?:\/(?:work|home|root|tmp|usr)\/[\w.-]+)|node_modules|file:\/\/|\n\s+at \S+ \(|\.ts:\d+/

export async function tryNonsense({
  rounds,
  seed,
  say = () => undefined,
  requestsPerFile = 100,
}: NonsenseOptions): Promise<NonsenseTrial> {
  const desk = await openDesk({ maxUploadBytes: 300_000, publicPage: true })
  const dice = diceOf(seed)
  const statuses = new Map<number, number>()
  const faults: string[] = []
  const began = performance.now()
  let files = 0
  try {
    const administrator = await desk.signInAs({ party: 'EE', role: 'administrator' })
    const delegate = await desk.signInAs({ party: 'EE', role: 'delegate' })
    const auditor = await desk.signInAs({ party: 'FI', role: 'auditor' })
    // works with files alone, so nothing that is asked ends this session
    const importer = await desk.signInAs({ party: 'EE', role: 'analyst' })
    const roles = ['delegate', 'delegate', 'desk-officer', 'auditor', 'administrator'] as const
    const people = [delegate, delegate, desk.officer, auditor, administrator]
    const opened = (
      await delegate.ask({
        method: 'POST',
        url: '/api/cases',
        payload: { ...aNewCase('Rain'), marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' } },
      })
    ).json()
    await signRightsCheck(delegate, opened.entity, ['stab-hr-declaration'])
    const procedure = (
      await delegate.ask({
        method: 'POST',
        url: `/api/cases/${opened.entity}/procedures`,
        payload: {
          measure: 'stab-hr-declaration',
          path: 'normal',
          title: 'Declaration',
          reason: 'A joint voice.',
          marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
        },
      })
    ).json()
    const pool = [
      opened.entity,
      opened.statement.id,
      procedure.entity,
      procedure.statement.id,
      'case:viasat-kasat-2022',
      delegate.person,
      ...COMMON_WORDS,
      ...(desk.office.doctrine.documents ?? []).slice(0, 5).map(({ id }) => id),
    ]
    const routes = desk.app.registeredRoutes.filter(({ method }) => method !== 'HEAD')
    const note = (fault: string): void => {
      if (faults.length < 20) faults.push(fault.slice(0, 800))
    }
    let before = megabytes()
    for (let round = 0; round < rounds; round += 1) {
      // what is compiled and kept at first is no leak
      if (round === Math.floor(rounds / 5)) before = megabytes()
      const route = routes[round % routes.length]
      const who = Math.floor(dice() * people.length)
      const person = people[who]
      if (!route || !person) continue
      const address = `10.${(round >> 16) & 255}.${(round >> 8) & 255}.${round & 255}`
      if (round % requestsPerFile === requestsPerFile - 1) {
        files += 1
        const { name, bytes } = spoiltFile(dice)
        const started = await desk.app.inject({
          method: 'POST',
          url: `/api/imports?filename=${encodeURIComponent(name)}`,
          headers: { 'content-type': 'application/octet-stream' },
          cookies: importer.cookies,
          payload: bytes,
        })
        const job: { id?: string } = started.json()
        for (let wait = 0; job.id !== undefined && wait < 2000; wait += 1) {
          const { state, problem } = (
            await desk.app.inject({ url: `/api/imports/${job.id}`, cookies: importer.cookies })
          ).json()
          if (state === 'refused' && !(problem?.message?.length > 10))
            note(`${name} refused without a reason`)
          if (state !== 'reading' && state !== 'recording') break
          if (wait === 1999) note(`${name} is still being read`)
          await pause(5)
        }
      }
      const request = nonsenseTo(route, dice, pool, person.cookies)
      const where = `${request.method} ${String(request.url).slice(0, 200)} ${String(request.payload ?? '').slice(0, 300)}`
      try {
        const response = await desk.app.inject({ ...request, remoteAddress: address, payloadAsStream: true })
        const chunks: Buffer[] = []
        const endless = String(response.headers['content-type']).startsWith('text/event-stream')
        for await (const chunk of response.stream()) {
          chunks.push(Buffer.from(chunk))
          if (endless) break
        }
        if (endless) response.raw.res.destroy()
        const { statusCode: status, headers } = response
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        const body = unpacked(Buffer.concat(chunks), headers['content-encoding'])
        if (status >= 500 && status !== 503) note(`${status}: ${where}: ${body}`)
        // signed out, or closed: somebody else goes on
        if (
          status === 401 &&
          (await desk.app.inject({ url: '/api/session', cookies: person.cookies })).statusCode === 401
        )
          people[who] = await desk.signInAs({ party: 'EE', role: roles[who] ?? 'delegate' })
        if (status < 400) continue
        if (LEAKS.test(body.replaceAll(String(request.url), ''))) note(`leak: ${where}: ${body}`)
        if (request.method !== 'HEAD' && !String(headers['content-type']).startsWith('text/html')) {
          const said = problemCodes.safeParse(parsed(body))
          if (!said.success) note(`no reason given: ${status} ${where}: ${body}`)
        }
      } catch (error) {
        note(`thrown: ${where}: ${String(error)}`)
      }
      if ((round + 1) % 5000 === 0)
        say(
          `${round + 1} of ${rounds}, ${Math.round(((round + 1) / (performance.now() - began)) * 1000)} requests/s, ${Math.round(megabytes().inUse)} MB in use`,
        )
    }
    for (const { request, error } of desk.defects)
      note(`defect in ${request}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return {
      requests: rounds,
      files,
      statuses,
      faults,
      before,
      after: megabytes(),
      seconds: (performance.now() - began) / 1000,
    }
  } finally {
    await desk.close()
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

interface Memory {
  /** what is still in use after everything that is not was given back */
  readonly inUse: number
  /** what the process holds of the machine */
  readonly held: number
}

function megabytes(): Memory {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { inUse: (heapUsed + external) / 2 ** 20, held: rss / 2 ** 20 }
}
