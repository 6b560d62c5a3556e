/**
 * What the page of a partner, lists and the picture by goals cost over 100,000 records of the portfolio, access rules on, and how
 * that grows.
 *
 * Records are drawn from a seed: projects, meetings, commitments and the rest under four markings, tied to the countries of
 * the world, some far more often than others.
 */
import { COUNTRY_CODES, type DraftStatement, type Marking, PUBLIC } from '@demarche/core'
import { openDesk, type DeskUnderTest } from '../packages/server/test/desk-under-test.ts'
import { diceOf, pick, type Dice } from '../packages/server/test/worlds/draw.ts'
import { authorOf } from '../packages/server/test/worlds/a-world.ts'
import type { BenchLine } from './bench-line.ts'

const SIZES = [10_000, 100_000] as const
const TIMES = 60
const CHANGES = 9
const PIECE = 10_000
/** the first is met most often: in some six records of a hundred */
const COUNTRIES = COUNTRY_CODES
const WORDS =
  'training incident response strategy law prosecutors forensics exercise network awareness ports energy grid evidence'.split(
    ' ',
  )
const KINDS = ['project', 'project', 'project', 'meeting', 'commitment', 'implementation', 'restriction']
const PROCESSES = ['process:dialogue-us', 'process:dialogue-jp', 'process:dialogue-kr']
const MARKINGS: readonly Marking[] = [
  PUBLIC,
  PUBLIC,
  { distribution: 'LIMITE', tlp: 'TLP:GREEN' },
  { distribution: 'LIMITE', tlp: 'TLP:RED', releasableTo: ['FR'] },
]

export async function run(): Promise<readonly BenchLine[]> {
  const lines: BenchLine[] = []
  const medians: number[] = []
  const pictures: number[] = []
  const desk = await openDesk()
  try {
    const dice = diceOf(11)
    let recorded = 0
    for (const size of SIZES) {
      const began = performance.now()
      const added = size - recorded
      for (; recorded < size; recorded += PIECE) {
        const drafts = Array.from({ length: PIECE }, (_, index) => draftOf(recorded + index, dice))
        await desk.office.store.as(authorOf('FR')).append(drafts)
      }
      const seconds = (performance.now() - began) / 1000
      lines.push({ name: `${added} records put on record`, value: added / seconds, unit: 'records/s' })
      const partner = await timesOf(desk, (turn) => `/api/partners/${COUNTRIES[turn % COUNTRIES.length]}`)
      medians.push(partner.p50)
      lines.push({
        name: `page of a partner, p95 with ${size} records`,
        value: partner.p95,
        unit: 'ms',
        against: `p50 ${partner.p50.toFixed(1)} ms; target 50 ms`,
      })
      const list = await timesOf(
        desk,
        (turn) => `/api/portfolio/records?kind=project&place=${COUNTRIES[turn % COUNTRIES.length]}`,
      )
      lines.push({
        name: `projects of a country, p95 with ${size} records`,
        value: list.p95,
        unit: 'ms',
        against: `p50 ${list.p50.toFixed(1)} ms`,
      })
      // the first question counts all; the next ones find it counted
      const [first] = await allTimesOf(desk, () => '/api/portfolio/open-points', 1)
      const open = await timesOf(
        desk,
        (turn) => `/api/portfolio/open-points?kind=project&sort=missing&offset=${turn * 50}`,
      )
      lines.push({
        name: `list of open points, p95 with ${size} records`,
        value: open.p95,
        unit: 'ms',
        against: `p50 ${open.p50.toFixed(1)} ms; the first time ${(first ?? Number.NaN).toFixed(0)} ms`,
      })
      lines.push({
        name: `list of open points right after one change, half within, with ${size} records`,
        value: await afterChanges(desk, '/api/portfolio/open-points', dice),
        unit: 'ms',
      })
      // all of them were put on record within the thirty days that are asked for where nobody names a day
      for (const [what, query] of [
        ['all of it', ''],
        ['nothing of it', '?since=2026-11-21'],
      ] as const) {
        const since = await timesOf(desk, () => `/api/portfolio/changes${query}`)
        lines.push({
          name: `what changed since a day, ${what}, p95 with ${size} records`,
          value: since.p95,
          unit: 'ms',
          against: `p50 ${since.p50.toFixed(1)} ms`,
        })
      }
      // without the search for overlaps, which the screen asks for beside it
      const picture = '/api/portfolio/goals?search=no'
      const goals = await timesOf(desk, () => picture)
      lines.push({
        name: `picture by goals, p95 with ${size} records`,
        value: goals.p95,
        unit: 'ms',
        against: `p50 ${goals.p50.toFixed(1)} ms; target 50 ms`,
      })
      const changed = await afterChanges(desk, picture, dice)
      pictures.push(changed)
      lines.push({
        name: `picture by goals right after one change, half within, with ${size} records`,
        value: changed,
        unit: 'ms',
      })
    }
    lines.push({
      name: 'picture by goals right after one change with ten times as many records',
      value: (pictures[1] ?? Number.NaN) / (pictures[0] ?? Number.NaN),
      unit: 'times as long',
    })
    lines.push({
      name: 'page of a partner with ten times as many records',
      value: (medians[1] ?? Number.NaN) / (medians[0] ?? Number.NaN),
      unit: 'times as long',
    })
    return lines
  } finally {
    await desk.close()
  }
}

