import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  COMMISSION,
  delegate,
  doctrine,
  EEAS,
  GSC,
  GSC_SECOND,
  HR,
  LISTED,
  LISTING_ACTS,
  NAMES,
  paper,
  PRESIDENCY,
  START,
} from '../../test/a-procedure.ts'
import { sha256Hex } from '../kernel/statement.ts'
import { type Act, ACT_VERBS, type RecordedAct } from './act.ts'
import { POSITIONS } from './position.ts'
import { type NextAct, nextActs } from './next-acts.ts'
import type { Procedure } from './procedure.ts'
import { atAnotherInstant, readProcedure } from './read-procedure.ts'
import { weighAct } from './weigh-act.ts'
import type { Actor } from './who-may.ts'

const ACTORS: readonly Actor[] = [
  PRESIDENCY,
  HR,
  EEAS,
  GSC,
  GSC_SECOND,
  COMMISSION,
  delegate('EE'),
  delegate('FR'),
  delegate('NL'),
  { ...delegate('EE'), role: 'desk-officer' },
  { ...delegate('FR'), role: 'chair' },
  { ...delegate('US') },
  { ...EEAS, role: 'auditor' },
]
const TRACKS = doctrine.tracks.flatMap(({ id, measures: [measure] }) => (measure ? [{ id, measure }] : []))
const PAPERS = [...new Set(doctrine.tracks.flatMap(({ documents }) => documents))]
const PARTIES = ['EE', 'FR', 'NL']
const reason = 'A reason.'

/** One tick of a walk: who, what kind of thing, how much later, and dice for the words. */
const tick = fc.record({
  actor: fc.nat(),
  choice: fc.nat(),
  dice: fc.array(fc.nat({ max: 1_000_000 }), { minLength: 6, maxLength: 6 }),
  minutes: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 90, max: 60 * 24 * 20 })),
})
type Tick = typeof tick extends fc.Arbitrary<infer T> ? T : never

const pick = <T>(list: readonly T[], dice: number): T => {
  const found = list[dice % list.length]
  if (found === undefined) throw new RangeError('nothing to pick from')
  return found
}

/** Whether the procedure runs on a track that lists. */
function listsOn(acts: readonly RecordedAct[]): boolean {
  const opening = acts[0]?.act
  return doctrine.tracks.some(
    ({ id, notifies }) => notifies && opening?.verb === 'open' && id === opening.track,
  )
}

/** The words of an act, by dice: some fit, some do not. */
function wordsOf(
  verb: Act['verb'],
  transition: string | undefined,
  acts: readonly RecordedAct[],
  dice: readonly number[],
  now: number,
): Act {
  const [a = 0, b = 0, c = 0, d = 0] = dice
  const day = (offset: number) => new Date(now + offset * 86_400_000).toISOString().slice(0, 10)
  const later = new Date(now + ((a % 100) - 3) * 3_600_000).toISOString()
  switch (verb) {
    case 'open': {
      const track = pick(TRACKS, a)
      return {
        verb,
        case: 'case:invented',
        measure: track.measure,
        track: track.id,
        path: b % 3 === 0 ? 'crisis' : 'normal',
        title: 'A measure',
        reason,
        ...(c % 2 ? { subjects: NAMES } : {}),
      }
    }
    case 'propose':
      return {
        verb,
        reason,
        documents: a % 9 ? PAPERS.map((id) => paper(id)) : [],
        ...(listsOn(acts) === b % 7 > 0 ? { listed: LISTED } : {}),
      }
    case 'record-positions':
      return {
        verb,
        meeting: day(-(a % 2)),
        positions: PARTIES.slice(b % 3).map((party) => ({ party, position: pick(POSITIONS, c) })),
      }
    case 'put-on-agenda':
      return {
        verb,
        body: pick(['hwpci', 'psc', 'relex', 'coreper', 'council'] as const, a % 3 ? 0 : a),
        meeting: day(b % 30),
      }
    case 'circulate':
      return {
        verb,
        documents: a % 5 ? PAPERS.map((id) => paper(id)) : [paper(pick(PAPERS, b))],
        to: PARTIES,
      }
    case 'state-position':
      return { verb, position: pick(POSITIONS, a % 3 ? 0 : a), ...(b % 6 === 0 ? { paragraph: 'p1' } : {}) }
    case 'lift-position':
      return { verb, ...(a % 4 === 0 ? { paragraph: 'p1' } : {}) }
    case 'open-silence':
      return { verb, until: later }
    case 'extend-silence':
      return { verb, until: later, reason }
    case 'comment-on-silence':
      return { verb, comment: reason }
    case 'close-silence':
      return { verb }
    case 'set-text':
      return {
        verb,
        paragraphs: [
          { id: 'p1', text: 'One.' },
          { id: 'p2', text: 'Two.' },
        ],
      }
    case 'amend':
      return { verb, amendment: `a${a % 4}`, paragraph: pick(['p1', 'p2', 'p9'], b), text: 'Changed.' }
    case 'decide-amendment':
      return { verb, amendment: `a${a % 4}`, accepted: b % 2 === 0 }
    case 'agree-paragraph':
      return { verb, paragraph: pick(['p1', 'p2', 'p9'], a) }
    case 'move':
      return { verb, transition: transition ?? pick(doctrine.graph.transitions, a).id }
    case 'record-vote':
      return { verb, held: day(0), ...(a % 3 === 0 ? { present: PARTIES } : {}) }
    case 'adopt': {
      const opening = acts[0]?.act
      const track = doctrine.tracks.find(({ id }) => opening?.verb === 'open' && id === opening.track)
      return {
        verb,
        acts: track?.acts.length === 2 ? LISTING_ACTS : (track?.acts ?? PAPERS).map((id) => paper(id)),
      }
    }
    case 'confirm': {
      const last = acts.findLast(({ act }) => act.verb === 'adopt')
      return { verb, confirms: last?.statement ?? '0'.repeat(64) }
    }
    case 'publish':
      return { verb, where: 'Official Journal', on: day((c % 3) - 1) }
    case 'notify':
      return { verb, whom: NAMES, how: 'notice', on: day(0) }
    case 'implement':
      return { verb, text: 'Done.', on: day(0) }
    case 'review':
      return { verb, on: day(0), finding: reason }
    case 'prolong':
      return { verb, until: day((d % 500) - 1), reason }
    case 'let-lapse':
      return { verb, on: day(0), reason }
    default:
      return { verb, reason }
  }
}

