import { describe, expect, it } from 'vitest'
import {
  aDeclaration,
  aDeclarationUnderSilence,
  aListingBeforeCouncil,
  delegate,
  doctrine,
  EEAS,
  HR,
  Play,
  PRESIDENCY,
} from '../../test/a-procedure.ts'
import { MEMBER_STATES } from '../incident/member-states.ts'
import { meetingView, nextMeeting } from './meeting-view.ts'
import { readTracks } from './read-tracks.ts'

const reason = 'A reason.'

function opened(measure: string, track: string, actor = HR) {
  const play = new Play()
  return play.do(actor, {
    verb: 'open',
    case: 'case:invented',
    measure,
    track,
    path: 'normal',
    title: measure,
    reason,
  })
}

const named = (name: string, { procedure }: Play) => ({ entity: `procedure:${name}`, procedure })

describe('PRC-29 attribution holds up only what asks for it', () => {
  const joint = named('joint', opened('stab-joint-partners', 'track-declaration', delegate('EE')))
  const listing = named('listing', aListingBeforeCouncil())
  const plain = named('plain', aDeclaration())

  it('a declaration and a listing wait for nothing; a joint naming with partners waits for a political one', () => {
    const views = readTracks(doctrine, [joint, listing, plain])
    expect(views.map(({ isFree }) => isFree)).toEqual([false, true, true])
    expect(views[0]?.waits).toMatchObject([
      { for: 'attribution', need: 'political', verdict: 'unknown', exchangeRuns: false },
    ])
  })

  it('and is free once it is found', () => {
    const [view] = readTracks(doctrine, [joint], { political: 'true', legal: 'unknown' })
    expect(view?.isFree).toBe(true)
  })

  it('shows that the exchange of findings runs', () => {
    const play = opened('stab-joint-partners', 'track-declaration', delegate('EE')).do(delegate('EE'), {
      verb: 'move',
      transition: 'tr-06',
    })
    expect(readTracks(doctrine, [named('joint', play)])[0]?.waits).toMatchObject([{ exchangeRuns: true }])
  })
})

describe('PRC-30 several measures of one case', () => {
  it('a Union regulation waits for the Decision that it gives effect to', () => {
    const regulation = named('regulation', opened('rest-other-regime', 'track-regulation-215'))
    const decision = named('decision', opened('rest-other-regime', 'track-cfsp-decision'))
    const waitsOf = (...list: (typeof regulation)[]) =>
      readTracks(doctrine, list)[0]?.waits.filter((one) => one.for === 'decision')
    expect(waitsOf(regulation)).toMatchObject([
      { track: 'track-cfsp-decision', entity: null, verdict: 'unknown' },
    ])
    expect(waitsOf(regulation, decision)).toMatchObject([
      { entity: 'procedure:decision', outcome: 'open', verdict: 'false' },
    ])
  })

  it('measures that contradict each other say so, on both sides', () => {
    const pair = doctrine.measures.flatMap(({ id, conflictsWith }) =>
      conflictsWith.map(({ measure }) => [id, measure] as const),
    )[0]
    if (!pair) throw new Error('the pack has a conflict')
    const [one, other] = pair.map((measure) => {
      const track = doctrine.tracks.find(({ measures }) => measures.includes(measure))
      const by = track?.proposers.includes('hr') ? HR : delegate('EE')
      return named(measure, opened(measure, track?.id ?? '', by))
    })
    if (!one || !other) throw new Error('two procedures')
    const views = readTracks(doctrine, [one, other])
    expect(views.map(({ conflicts }) => conflicts.map((conflict) => conflict.with))).toEqual([
      [other.entity],
      [one.entity],
    ])
    expect(views[0]?.conflicts[0]?.why).not.toBe('')
  })

  it('are of one case', () => {
    const other = new Play().do(HR, {
      verb: 'open',
      case: 'case:other',
      measure: 'stab-conclusions',
      track: 'track-conclusions',
      path: 'normal',
      title: 'C',
      reason,
    })
    expect(() => readTracks(doctrine, [named('a', aDeclaration()), named('b', other)])).toThrow('PRC-30')
  })
})

/** On the agenda of 24 March, under an item of it where one is named. */
function withItem(item?: string) {
  return aDeclaration().do(PRESIDENCY, {
    verb: 'put-on-agenda',
    body: 'hwpci',
    meeting: '2026-03-24',
    ...(item && { item }),
  })
}

describe('one meeting', () => {
  const play = aDeclaration()
    .do(delegate('SE'), { verb: 'state-position', position: 'scrutiny-reserve' })
    .do(delegate('BE'), { verb: 'state-position', position: 'support' })
    .do(PRESIDENCY, { verb: 'put-on-agenda', body: 'hwpci', meeting: '2026-03-24', item: '3' })
  const listing = aListingBeforeCouncil()

  it('shows what is on the agenda with rule, positions in order, reserves and deadlines before and after', () => {
    const view = meetingView(
      [named('listing', listing), named('declaration', play)],
      'hwpci',
      '2026-03-10',
      MEMBER_STATES,
    )
    expect(view.items.map(({ entity, onAgenda }) => [entity, onAgenda])).toEqual([
      ['procedure:listing', true],
      ['procedure:declaration', true],
    ])
    const item = view.items[1]
    expect(item?.vote?.rule).toBe('rule-coreu-silence')
    expect(item?.positions.map(({ party }) => party)).toEqual(MEMBER_STATES)
    expect(item?.reserves.map(({ party }) => party)).toEqual(['SE'])
    expect([item?.before, item?.after.map(({ on }) => on)]).toEqual([[], ['2026-03-24']])
  })

  it('names what stands before the body without being on its agenda, after the rest', () => {
    const view = meetingView(
      [named('listing', listing), named('declaration', play)],
      'council',
      '2026-03-16',
      MEMBER_STATES,
    )
    expect(view.items.map(({ entity, onAgenda }) => [entity, onAgenda])).toEqual([
      ['procedure:listing', false],
    ])
  })

  it('follows the items of the agenda; what has none comes after them', () => {
    const all = [
      named('ten', withItem('10')),
      named('none', withItem()),
      named('b', withItem('3 (b)')),
      named('a', withItem('3 (a)')),
    ]
    const { items } = meetingView(all, 'hwpci', '2026-03-24', MEMBER_STATES)
    expect(items.map(({ item }) => item)).toEqual(['3 (a)', '3 (b)', '10', undefined])
  })

  it('reads Member States in the order of the caller', () => {
    const [item] = meetingView([named('declaration', play)], 'hwpci', '2026-03-10', ['SE', 'FI']).items
    expect(item?.positions.slice(0, 3).map(({ party }) => party)).toEqual(['SE', 'FI', 'BE'])
  })

  it('shows silence that ends before the meeting', () => {
    const silent = aDeclarationUnderSilence().do(EEAS, {
      verb: 'put-on-agenda',
      body: 'psc',
      meeting: '2026-03-10',
    })
    const [item] = meetingView([named('silent', silent)], 'psc', '2026-03-10', MEMBER_STATES).items
    expect(item?.before.map(({ kind }) => kind)).toContain('silence')
  })

  it('finds the next meeting of a body on any agenda', () => {
    const all = [named('declaration', play)]
    expect(nextMeeting(all, 'hwpci', '2026-03-03')).toBe('2026-03-10')
    expect(nextMeeting(all, 'hwpci', '2026-03-11')).toBe('2026-03-24')
    expect(nextMeeting(all, 'hwpci', '2026-04-01')).toBeNull()
    expect(nextMeeting(all, 'psc', '2026-03-03')).toBeNull()
  })
})
