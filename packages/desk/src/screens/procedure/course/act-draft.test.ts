import { ACT_VERBS, type NextAct } from '@demarche/core'
import { describe, expect, it } from 'vitest'
import { type ActDraft, draftFor, linesOf, readDraft } from './act-draft.ts'
import { ELSEWHERE, FIELDS, isHere } from './act-fields.ts'

const EMPTY: ActDraft = { texts: {}, lists: {}, documents: [] }
const typed = (texts: Record<string, string>): ActDraft => ({ ...EMPTY, texts })
const document = (outline: string, annex = '') => ({
  outline,
  title: `Title of ${outline}`,
  version: '',
  annex,
})
const HEAD = 'a'.repeat(64)
const NOW = '2026-11-24T10:00:00.000Z'

const adopt = (first: string, second: string) =>
  readDraft(
    { verb: 'adopt' },
    {
      ...EMPTY,
      documents: [
        document('doc-draft-decision', first),
        document('doc-draft-implementing-regulation', second),
      ],
    },
    NOW,
  )
const next = (verb: NextAct['verb'], documents: readonly string[] = []): NextAct => ({
  verb,
  label: verb,
  allowed: true,
  missing: { documents: documents.map((outline) => ({ outline, label: outline })), positions: [] },
  by: [],
  verified: false,
})

describe('the table of fields', () => {
  it('has every verb of a procedure, here or beside the text', () => {
    expect(ACT_VERBS.filter((verb) => !isHere(verb))).toEqual([...ELSEWHERE])
    expect(Object.keys(FIELDS).length + ELSEWHERE.length).toBe(ACT_VERBS.length)
  })
})

