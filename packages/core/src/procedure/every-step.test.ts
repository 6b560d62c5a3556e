/**
 * Every step of the graph can be taken by somebody, and from everywhere a procedure can come to an end.
 *
 * On each track and path, from the opening on, everything that may be done next is done, until nothing new comes up. Two
 * procedures that stand alike (place, what runs beside, silence, decision) count as one.
 */
import { describe, expect, it } from 'vitest'
import {
  COMMISSION,
  delegate,
  doctrine,
  EEAS,
  GSC,
  GSC_SECOND,
  HR,
  LISTING_ACTS,
  LISTED,
  NAMES,
  paper,
  Play,
  PRESIDENCY,
} from '../../test/a-procedure.ts'
import { MEMBER_STATES } from '../incident/member-states.ts'
import type { Act } from './act.ts'
import { isMainStep, runningBeside } from './graph.ts'
import { type NextAct, nextActs } from './next-acts.ts'
import type { Procedure } from './procedure.ts'
import type { Actor } from './who-may.ts'

const reason = 'A reason.'
const ACTORS: readonly Actor[] = [PRESIDENCY, HR, EEAS, GSC, GSC_SECOND, COMMISSION, delegate('EE')]
const PAPERS = [...new Set(doctrine.tracks.flatMap(({ documents }) => documents))].map((id) => paper(id))
const WAYS = doctrine.tracks.flatMap(({ id, measures }) =>
  (['normal', 'crisis'] as const).map((path) => ({ track: id, measure: measures[0] ?? '', path })),
)
const END = doctrine.graph.states.filter(({ kind }) => kind === 'end').map(({ id }) => id)
const STEPS = doctrine.graph.transitions.filter(({ verb }) => verb !== undefined)

/** A procedure on its way, where it stands, and where it could go from there. */
interface Place {
  readonly play: Play
  readonly procedure: Procedure
  readonly next: Set<string>
}
interface Explored {
  readonly places: ReadonlyMap<string, Place>
  /** ids of the steps that somebody took */
  readonly taken: ReadonlySet<string>
}

function open({ track, measure, path }: (typeof WAYS)[number]): Play {
  const play = new Play()
    .do(delegate('EE'), {
      verb: 'open',
      case: 'case:invented',
      measure,
      track,
      path,
      title: 'A measure',
      reason,
      subjects: NAMES,
    })
    .do(EEAS, { verb: 'circulate', documents: PAPERS, to: ['EE'] })
  return play
}

const trackOf = ({ track }: Procedure) => doctrine.tracks.find(({ id }) => id === track)

function standing(procedure: Procedure): string {
  const { state, silence, adoptions, adoptionProposed, prolonging, published, outcome, vote } = procedure
  const said = [
    silence?.status,
    adoptions.length > 0,
    adoptionProposed !== null,
    prolonging !== null,
    published.length > 0,
  ]
  const beside = runningBeside(procedure).toSorted()
  return [state.id, ...beside, ...said, outcome, vote?.outcome?.verdict].join(' ')
}

/** The words of an act that leads on; undefined for what moves nothing. */
function wordsOf({ verb, transition, body }: NextAct, procedure: Procedure): Act | undefined {
  const { at } = procedure
  const day = at.slice(0, 10)
  const soon = new Date(Date.parse(at) + 3_600_000).toISOString()
  const track = trackOf(procedure)
  switch (verb) {
    case 'propose':
      return { verb, reason, ...(track?.notifies ? { listed: LISTED } : {}) }
    case 'break-silence':
    case 'withdraw-silence':
    case 'take-no-action':
      return { verb, reason }
    case 'put-on-agenda':
      return body && { verb, body, meeting: day }
    case 'move':
      return { verb, transition: transition ?? '' }
    case 'open-silence':
      return { verb, until: soon }
    case 'record-vote':
      return { verb, held: day }
    case 'adopt':
      return {
        verb,
        acts: track?.acts.length === 2 ? LISTING_ACTS : (track?.acts ?? []).map((id) => paper(id)),
      }
    case 'confirm':
      return { verb, confirms: procedure.adoptionProposed?.statement ?? '' }
    case 'publish':
      return { verb, where: 'Official Journal', on: day }
    case 'notify':
      return { verb, whom: NAMES, how: 'notice', on: day }
    case 'implement':
      return { verb, text: 'Done.', on: day }
    case 'review':
      return { verb, on: day, finding: reason }
    case 'prolong':
      return { verb, until: `${Number(day.slice(0, 4)) + 2}-01-01`, reason }
    case 'let-lapse':
      return { verb, on: day, reason }
    default:
      return undefined
  }
}

