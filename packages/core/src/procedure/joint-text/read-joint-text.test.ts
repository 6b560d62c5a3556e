import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import type { Act, RecordedAct } from '../act.ts'
import { isAgreed, versionOf, type TextParagraph } from './joint-text.ts'
import { readJointText } from './read-joint-text.ts'

/** Acts one minute apart, in the order given. */
function record(...said: readonly (readonly [party: string, act: Act])[]): readonly RecordedAct[] {
  return said.map(([party, act], index) => ({
    statement: index.toString(16).padStart(64, '0'),
    party,
    act,
    at: `2022-05-05T10:${String(index).padStart(2, '0')}:00.000Z`,
  }))
}

const laid: readonly [string, Act] = [
  'EEAS',
  {
    verb: 'set-text',
    paragraphs: [
      { id: 'p1', text: 'The Union strongly condemns the attack.' },
      { id: 'p2', text: 'It was conducted by the Russian Federation.' },
      { id: 'p3', text: 'The Union stands with Ukraine.' },
    ],
  },
]
const amend = (party: string, amendment: string, text: string, more = {}): readonly [string, Act] => [
  party,
  { verb: 'amend', amendment, paragraph: 'p2', text, ...more },
]
const decide = (amendment: string, accepted: boolean, reason?: string): readonly [string, Act] => [
  'EEAS',
  { verb: 'decide-amendment', amendment, accepted, ...(reason === undefined ? {} : { reason }) },
]
const agree = (id: string): readonly [string, Act] => ['EEAS', { verb: 'agree-paragraph', paragraph: id }]

function origins(...acts: readonly (readonly [string, Act])[]) {
  return readJointText(record(laid, ...acts)).versions.map(({ origin }) => origin)
}

function paragraph(acts: readonly RecordedAct[], id = 'p2'): TextParagraph {
  const found = readJointText(acts).paragraphs.find((each) => each.id === id)
  if (!found) throw new Error(`no paragraph ${id}`)
  return found
}

test('before anybody lays a text there is none: no paragraphs, no versions, not agreed', () => {
  const text = readJointText([])
  expect(text).toMatchObject({ paragraphs: [], versions: [], faults: [] })
  expect(isAgreed(text)).toBe(false)
})

test('a text that was laid is open in every paragraph: nobody has agreed to anything', () => {
  const text = readJointText(record(laid))
  expect(text.paragraphs.map(({ status }) => status)).toEqual(['open', 'open', 'open'])
  expect(text.versions).toMatchObject([{ number: 1, party: 'EEAS', at: '2022-05-05T10:00:00.000Z' }])
})

test('TXT-04 two amendments to one paragraph stand side by side, each with its party', () => {
  const { pending } = paragraph(
    record(laid, amend('EE', 'a1', 'Estonia’s words.'), amend('HU', 'a2', 'Hungary’s words.')),
  )
  expect(pending.map(({ party, text, baseChanged }) => [party, text, baseChanged])).toEqual([
    ['EE', 'Estonia’s words.', false],
    ['HU', 'Hungary’s words.', false],
  ])
})

test('TXT-04 accepting one amendment leaves the other pending and says that its base has changed', () => {
  const { text, pending, decided } = paragraph(
    record(
      laid,
      amend('EE', 'a1', 'New words.'),
      amend('HU', 'a2', 'Other words.'),
      decide('a1', true, 'widely supported'),
    ),
  )
  expect(text).toBe('New words.')
  expect(decided).toMatchObject([{ amendment: 'a1', state: 'accepted', version: 2 }])
  expect(decided[0]?.decision).toMatchObject({ party: 'EEAS', reason: 'widely supported' })
  expect(pending).toMatchObject([
    {
      amendment: 'a2',
      state: 'pending',
      baseChanged: true,
      base: { version: 1, text: 'It was conducted by the Russian Federation.' },
    },
  ])
})

test('a rejected amendment stays on record with its reason and changes no word and no version', () => {
  const acts = record(laid, amend('HU', 'a1', 'Softer.'), decide('a1', false, 'no support'))
  const { text, pending, decided } = paragraph(acts)
  expect(text).toBe('It was conducted by the Russian Federation.')
  expect(pending).toEqual([])
  expect(decided).toMatchObject([{ state: 'rejected', decision: { reason: 'no support' } }])
  expect(readJointText(acts).versions).toHaveLength(1)
})