describe('an act being written', () => {
  it('PRC-36 a listing says of each name what identifies it, one line each', () => {
    const listed = (text: string) =>
      readDraft({ verb: 'propose' }, typed({ reason: 'They ran it.', listed: text }), NOW)
    expect(listed('Unit 26165; military unit')).toMatchObject({
      act: { listed: [{ name: 'Unit 26165', identifiedBy: 'military unit' }] },
    })
    expect(listed('Unit 26165')).toEqual({ faults: [{ field: 'listed', fault: 'identify' }] })
    expect(listed('')).toEqual({ faults: [{ field: 'listed', fault: 'missing' }] })
    expect(readDraft({ verb: 'propose' }, typed({ reason: 'A joint voice.' }), NOW)).toEqual({
      act: { verb: 'propose', reason: 'A joint voice.' },
    })
  })

  it('PRC-37 what was said in the room names only those who spoke', () => {
    expect(
      readDraft(
        { verb: 'record-positions' },
        typed({ meeting: '2026-11-24', 'said.FR': 'support', 'said.HU': '', 'said.PL': 'abstain' }),
        NOW,
      ),
    ).toEqual({
      act: {
        verb: 'record-positions',
        meeting: '2026-11-24',
        positions: [
          { party: 'FR', position: 'support' },
          { party: 'PL', position: 'abstain' },
        ],
      },
    })
  })

  it('PRC-33 names the field of a day that cannot be: a meeting that has passed, a vote still to be held', () => {
    const faults = [{ field: 'meeting', fault: 'dayPast' }]
    expect(
      readDraft({ verb: 'put-on-agenda' }, typed({ body: 'hwpci', meeting: '2020-01-01' }), NOW),
    ).toEqual({ faults })
    expect(readDraft({ verb: 'record-vote' }, typed({ held: '2026-12-03' }), NOW)).toEqual({
      faults: [{ field: 'held', fault: 'dayAhead' }],
    })
  })

  it('PRC-39 reads whose vote was given by whom, as far as the one is absent and the other present', () => {
    const draft = {
      ...typed({ held: '2026-11-20', 'givenBy.MT': 'IT', 'givenBy.FR': 'IT', 'givenBy.CY': 'EE' }),
      lists: { present: ['FR', 'IT'] },
    }
    expect(readDraft({ verb: 'record-vote' }, draft, NOW)).toMatchObject({
      act: { present: ['FR', 'IT'], proxies: [{ party: 'MT', holder: 'IT' }] },
    })
    const both = { ...draft, texts: { ...draft.texts, 'givenBy.CY': 'IT' } }
    expect(readDraft({ verb: 'record-vote' }, both, NOW)).toEqual({
      faults: [{ field: 'proxies', fault: 'heldTwice' }],
    })
  })

  it('PRC-22 a deadline that has passed is a fault of the form, before anything is said again', () => {
    expect(readDraft({ verb: 'open-silence' }, typed({ until: '2026-11-24T09:59:00.000Z' }), NOW)).toEqual({
      faults: [{ field: 'until', fault: 'untilPast' }],
    })
  })

  it('becomes the act of its verb once everything needed is there', () => {
    expect(
      readDraft({ verb: 'put-on-agenda' }, typed({ body: 'hwpci', meeting: '2026-11-26', item: ' ' }), NOW),
    ).toEqual({
      act: { verb: 'put-on-agenda', body: 'hwpci', meeting: '2026-11-26' },
    })
    expect(
      readDraft({ verb: 'open-silence' }, typed({ until: '2026-11-27T17:00:00.000Z', version: '2' }), NOW),
    ).toEqual({
      act: { verb: 'open-silence', until: '2026-11-27T17:00:00.000Z', version: 2 },
    })
    expect(
      readDraft(
        { verb: 'circulate' },
        { ...EMPTY, documents: [document('doc-press-release')], lists: { to: ['EE', 'HU'] } },
        NOW,
      ),
    ).toMatchObject({ act: { verb: 'circulate', to: ['EE', 'HU'] } })
  })

  it('names each field that is missing, and nothing else', () => {
    expect(readDraft({ verb: 'publish' }, EMPTY, NOW)).toEqual({
      faults: [
        { field: 'where', fault: 'missing' },
        { field: 'on', fault: 'missing' },
      ],
    })
    expect(readDraft({ verb: 'open-silence' }, EMPTY, NOW)).toEqual({
      faults: [{ field: 'until', fault: 'until' }],
    })
  })

  it('does not take a day that is none', () => {
    expect(readDraft({ verb: 'let-lapse' }, typed({ on: 'soon', reason: 'It has served.' }), NOW)).toEqual({
      faults: [{ field: 'on', fault: 'date' }],
    })
  })

  it('asks a reserve what would lift it, and no other position', () => {
    expect(readDraft({ verb: 'state-position' }, typed({ position: 'scrutiny-reserve' }), NOW)).toEqual({
      faults: [{ field: 'comment', fault: 'wouldLift' }],
    })
    expect(readDraft({ verb: 'state-position' }, typed({ position: 'oppose' }), NOW)).toEqual({
      act: { verb: 'state-position', position: 'oppose' },
    })
  })

  it('takes two acts only with annexes that name the same, in whatever order', () => {
    expect(adopt('A. Person\nB. Person', 'B. Person\n A. Person ')).toMatchObject({ act: { verb: 'adopt' } })
    expect(adopt('A. Person', '')).toEqual({ faults: [{ field: 'acts', fault: 'annexMissing' }] })
    expect(adopt('A. Person', 'B. Person')).toEqual({ faults: [{ field: 'acts', fault: 'annexDiffers' }] })
  })

  it('says what it confirms, and which step it takes', () => {
    expect(readDraft({ verb: 'confirm' }, EMPTY, NOW, HEAD)).toEqual({
      act: { verb: 'confirm', confirms: HEAD },
    })
    expect(readDraft({ verb: 'move', transition: 'tr-12' }, EMPTY, NOW)).toEqual({
      act: { verb: 'move', transition: 'tr-12' },
    })
  })

  it('reads names a line each and forgets empty lines', () => {
    expect(linesOf(' A. Person \n\n B. Person\n')).toEqual(['A. Person', 'B. Person'])
  })
})

describe('how a form starts', () => {
  const doctrine: Parameters<typeof draftFor>[2] = { tracks: [], documents: [] }
  const answer: Parameters<typeof draftFor>[1] = {
    procedure: { subjects: ['A. Person'], track: 'track-listing', openedOn: '2026-11-23' },
    text: { versions: [] },
  }

  it('brings along the papers that a proposal is asked for', () => {
    expect(
      draftFor(next('propose', ['doc-options-paper']), answer, doctrine, '2026-11-24').documents,
    ).toEqual([{ outline: 'doc-options-paper', title: 'doc-options-paper', version: '', annex: '' }])
  })

  it('starts a date at today where something has been done, and at no day where something lies ahead', () => {
    expect(draftFor(next('publish'), answer, doctrine, '2026-11-24').texts['on']).toBe('2026-11-24')
    expect(draftFor(next('put-on-agenda'), answer, doctrine, '2026-11-24').texts['meeting']).toBeUndefined()
  })

  it('names those whom the procedure lists to be notified', () => {
    expect(draftFor(next('notify'), answer, doctrine, '2026-11-24').texts['whom']).toBe('A. Person')
  })
})