interface Walk {
  readonly acts: readonly RecordedAct[]
  readonly end: string
}

/**
 * Random people try random things. After each try `nextActs` and `weighAct` are held against each other; what is
 * allowed is recorded. `everybody` states support now and then, or no vote would ever be met.
 */
function walk(ticks: readonly Tick[]): Walk {
  const acts: RecordedAct[] = []
  let now = Date.parse(START)
  const record = (actor: Actor, act: Act) => {
    acts.push(recorded(acts.length, actor, act, now))
  }
  for (const { actor: who, choice, dice, minutes } of ticks) {
    now += minutes * 60_000
    const at = new Date(now).toISOString()
    const procedure = readProcedure(doctrine, acts, at)
    if (procedure?.isOpen && choice % 7 === 0) {
      for (const { party } of procedure.positions) {
        if (
          weighAct(
            doctrine,
            readProcedure(doctrine, acts, new Date(now).toISOString()),
            { verb: 'state-position', position: 'support' },
            delegate(party),
            new Date((now += 1)).toISOString(),
          ).allowed
        )
          record(delegate(party), { verb: 'state-position', position: 'support' })
      }
      continue
    }
    const eager = choice % 3 > 0 && procedure !== null
    const actor = eager ? (pickEager(procedure, at, who) ?? pick(ACTORS, who)) : pick(ACTORS, who)
    const next = nextActs(doctrine, procedure, actor, at)
    const allowed = next.filter((one) => one.allowed)
    const steps = allowed.filter(leadsOn)
    const from = eager && steps.length > 0 ? steps : choice % 2 && allowed.length > 0 ? allowed : next
    const { verb, transition } = pick(from, dice[5] ?? 0)
    const act = wordsOf(verb, transition, acts, dice, now)
    const weighed = weighAct(doctrine, procedure, act, actor, at)
    const listed = next.some(
      (one) =>
        one.allowed && one.verb === act.verb && (act.verb !== 'move' || one.transition === act.transition),
    )
    if (weighed.allowed) {
      expect(listed, `${act.verb} is accepted and not listed`).toBe(true)
      record(actor, act)
    } else expect(weighed.rule).toMatch(/^PRC-\d\d$/)
  }
  return { acts, end: new Date(now).toISOString() }
}

/** Steps that lead on towards a decision and beyond it. */
function leadsOn({ verb, transition }: NextAct): boolean {
  return (
    (transition !== undefined && verb !== 'take-no-action' && verb !== 'withdraw-silence') ||
    verb === 'confirm' ||
    (verb === 'circulate' && transition === undefined)
  )
}

