/**
 * What a page of a case costs as its statements grow: the same questions of cases with few and with many statements, in turns in
 * one run, as a ratio of processor time. The database of the bench runs in this process, so its work is counted too.
 */
import { signRightsCheck } from '../drills/rights-check.ts'
import { z } from 'zod'
import {
  aNewCase,
  type DeskUnderTest,
  openDesk,
  type SignedInForTest,
} from '../packages/server/test/desk-under-test.ts'
import type { BenchLine } from './bench-line.ts'

const FEW = 10
const MANY = 300
/** of each size; the pages of all are asked for in turns */
const CASES = 3
const TURNS = 12
const entitySchema = z.looseObject({ entity: z.string() })

interface Case {
  readonly entity: string
  readonly procedure: string
}

export async function run(): Promise<readonly BenchLine[]> {
  const desk = await openDesk({ clock: () => new Date() })
  try {
    const delegate = await desk.signInAs({ party: 'EE', role: 'delegate' })
    const few = await casesOf(desk, delegate, FEW)
    const many = await casesOf(desk, delegate, MANY)
    const pages: readonly (readonly [string, (one: Case, turn: number) => Promise<void>])[] = [
      ['a statement about it', say(delegate)],
      ['its dossier just after', ({ entity }) => read(delegate, `/api/cases/${entity}/dossier`)],
      ['its dossier again', ({ entity }) => read(delegate, `/api/cases/${entity}/dossier`)],
      ['its procedure', ({ procedure }) => read(delegate, `/api/procedures/${procedure}`)],
      ['the list of procedures', () => read(delegate, '/api/procedures')],
      ['the list of cases', () => read(delegate, '/api/cases?limit=50')],
    ]
    const spent = pages.map(() => ({ few: 0, many: 0 }))
    for (let turn = -2; turn < TURNS; turn += 1) {
      for (const [size, cases] of [
        ['few', few],
        ['many', many],
      ] as const) {
        for (const one of cases) {
          for (const [place, [, ask]] of pages.entries()) {
            const began = process.cpuUsage()
            await ask(one, turn)
            const { user, system } = process.cpuUsage(began)
            const sum = spent[place]
            if (sum && turn >= 0) sum[size] += (user + system) / 1000 / (TURNS * CASES)
          }
        }
      }
    }
    return pages.flatMap(([name], place): BenchLine[] => {
      const sum = spent[place]
      if (!sum) return []
      return [
        {
          name: `${name}, with ${MANY} statements against ${FEW}`,
          value: sum.many / sum.few,
          unit: 'times',
          against: `${sum.many.toFixed(1)} ms against ${sum.few.toFixed(1)} ms of processor time`,
        },
      ]
    })
  } finally {
    await desk.close()
  }
}

async function casesOf(
  desk: DeskUnderTest,
  delegate: SignedInForTest,
  size: number,
): Promise<readonly Case[]> {
  const post = async (url: string, payload: object): Promise<unknown> => {
    const answer = await delegate.ask({ method: 'POST', url, payload })
    if (answer.statusCode !== 201) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
    return answer.json()
  }
  const cases: Case[] = []
  for (let number = 0; number < CASES; number += 1) {
    const { entity } = entitySchema.parse(await post('/api/cases', aNewCase(`Case ${number} of ${size}`)))
    await signRightsCheck(post, entity, 'stab-hr-declaration')
    const opened = await post(`/api/cases/${entity}/procedures`, {
      measure: 'stab-hr-declaration',
      path: 'normal',
      title: `Declaration ${number}`,
      reason: 'A joint voice.',
      marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
    })
    const one = { entity, procedure: entitySchema.parse(opened).entity }
    cases.push(one)
    const recorded = (await desk.office.dossiers.statements(READER, entity)).length
    for (let turn = recorded; turn < size; turn += 1) await say(delegate)(one, -turn - 10)
  }
  return cases
}

const READER = {
  party: 'EE',
  person: 'person:aaaaaaaaaaaaaaaa',
  role: 'desk-officer',
  maxDistribution: 'LIMITE',
  maxTlp: 'TLP:RED',
} as const

const say =
  (delegate: SignedInForTest) =>
  async ({ entity }: Case, turn: number): Promise<void> => {
    const payload = { ...aNewCase(''), assertions: [{ property: 'summary', value: `Seen in turn ${turn}` }] }
    const answer = await delegate.ask({ method: 'POST', url: `/api/cases/${entity}/statements`, payload })
    if (answer.statusCode !== 201) throw new Error(answer.body)
  }

async function read(delegate: SignedInForTest, url: string): Promise<void> {
  const { statusCode, body } = await delegate.ask({ url })
  if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${body}`)
}
