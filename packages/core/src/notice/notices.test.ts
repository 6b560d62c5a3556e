import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aDeclaration,
  aDeclarationUnderSilence,
  aListingBeforeCouncil,
  anAdoptedListing,
  delegate,
  doctrine,
  GSC,
  GSC_SECOND,
  LISTING_ACTS,
  type Play,
  PRESIDENCY,
} from '../../test/a-procedure.ts'
import { mayLeave, type NoticeViewer, readNotices, sayNotice, type SeenProcedure } from './index.ts'

const MARKING = { distribution: 'LIMITE', tlp: 'TLP:GREEN' } as const
const UNTIL = '2026-03-06T17:00:00.000Z'

function seen(play: Play, at = play.now, entity = 'procedure:declaration-a1b2c3'): SeenProcedure {
  const procedure = play.read(at)
  if (!procedure) throw new Error('no procedure has been opened')
  return { entity, procedure, marking: MARKING, caseName: 'Invented' }
}

const viewer = (party: string, more: Partial<NoticeViewer> = {}): NoticeViewer => ({
  party,
  person: `person:${party.toLowerCase()}`,
  role: 'delegate',
  isPresidency: party === 'CY',
  ...more,
})

/** What somebody is told, newest first, as sentences. */
const told = (play: Play, who: NoticeViewer, at = play.now): string[] =>
  readNotices(doctrine, [seen(play, at)], who, at).map(sayNotice)

const after = (play: Play, days: number): string =>
  new Date(Date.parse(play.now) + days * 86_400_000).toISOString()

const PARAGRAPHS = [
  { id: 'p1', text: 'The Union condemns the activity.' },
  { id: 'p2', text: 'It calls on all States to comply.' },
]