test('TXT-05 an amendment is decided once, and its id is used once', () => {
  const text = readJointText(
    record(
      laid,
      amend('EE', 'a1', 'One.'),
      amend('HU', 'a1', 'Two.'),
      decide('a1', true),
      decide('a1', false),
    ),
  )
  expect(text.amendments).toHaveLength(1)
  expect(text.faults.map(({ rule }) => rule)).toEqual(['TXT-05', 'TXT-05'])
  expect(text.paragraphs[1]?.text).toBe('One.')
})

test('TXT-06 an accepted insertion is a new paragraph after the one named, open, under the amendment’s id', () => {
  const text = readJointText(
    record(laid, amend('EE', 'new', 'Inserted.', { insert: true }), decide('new', true)),
  )
  expect(text.paragraphs.map(({ id, status }) => [id, status])).toEqual([
    ['p1', 'open'],
    ['p2', 'open'],
    ['new', 'open'],
    ['p3', 'open'],
  ])
  expect(text.amendments[0]).toMatchObject({ kind: 'insert', became: 'new', version: 2 })
})

test('TXT-06 an insertion whose id a paragraph has already gets the next free one', () => {
  const text = readJointText(
    record(laid, amend('EE', 'p3', 'Inserted.', { insert: true }), decide('p3', true)),
  )
  expect(text.paragraphs.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3-2', 'p3'])
})

test('TXT-06 an amendment without words deletes the paragraph; a later accepted one brings it back in its place', () => {
  const deleted = record(
    laid,
    amend('HU', 'a1', ''),
    amend('EE', 'a2', 'Kept after all.'),
    decide('a1', true),
  )
  const text = readJointText(deleted)
  expect(text.paragraphs.map(({ id }) => id)).toEqual(['p1', 'p3'])
  expect(text.removed).toMatchObject([
    { id: 'p2', removedIn: 2, pending: [{ amendment: 'a2', baseChanged: true }] },
  ])
  const back = readJointText(
    record(
      laid,
      amend('HU', 'a1', ''),
      amend('EE', 'a2', 'Kept after all.'),
      decide('a1', true),
      decide('a2', true),
    ),
  )
  expect(back.paragraphs.map(({ id, text: words }) => [id, words])[1]).toEqual(['p2', 'Kept after all.'])
})

test('TXT-07 a paragraph is agreed in its present words: an accepted amendment opens it again', () => {
  expect(paragraph(record(laid, agree('p2'))).status).toBe('agreed')
  const changed = paragraph(record(laid, agree('p2'), amend('EE', 'a1', 'Changed.'), decide('a1', true)))
  expect(changed.status).toBe('open')
  expect(changed.agreement).toBeUndefined()
})

test('TXT-07 a paragraph that was agreed is open while an amendment to it is pending, and says that it was agreed', () => {
  const { status, agreement } = paragraph(record(laid, agree('p2'), amend('EE', 'a1', 'Changed.')))
  expect(status).toBe('open')
  expect(agreement).toMatchObject({ party: 'EEAS' })
})

test('TXT-20 a paragraph is not agreed over an amendment that waits, and no version is made', () => {
  const text = readJointText(record(laid, amend('EE', 'a1', 'Changed.'), agree('p2')))
  expect(text.paragraphs[1]).toMatchObject({ status: 'open', pending: [{ amendment: 'a1' }] })
  expect(text.paragraphs[1]?.agreement).toBeUndefined()
  expect(text.versions).toHaveLength(1)
  expect(text.faults).toMatchObject([
    { rule: 'TXT-20', text: expect.stringContaining('wait for a decision first: a1') },
  ])
  const decided = record(laid, amend('EE', 'a1', 'Changed.'), decide('a1', false), agree('p2'))
  expect(paragraph(decided).status).toBe('agreed')
})

test('TXT-20 a paragraph is not agreed over the reserve of a capital; a proposed insertion after it is no hindrance', () => {
  const reserve: Act = { verb: 'state-position', position: 'scrutiny-reserve', paragraph: 'p2' }
  const held = paragraph(record(laid, ['HU', reserve], agree('p2')))
  expect(held.agreement).toBeUndefined()
  expect(paragraph(record(laid, amend('EE', 'a1', 'More.', { insert: true }), agree('p2'))).status).toBe(
    'agreed',
  )
})

test('TXT-08 a reserve holds a paragraph, with who and why, until that party lifts it or says something else', () => {
  const reserve: readonly [string, Act] = [
    'HU',
    { verb: 'state-position', position: 'scrutiny-reserve', comment: 'capital is reading', paragraph: 'p2' },
  ]
  const held = paragraph(record(laid, agree('p2'), reserve))
  expect(held).toMatchObject({
    status: 'reserved',
    holds: [{ party: 'HU', position: 'scrutiny-reserve', comment: 'capital is reading', version: 2 }],
  })
  const lift: Act = { verb: 'lift-position', paragraph: 'p2' }
  expect(paragraph(record(laid, agree('p2'), reserve, ['EE', lift])).status).toBe('reserved')
  expect(paragraph(record(laid, agree('p2'), reserve, ['HU', { verb: 'lift-position' }])).status).toBe(
    'reserved',
  )
  expect(paragraph(record(laid, agree('p2'), reserve, ['HU', lift])).status).toBe('agreed')
  const accepts: Act = { verb: 'state-position', position: 'can-accept', paragraph: 'p2' }
  expect(paragraph(record(laid, agree('p2'), reserve, ['HU', accepts])).status).toBe('agreed')
})

test('TXT-08 a reserve to the whole text reserves no single paragraph, and the text is not agreed', () => {
  const text = readJointText(
    record(laid, agree('p1'), agree('p2'), agree('p3'), [
      'DE',
      { verb: 'state-position', position: 'parliamentary-reserve' },
    ]),
  )
  expect(text.paragraphs.every(({ status }) => status === 'agreed')).toBe(true)
  expect(text.holds).toMatchObject([{ party: 'DE', wordsChanged: false }])
  expect(isAgreed(text)).toBe(false)
})

test('TXT-08 a reserve outlives a change of words, and says that they have changed', () => {
  const { holds } = paragraph(
    record(
      laid,
      ['HU', { verb: 'state-position', position: 'substantive-reserve', paragraph: 'p2' }],
      amend('EE', 'a1', 'Changed.'),
      decide('a1', true),
    ),
  )
  expect(holds).toMatchObject([{ party: 'HU', version: 1, wordsChanged: true }])
})

test('TXT-03 paragraphs agreed one after the other are one version; anything said between ends the batch', () => {
  expect(origins(agree('p1'), agree('p2'))).toMatchObject([
    { verb: 'set-text' },
    { verb: 'agree-paragraph', paragraphs: ['p1', 'p2'] },
  ])
  expect(
    origins(agree('p1'), ['CZ', { verb: 'comment-on-silence', comment: 'noted' }], agree('p2')),
  ).toHaveLength(3)
})

test('TXT-02 a new text keeps the agreement of paragraphs whose words are the same', () => {
  const acts = record(laid, agree('p1'), agree('p2'), [
    'EEAS',
    {
      verb: 'set-text',
      paragraphs: [
        { id: 'p2', text: 'It is likely that a State was behind it.' },
        { id: 'p1', text: 'The Union strongly condemns the attack.' },
      ],
    },
  ])
  const text = readJointText(acts)
  expect(text.paragraphs.map(({ id, status }) => [id, status])).toEqual([
    ['p2', 'open'],
    ['p1', 'agreed'],
  ])
  expect(text.removed.map(({ id }) => id)).toEqual(['p3'])
})

test('TXT-02 of two paragraphs with one id the first is kept, and the fault is named', () => {
  const text = readJointText(
    record([
      'EEAS',
      {
        verb: 'set-text',
        paragraphs: [
          { id: 'p', text: 'a' },
          { id: 'p', text: 'b' },
        ],
      },
    ]),
  )
  expect(text.paragraphs.map(({ text: words }) => words)).toEqual(['a'])
  expect(text.faults[0]?.text).toMatch(/two paragraphs “p”.*Rule TXT-02\./)
})

test('TXT-09 an act that points to nothing changes nothing and is named with what was expected', () => {
  const text = readJointText(record(laid, agree('p9'), decide('a7', true)))
  expect(text.versions).toHaveLength(1)
  expect(text.faults.map(({ text: said }) => said)).toEqual([
    'The joint text has no paragraph “p9”; name one of: p1, p2, p3. Rule TXT-09.',
    'There is no amendment “a7” to decide; a decision follows its proposal. Rule TXT-09.',
  ])
})

const ids = fc.constantFrom('p1', 'p2', 'p3', 'a1', 'a2')
const words = fc.constantFrom('one', 'two words', 'three words here', '')
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    verb: fc.constant('set-text' as const),
    paragraphs: fc
      .uniqueArray(ids, { minLength: 1, maxLength: 4 })
      .map((list) => list.map((id) => ({ id, text: `text of ${id}` }))),
  }),
  fc.record({
    verb: fc.constant('amend' as const),
    amendment: fc.constantFrom('a1', 'a2', 'a3', 'a4'),
    paragraph: ids,
    insert: fc.boolean(),
    text: words,
  }),
  fc.record({
    verb: fc.constant('decide-amendment' as const),
    amendment: fc.constantFrom('a1', 'a2', 'a3', 'a4'),
    accepted: fc.boolean(),
  }),
  fc.record({ verb: fc.constant('agree-paragraph' as const), paragraph: ids }),
  fc.record({
    verb: fc.constant('state-position' as const),
    position: fc.constantFrom('support' as const, 'scrutiny-reserve' as const, 'oppose' as const),
    paragraph: ids,
  }),
  fc.record({ verb: fc.constant('lift-position' as const), paragraph: ids }),
)
const anyActs = fc
  .array(fc.tuple(fc.constantFrom('EE', 'HU', 'EEAS'), anyAct), { maxLength: 25 })
  .map((said) => record(...said))

