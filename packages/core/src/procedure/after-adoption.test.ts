import { describe, expect, it } from 'vitest'
import {
  aListingBeforeCouncil,
  anAdoptedListing,
  aReviewedListing,
  delegate,
  EEAS,
  GSC,
  GSC_SECOND,
  LISTING_ACTS,
  NAMES,
  paper,
  PRESIDENCY,
  today,
} from '../../test/a-procedure.ts'

const reason = 'A reason.'
const adopt = { verb: 'adopt', acts: LISTING_ACTS } as const

describe('after the adoption', () => {
  it('PRC-18 nothing is published that is not adopted, and nobody is told before it is published', () => {
    const before = aListingBeforeCouncil()
    expect(before.refusal(GSC, { verb: 'publish', where: 'OJ', on: '2026-03-03' })).toContain('PRC-18')
    const play = anAdoptedListing()
    play.do(GSC, { verb: 'circulate', documents: [paper('doc-notification-letter')], to: ['NL'] })
    const notify = { verb: 'notify', whom: NAMES, how: 'notice', on: '2026-03-03' } as const
    expect(play.refusal(GSC, notify)).toMatch(/PRC-18|PRC-09/)
    expect(play.refusal(GSC, { verb: 'publish', where: 'OJ', on: '2026-03-01' })).toMatch(
      /PRC-18.*before the adoption/,
    )
  })

  it('a listing is reviewed within twelve months of its adoption, by law', () => {
    const review = anAdoptedListing().procedure.deadlines.find(({ kind }) => kind === 'review')
    expect(review).toMatchObject({ on: '2027-03-03', verified: true, past: false })
    expect(review?.basis).toContain('every 12 months')
  })

  it('PRC-31 is prolonged by a new unanimity, in which nobody has spoken yet', () => {
    const play = aReviewedListing()
    expect(play.refusal(EEAS, { verb: 'prolong', until: '2026-01-01', reason })).toMatch(/PRC-09|PRC-19/)
    play
      .do(EEAS, { verb: 'circulate', documents: [paper('doc-prolongation-note')], to: ['NL'] })
      .do(EEAS, { verb: 'prolong', until: '2028-05-18', reason })
    expect(play.procedure.vote?.outcome?.verdict).toBe('unknown')
    expect(play.procedure).toMatchObject({
      outcome: 'adopted',
      prolongedUntil: null,
      prolonging: { until: '2028-05-18' },
    })
    play
      .do(PRESIDENCY, { verb: 'move', transition: 'tr-19' })
      .do(PRESIDENCY, { verb: 'move', transition: 'tr-21' })
    expect(play.refusal(GSC, adopt)).toContain('PRC-14')
    play.everyone('can-accept').do(GSC, adopt)
    play.do(GSC_SECOND, { verb: 'confirm', confirms: play.acts.at(-1)?.statement ?? '' })
    expect(play.procedure).toMatchObject({ prolongedUntil: '2028-05-18', prolonging: null, ignored: [] })
    expect(play.procedure.adoptions).toHaveLength(2)
  })

  it('lapses when nobody prolongs it, and stays on record', () => {
    const play = aReviewedListing()
    play.do(GSC, { verb: 'let-lapse', on: today(play), reason: 'No unanimity.' })
    expect(play.procedure).toMatchObject({
      outcome: 'lapsed',
      state: { id: 's-lessons' },
      lapsed: { reason: 'No unanimity.' },
    })
    play
      .do(EEAS, { verb: 'circulate', documents: [paper('doc-lessons-learned')], to: ['NL'] })
      .do(PRESIDENCY, { verb: 'move', transition: 'tr-31' })
    expect(play.refusal(GSC, { verb: 'publish', where: 'OJ', on: today(play) })).toMatch(
      /^PRC-05: The procedure has ended/,
    )
  })

  it('PRC-28 no action is taken from any open state, with its reason, and not once it is adopted', () => {
    const open = aListingBeforeCouncil().do(delegate('NL'), {
      verb: 'take-no-action',
      reason: 'Overtaken by events.',
    })
    expect(open.procedure).toMatchObject({
      outcome: 'no-action',
      state: { id: 's-noaction' },
      noAction: { reason: 'Overtaken by events.' },
    })
    expect(anAdoptedListing().refusal(PRESIDENCY, { verb: 'take-no-action', reason })).toContain('PRC-28')
    expect(aListingBeforeCouncil().refusal(delegate('HU'), { verb: 'take-no-action', reason })).toContain(
      'PRC-03',
    )
  })
})