describe('what people are told without their looking', () => {
  it('that a procedure was opened, that papers came for them, and that their party has not said where it stands', () => {
    expect(told(aDeclaration(), viewer('FR'))).toEqual([
      'EEAS sent your party documents of "Declaration on the activity": draft-declaration.',
      '"Declaration on the activity" is on the agenda of the HWPCI of 10 March 2026; your party has not said where it stands.',
      'EE opened a procedure: "Declaration on the activity" (Declaration by the High Representative on behalf of the EU).',
    ])
  })

  it('NOT-01 nobody is told of their own act, but colleagues of the same party are', () => {
    const play = aDeclaration()
    const opened = /^EE opened a procedure/
    expect(told(play, viewer('EE')).filter((text) => opened.test(text))).toEqual([])
    const colleague = viewer('EE', { person: 'person:another' })
    expect(told(play, colleague).filter((text) => opened.test(text))).toHaveLength(1)
  })

  it('NOT-04 a party that has said is asked no more, and who does not vote is never asked', () => {
    const asked = /has not said/
    const play = aDeclaration().do(delegate('FR'), { verb: 'state-position', position: 'scrutiny-reserve' })
    expect(told(play, viewer('FR')).filter((text) => asked.test(text))).toEqual([])
    expect(told(play, viewer('DE')).filter((text) => asked.test(text))).toHaveLength(1)
    expect(told(play, viewer('EEAS', { role: 'desk-officer' })).filter((text) => asked.test(text))).toEqual(
      [],
    )
    expect(told(play, viewer('DE'), '2026-03-11T09:00:00.000Z').filter((text) => asked.test(text))).toEqual(
      [],
    )
  })

  it('NOT-17 papers are told to whom they were sent, once for a circulation, and to nobody else', () => {
    const play = aDeclaration()
    const sent = (party: string) => told(play, viewer(party)).filter((text) => /sent your/.test(text))
    expect(sent('FR')).toHaveLength(1)
    expect(sent('DE')).toEqual([])
  })

  it('NOT-18 a step of the file is told to the capitals, and to nobody whom it does not concern', () => {
    const play = aListingBeforeCouncil()
    const steps = (party: string) => told(play, viewer(party)).filter((text) => /took a step/.test(text))
    expect(steps('FR')).toHaveLength(4)
    expect(steps('ENISA')).toEqual([])
  })

  it('NOT-18 a capital that has said where it stands hears of the meeting all the same', () => {
    const play = aDeclaration().do(delegate('FR'), { verb: 'state-position', position: 'support' })
    expect(told(play, viewer('FR'))).toContain(
      '"Declaration on the activity" is on the agenda of the HWPCI of 10 March 2026.',
    )
  })

  it('NOT-19 who holds it up is told while it holds, not once it is lifted', () => {
    const play = aDeclaration().do(delegate('HU'), { verb: 'state-position', position: 'oppose' })
    const opposed = 'HU opposes "Declaration on the activity".'
    expect(told(play, viewer('FR'))).toContain(opposed)
    play.do(delegate('HU'), { verb: 'lift-position' })
    expect(told(play, viewer('FR'))).not.toContain(opposed)
  })

  it('NOT-16 a vote that failed is told, and a position that the chair wrote down to its own State', () => {
    const play = aListingBeforeCouncil().everyone('support', ['HU', 'PL'])
    const today = play.now.slice(0, 10)
    play
      .do(delegate('HU'), { verb: 'state-position', position: 'oppose' })
      .do(PRESIDENCY, {
        verb: 'record-positions',
        meeting: today,
        positions: [{ party: 'PL', position: 'abstain' }],
      })
      .do(GSC, { verb: 'record-vote', held: today })
    expect(told(play, viewer('FR'))).toContain(
      'The vote on "Listing of two", held on 3 March 2026, has failed.',
    )
    const forYou = (party: string) => told(play, viewer(party)).filter((text) => /your party said/.test(text))
    expect(forYou('PL')).toHaveLength(1)
    expect(forYou('FR')).toEqual([])
  })

  it('NOT-03 an amendment is told to the party whose words it changes, and to nobody else', () => {
    const play = aDeclaration()
      .do(PRESIDENCY, { verb: 'set-text', paragraphs: PARAGRAPHS })
      .do(delegate('PL'), { verb: 'amend', amendment: 'a1', paragraph: 'p2', text: 'It calls on Russia.' })
      .do(PRESIDENCY, { verb: 'decide-amendment', amendment: 'a1', accepted: true })
      .do(delegate('HU'), { verb: 'amend', amendment: 'a2', paragraph: 'p2', text: 'It takes note.' })
    const amended = (party: string) => told(play, viewer(party)).filter((text) => text.includes('amend your'))
    expect(amended('PL')).toEqual([
      'HU proposes to amend your words in "Declaration on the activity", paragraph p2.',
    ])
    // the chair laid the words that Poland changed, not those that Hungary would change
    expect(amended('CY')).toEqual([
      'PL proposes to amend your words in "Declaration on the activity", paragraph p2.',
    ])
    expect(amended('HU')).toEqual([])
    expect(told(play, viewer('FR'))).toContain(
      'CY changed the text of "Declaration on the activity": version 2.',
    )
  })

  it('NOT-02 a text is told when it is laid and when its words change, not when a paragraph is agreed', () => {
    const play = aDeclaration().do(PRESIDENCY, { verb: 'set-text', paragraphs: PARAGRAPHS })
    const ofText = () => told(play, viewer('FR')).filter((text) => /text/.test(text)).length
    expect(ofText()).toBe(1)
    play.do(PRESIDENCY, { verb: 'agree-paragraph', paragraph: 'p1' })
    expect(ofText()).toBe(1)
    play.do(PRESIDENCY, { verb: 'set-text', paragraphs: PARAGRAPHS.toReversed() })
    expect(ofText()).toBe(2)
  })

  it('NOT-08 what is older than 60 days is history', () => {
    const play = aDeclaration()
    const opened = play.procedure.opened.at
    const daysAfter = (days: number, ms = 0) =>
      new Date(Date.parse(opened) + days * 86_400_000 + ms).toISOString()
    const toldOpening = (at: string) =>
      told(play, viewer('FR'), at).some((text) => text.startsWith('EE opened'))
    expect(toldOpening(daysAfter(60))).toBe(true)
    expect(toldOpening(daysAfter(60, 1))).toBe(false)
  })

  it('NOT-08 what waits is told for as long as it waits', () => {
    const play = aDeclaration().do(delegate('HU'), { verb: 'state-position', position: 'oppose' })
    const opposed = 'HU opposes "Declaration on the activity".'
    expect(told(play, viewer('FR'), after(play, 61))).toEqual([opposed])
    play.do(delegate('HU'), { verb: 'lift-position' })
    expect(told(play, viewer('FR'), after(play, 61))).toEqual([])

    const proposed = aListingBeforeCouncil().everyone('support')
    proposed.do(GSC, { verb: 'adopt', acts: LISTING_ACTS })
    const { party, person = '' } = GSC_SECOND
    const second = { party, person, role: 'desk-officer', isPresidency: false } as const
    expect(told(proposed, second, after(proposed, 300))).toEqual([
      'GSC proposes the adoption of "Listing of two"; a second person must confirm it, and you can.',
    ])

    const adopted = anAdoptedListing()
    const [review] = told(adopted, viewer('FR'), after(adopted, 1000))
    expect(review).toMatch(/^A review of "Listing of two" is due on /)
  })

  it('NOT-05 silence: opened, a day before its end, and its end, which needs no act', () => {
    const play = aDeclarationUnderSilence(UNTIL)
    const silence = (at: string) => told(play, viewer('FR'), at).filter((text) => /silence/i.test(text))
    const opened =
      'CY opened silence on "Declaration on the activity" until 6 March 2026, 18:00 (CET, Brussels).'
    const soon = 'Silence on "Declaration on the activity" ends 6 March 2026, 18:00 (CET, Brussels).'
    expect(silence('2026-03-05T16:59:59.999Z')).toEqual([opened])
    expect(silence('2026-03-05T17:00:00.000Z')).toEqual([soon, opened])
    expect(silence(UNTIL)).toEqual([
      'Silence on "Declaration on the activity" ended without an objection: it is adopted.',
      opened,
    ])
  })

  it('NOT-05 an extension says the new hour, and an objection who broke it', () => {
    const play = aDeclarationUnderSilence(UNTIL)
      .do(PRESIDENCY, { verb: 'extend-silence', until: '2026-03-30T15:00:00.000Z', reason: 'Asked for.' })
      .do(delegate('HU'), { verb: 'break-silence', reason: 'Not like this.' })
    expect(told(play, viewer('FR')).slice(0, 3)).toEqual([
      'HU broke the silence on "Declaration on the activity".',
      'CY extended the silence on "Declaration on the activity" until 30 March 2026, 17:00 (CEST, Brussels).',
      'CY opened silence on "Declaration on the activity" until 6 March 2026, 18:00 (CET, Brussels).',
    ])
  })

  it('NOT-06 an adoption that waits is told to a second person alone; its confirmation to the first', () => {
    const waiting = aListingBeforeCouncil().everyone('support')
    waiting.do(GSC, { verb: 'adopt', acts: LISTING_ACTS })
    const asked = (person: string, role: NoticeViewer['role'] = 'desk-officer', party = 'GSC') =>
      told(waiting, { party, person, role, isPresidency: false }).filter((text) => /second person/.test(text))
    expect(asked(GSC_SECOND.person ?? '')).toEqual([
      'GSC proposes the adoption of "Listing of two"; a second person must confirm it, and you can.',
    ])
    expect(asked(GSC.person ?? '')).toEqual([])
    expect(asked('person:fr', 'delegate', 'FR')).toEqual([])
    const first = {
      party: 'GSC',
      person: GSC.person ?? '',
      role: 'desk-officer',
      isPresidency: false,
    } as const
    expect(told(anAdoptedListing(), first)[0]).toBe('"Listing of two" is adopted by vote.')
  })

  it('NOT-07 a review is announced a month before it is due', () => {
    const play = anAdoptedListing()
    const due = play.procedure.deadlines.find(({ kind }) => kind === 'review')?.on ?? ''
    const before = (days: number) =>
      new Date(Date.parse(`${due}T12:00:00Z`) - days * 86_400_000).toISOString()
    expect(told(play, viewer('FR'), before(32))).toEqual([])
    expect(told(play, viewer('FR'), before(29))).toEqual([
      expect.stringMatching(/^A review of "Listing of two" is due on /),
    ])
  })

  it('NOT-09 what is not seen changes nothing: no notice, no id, no order', () => {
    const plays = [aDeclaration(), aDeclarationUnderSilence(UNTIL), aListingBeforeCouncil()]
    const at = '2026-03-05T18:00:00.000Z'
    const all = plays.map((play, index) => seen(play, at, `procedure:p-${index}`))
    fc.assert(
      fc.property(fc.subarray(all), fc.shuffledSubarray(all, { minLength: 3 }), (visible, shuffled) => {
        const alone = readNotices(doctrine, visible, viewer('FR'), at)
        const among = readNotices(doctrine, shuffled, viewer('FR'), at)
        const own = new Set(visible.map(({ entity }) => entity))
        expect(among.filter(({ entity }) => own.has(entity))).toEqual(alone)
        expect(new Set(among.map(({ id }) => id)).size).toBe(among.length)
      }),
    )
  })

  it('keeps its id while it stands, and has another one for another person', () => {
    const play = aDeclarationUnderSilence(UNTIL)
    const ids = (who: NoticeViewer, at: string) =>
      readNotices(doctrine, [seen(play, at)], who, at).map(({ id }) => id)
    const early = ids(viewer('FR'), play.now)
    expect(ids(viewer('FR'), '2026-03-05T16:00:00.000Z')).toEqual(early)
    expect(ids(viewer('DE'), play.now).filter((id) => early.includes(id))).toEqual([])
  })
})