test('acts that come later never change the words of a version that has its number', () => {
  fc.assert(
    fc.property(anyActs, fc.nat(25), (acts, cut) => {
      const whole = readJointText(acts)
      const early = readJointText(acts.slice(0, cut))
      for (const { number, paragraphs } of early.versions) {
        const later = versionOf(whole, number)
        expect(later?.paragraphs.map(({ id, text }) => [id, text])).toEqual(
          paragraphs.map(({ id, text }) => [id, text]),
        )
      }
    }),
  )
})

test('TXT-01 the order in which acts arrive does not matter, only when they were recorded', () => {
  fc.assert(
    fc.property(anyActs, (acts) => {
      expect(readJointText(acts.toReversed())).toEqual(readJointText(acts))
    }),
  )
})

test('the present text is the last version, versions are numbered without a gap, and no id stands twice', () => {
  fc.assert(
    fc.property(anyActs, (acts) => {
      const text = readJointText(acts)
      expect(text.versions.map(({ number }) => number)).toEqual(text.versions.map((_, index) => index + 1))
      const present = text.paragraphs.map(({ id, text: said }) => [id, said])
      expect(present).toEqual(text.versions.at(-1)?.paragraphs.map(({ id, text: said }) => [id, said]) ?? [])
      expect(new Set(text.paragraphs.map(({ id }) => id)).size).toBe(text.paragraphs.length)
    }),
  )
})

test('no amendment is lost: each is accepted, rejected or pending, and an undecided one is pending', () => {
  fc.assert(
    fc.property(anyActs, (acts) => {
      const { amendments, paragraphs, removed } = readJointText(acts)
      const listed = [...paragraphs, ...removed].flatMap(({ pending, decided }) => [...pending, ...decided])
      expect(new Set(listed)).toEqual(new Set(amendments))
      for (const { state, decision, baseChanged } of amendments) {
        expect(state === 'pending').toBe(decision === undefined)
        if (state !== 'pending') expect(baseChanged).toBe(false)
      }
    }),
  )
})

test('a paragraph that anybody holds or that has an amendment pending is never agreed', () => {
  fc.assert(
    fc.property(anyActs, (acts) => {
      for (const { status, holds, pending } of readJointText(acts).paragraphs) {
        if (status === 'agreed') {
          expect(holds).toEqual([])
          expect(pending.filter(({ kind }) => kind !== 'insert')).toEqual([])
        }
        expect(status === 'reserved').toBe(holds.length > 0)
      }
    }),
  )
})