function draftOf(index: number, dice: Dice): DraftStatement {
  const turn = index % KINDS.length
  const kind = KINDS[turn] ?? 'project'
  const place = () => COUNTRIES[Math.floor(dice() ** 1.5 * COUNTRIES.length)] ?? 'UA'
  const words = () => Array.from({ length: 8 }, () => pick(dice, WORDS)).join(' ')
  const year = 2015 + Math.floor(dice() * 12)
  const meeting = () => {
    const round = Math.floor((dice() * index) / KINDS.length)
    return `meeting:bench-${round * KINDS.length + KINDS.indexOf('meeting')}`
  }
  const where = [...new Set([place(), place()])]
  const facts: Record<string, string | string[]> = {
    name: `${words()} ${index}`,
    start: `${year}-0${1 + Math.floor(dice() * 9)}`,
    ...(kind === 'project'
      ? { objective: words(), countries: where, themes: ['legislation'], donors: ['EU'], end: `${year + 3}` }
      : {}),
    ...(kind === 'meeting'
      ? { partners: where, format: 'dialogue', agenda: [words()], process: pick(dice, PROCESSES) ?? '' }
      : {}),
    ...(kind === 'commitment'
      ? { by: ['EU'], towards: where, due: `${year + 1}-06-30`, standing: 'open', madeAt: meeting() }
      : {}),
    ...(kind === 'implementation' || kind === 'restriction' ? { party: where.slice(0, 1) } : {}),
  }
  return {
    entity: `${kind}:bench-${index}`,
    kind,
    assertions: Object.entries(facts).map(([property, value]) => ({ property, value })),
    source: { document: `Page ${index}`, verified: true },
    grading: { reliability: 'B', credibility: '2' },
    marking: pick(dice, MARKINGS) ?? PUBLIC,
    assertedBy: 'FR',
    assertedAt: '2026-11-20T09:00:00.000Z',
  }
}

async function timesOf(
  desk: DeskUnderTest,
  urlAt: (turn: number) => string,
): Promise<{ readonly p50: number; readonly p95: number }> {
  const times = (await allTimesOf(desk, urlAt, TIMES)).toSorted((a, b) => a - b)
  return { p50: times[TIMES / 2] ?? Number.NaN, p95: times[Math.floor(TIMES * 0.95)] ?? Number.NaN }
}

let changes = 0

/** What it takes in the middle, in milliseconds, to be answered after one more record each time. */
async function afterChanges(desk: DeskUnderTest, url: string, dice: Dice): Promise<number> {
  const taken: number[] = []
  for (let turn = 0; turn < CHANGES; turn += 1) {
    changes += 1
    // later than what is on record, as what people record is
    const assertedAt = new Date(Date.parse('2026-11-23T10:00:00Z') + changes * 1000).toISOString()
    const draft = { ...draftOf(1_000_000 + changes, dice), assertedAt }
    await desk.office.store.as(authorOf('FR')).append([draft])
    taken.push(...(await allTimesOf(desk, () => url, 1)))
  }
  return taken.toSorted((a, b) => a - b)[CHANGES >> 1] ?? Number.NaN
}

/** What each asking took, in milliseconds. */
async function allTimesOf(
  desk: DeskUnderTest,
  urlAt: (turn: number) => string,
  times: number,
): Promise<readonly number[]> {
  const taken: number[] = []
  for (let turn = 0; turn < times; turn += 1) {
    const began = performance.now()
    const { statusCode, body } = await desk.ask({ url: urlAt(turn) })
    taken.push(performance.now() - began)
    if (statusCode !== 200) throw new Error(`${urlAt(turn)}: ${statusCode} ${body}`)
  }
  return taken
}