describe('what may leave the desk', () => {
  const ceiling = { maxDistribution: 'PUBLIC', maxTlp: 'TLP:GREEN' } as const
  it.each([
    [{ distribution: 'PUBLIC', tlp: 'TLP:CLEAR' }, true],
    [{ distribution: 'PUBLIC', tlp: 'TLP:GREEN' }, true],
    [{ distribution: 'PUBLIC', tlp: 'TLP:AMBER' }, false],
    [{ distribution: 'LIMITE', tlp: 'TLP:CLEAR' }, false],
    [{ distribution: 'PUBLIC', tlp: 'TLP:GREEN', releasableTo: ['EE'] }, false],
    [{ distribution: 'PUBLIC', tlp: 'TLP:CLEAR', needToKnow: 'list:abcdefghijkl' }, false],
  ] as const)('NOT-10 %j under PUBLIC · TLP:GREEN: %s', (marking, leaves) => {
    const { distribution, tlp } = marking
    expect(
      mayLeave(
        {
          distribution,
          tlp,
          ...('releasableTo' in marking ? { releasableTo: [...marking.releasableTo] } : {}),
          ...('needToKnow' in marking ? { needToKnow: marking.needToKnow } : {}),
        },
        ceiling,
      ),
    ).toBe(leaves)
  })
})