/** Somebody who can take such a step now. */
function pickEager(procedure: Procedure, at: string, dice: number): Actor | undefined {
  const able = ACTORS.filter((actor) =>
    nextActs(doctrine, procedure, actor, at).some(
      (one) => one.allowed && one.verb !== 'circulate' && leadsOn(one),
    ),
  )
  return able.length > 0 ? pick(able, dice) : EEAS
}

const walks = fc.array(tick, { minLength: 30, maxLength: 90, size: 'max' }).map(walk)
const RUNS = { numRuns: 40 }

describe('random people doing random things', () => {
  it('whatever was accepted counts when it is read, in any order of arrival; the past stays, and parties stay apart', () => {
    let seen = 0
    let carriedOn = 0
    const states = new Set<string>()
    fc.assert(
      fc.property(walks, fc.nat(), fc.constantFrom(...PARTIES), ({ acts, end }, cut, party) => {
        const procedure = readProcedure(doctrine, acts, end)
        // what was accepted counts
        expect(procedure?.ignored ?? []).toEqual([])
        expect(procedure?.acts ?? []).toHaveLength(acts.length)
        // the order of arrival makes no difference
        expect(readProcedure(doctrine, acts.toReversed(), end)).toEqual(procedure)
        // a later act never changes how the past reads
        const at = acts[cut % Math.max(1, acts.length)]?.at ?? end
        const earlier = acts.filter((one) => one.at <= at)
        expect(readProcedure(doctrine, acts, at)).toEqual(readProcedure(doctrine, earlier, at))
        // where only the clock went on, it reads as before
        const later = new Date(Date.parse(at) + (cut % 7 === 0 ? 3_600_000 : cut % 60_000)).toISOString()
        const before = readProcedure(doctrine, earlier, at)
        const after = readProcedure(doctrine, earlier, later)
        const carried = before && atAnotherInstant(before, later)
        if (carried) expect(carried).toEqual(after)
        carriedOn += carried ? 1 : 0
        // and so where the clock went back
        const carriedBack = after && atAnotherInstant(after, at)
        if (carriedBack) expect(carriedBack).toEqual(before)
        expect(carriedBack === null).toBe(carried === null)
        // what one party says never changes what another holds
        const spoken = acts.filter(({ act }) => act.verb === 'open' || isWholePosition(act))
        const others = spoken.filter((one) => one.act.verb === 'open' || one.party !== party)
        const held = (list: readonly RecordedAct[]) =>
          readProcedure(doctrine, list, end)?.positions.filter((one) => one.party !== party)
        expect(held(others)).toEqual(held(spoken))
        seen += acts.length
        for (const { to } of procedure?.history ?? []) states.add(to)
      }),
      { numRuns: 15 },
    )
    expect(seen).toBeGreaterThan(100)
    expect(carriedOn).toBeGreaterThan(0)
    expect(states.size).toBeGreaterThan(8)
  }, 120_000)

  it('acts that were never asked for are ignored with their rule, and nothing breaks', () => {
    const anything = fc.array(tick, { minLength: 1, maxLength: 40 }).map((ticks) => {
      const verbs = doctrine.graph.verbs
      let now = Date.parse(START)
      const acts: RecordedAct[] = []
      for (const { actor, choice, dice, minutes } of ticks) {
        now += minutes * 60_000
        const verb = acts.length === 0 ? 'open' : pick(verbs, choice).id
        const act = wordsOf(nameOf(verb), undefined, acts, dice, now)
        acts.push(recorded(acts.length, pick(ACTORS, actor), act, now))
      }
      return { acts, end: new Date(now).toISOString() }
    })
    fc.assert(
      fc.property(anything, ({ acts, end }) => {
        const procedure = readProcedure(doctrine, acts, end)
        expect((procedure?.acts.length ?? 0) + (procedure?.ignored.length ?? 0)).toBe(
          procedure ? acts.length : 0,
        )
        for (const { rule } of procedure?.ignored ?? []) expect(rule).toMatch(/^PRC-\d\d$/)
      }),
      RUNS,
    )
  })
})

function recorded(index: number, { party, role, person }: Actor, act: Act, now: number): RecordedAct {
  return {
    statement: sha256Hex(`${index}`),
    act,
    party,
    role,
    ...(person === undefined ? {} : { person }),
    at: new Date(now).toISOString(),
  }
}

function isWholePosition(act: Act): boolean {
  return (act.verb === 'state-position' || act.verb === 'lift-position') && act.paragraph === undefined
}

function nameOf(verb: string): Act['verb'] {
  const known = ACT_VERBS.find((one) => one === verb)
  if (!known) throw new RangeError(`${verb} is no verb`)
  return known
}