/** Everything that may become of a procedure next: an act, a word of the capitals, or the passing of a silence. */
function nextOf({ play, procedure }: Place): readonly Play[] {
  const later: Play[] = []
  const attempt = (change: (copy: Play) => void): void => {
    const copy = play.copy()
    change(copy)
    later.push(copy)
  }
  const track = trackOf(procedure)
  const soon = new Date(Date.parse(procedure.at) + 60_000).toISOString()
  const besides = runningBeside(procedure).length > 0
  if (procedure.state.id === 's-council' && procedure.isOpen && procedure.vote) {
    if (procedure.vote.outcome?.verdict !== 'true')
      attempt((copy) => {
        for (const party of MEMBER_STATES)
          copy.wait(1).record(delegate(party), { verb: 'state-position', position: 'support' })
      })
    if (procedure.vote.outcome?.verdict !== 'false')
      attempt((copy) => copy.do(delegate('FR'), { verb: 'state-position', position: 'oppose' }))
  }
  if (procedure.silence?.status === 'running') attempt((copy) => copy.wait(120))
  for (const actor of ACTORS) {
    for (const one of nextActs(doctrine, procedure, actor, soon).filter(({ allowed }) => allowed)) {
      const act = wordsOf(one, procedure)
      const step = STEPS.find(({ id }) => id === one.transition)
      // what runs beside holds nothing up (PRC-29): once, at the opening, is enough
      const isBeside = step !== undefined && track !== undefined && !isMainStep(step, track)
      if (act && (isBeside ? procedure.proposed === undefined : !besides))
        attempt((copy) => copy.do(actor, act))
    }
  }
  return later
}

function explore(way: (typeof WAYS)[number]): Explored {
  const places = new Map<string, Place>()
  const taken = new Set<string>()
  const reach = (play: Play): string => {
    const { procedure } = play
    const key = standing(procedure)
    for (const { transition } of procedure.history) taken.add(transition)
    if (!places.has(key)) places.set(key, { play, procedure, next: new Set() })
    return key
  }
  reach(open(way))
  // a map is walked in order of entry, and goes on to what was entered meanwhile
  for (const place of places.values()) for (const later of nextOf(place)) place.next.add(reach(later))
  return { places, taken }
}

const explored = WAYS.map((way) => ({ name: `${way.track}, ${way.path} path`, ...explore(way) }))

describe('the graph', () => {
  it('PRC-07 each step that a verb takes is taken by somebody, on some track', () => {
    expect(STEPS.map(({ id }) => id).filter((id) => !explored.some(({ taken }) => taken.has(id)))).toEqual([])
  })

  it.each(explored)('PRC-05 on $name every procedure can come to an end', ({ places }) => {
    const canEnd = new Set(
      [...places].flatMap(([key, { procedure }]) => (END.includes(procedure.state.id) ? [key] : [])),
    )
    expect(canEnd.size).toBeGreaterThan(0)
    for (let before = -1; before !== canEnd.size;) {
      before = canEnd.size
      for (const [key, { next }] of places) if ([...next].some((one) => canEnd.has(one))) canEnd.add(key)
    }
    const stuck = [...places].filter(
      ([key, { procedure }]) => !canEnd.has(key) && runningBeside(procedure).length === 0,
    )
    expect(stuck.map(([key]) => key)).toEqual([])
  })
})
