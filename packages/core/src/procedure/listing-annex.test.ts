import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aListingBeforeCouncil, anAdoptedListing, LISTED, NAMES } from '../../test/a-procedure.ts'
import type { Act } from './act.ts'
import { missingIn, readListingAnnex } from './listing-annex.ts'

const at = (text: string, id = 'p1') => ({ id, text, agreed: false })
const [PERSON = '', UNIT = ''] = NAMES

test('TXT-22 names and identifying information are those of the last proposal; of the opening before it', () => {
  const { acts } = aListingBeforeCouncil()
  expect(readListingAnnex(acts, undefined).entries).toEqual(LISTED.map((one) => ({ ...one, reasons: [] })))
  const opened = acts.filter(({ act }) => act.verb === 'open')
  expect(readListingAnnex(opened, undefined).entries).toEqual(NAMES.map((name) => ({ name, reasons: [] })))
  expect(readListingAnnex([], undefined).entries).toEqual([])
})

test('TXT-22 the date of listing is the day of the adoption in Brussels, and absent before it', () => {
  const { acts, procedure } = anAdoptedListing()
  const { entries } = readListingAnnex(acts, undefined, procedure.adoption?.at)
  expect(entries.map(({ listedOn }) => listedOn)).toEqual(['2026-03-03', '2026-03-03'])
  const [late] = readListingAnnex(acts, undefined, '2026-03-03T23:30:00.000Z').entries
  expect(late?.listedOn).toBe('2026-03-04')
  expect(readListingAnnex(acts, undefined).entries.flatMap(missingIn)).toContain('listedOn')
})

test.each(['rest-delist', 'rest-prolong'])(
  'TXT-22 what %s adopts lists nobody: its day is no date of listing',
  (measure) => {
    const { acts, procedure } = anAdoptedListing()
    const other = acts.map(({ act }) => ({ act: act.verb === 'open' ? { ...act, measure } : act }))
    const { entries } = readListingAnnex(other, undefined, procedure.adoption?.at)
    expect(entries.map(({ name }) => name)).toEqual(NAMES)
    expect(entries.map(({ listedOn }) => listedOn)).toEqual([undefined, undefined])
  },
)

test('TXT-23 a paragraph that opens with a name begins its grounds; a line of the name alone is a heading', () => {
  const { acts } = aListingBeforeCouncil()
  const { before, entries } = readListingAnnex(acts, {
    paragraphs: [
      at('The attack of March calls for an answer.', 'p1'),
      at('UNIT 00000:\nThe unit ran the servers.', 'p2'),
      at('It is therefore responsible.', 'p3'),
      at('Ivan  Invented commanded it.', 'p4'),
    ],
  })
  expect(before.map(({ id }) => id)).toEqual(['p1'])
  expect(entries).toMatchObject([
    { name: PERSON, reasons: [{ id: 'p4', text: 'Ivan  Invented commanded it.' }] },
    {
      name: UNIT,
      reasons: [{ text: 'The unit ran the servers.' }, { text: 'It is therefore responsible.' }],
    },
  ])
})

test('TXT-23 a longer name is not taken for a shorter one, and a name inside a sentence begins nothing', () => {
  const open: Act = {
    verb: 'open',
    case: 'case:x',
    measure: 'm',
    track: 't',
    path: 'normal',
    title: 'T',
    reason: 'R',
    subjects: ['Unit 26', 'Unit 26 North'],
  }
  const acts = [{ act: open }]
  const read = (text: string) => readListingAnnex(acts, { paragraphs: [at(text)] })
  expect(read('Unit 26 North ran it.').entries.map(({ reasons }) => reasons.length)).toEqual([0, 1])
  expect(read('Unit 2655 ran it.').before).toHaveLength(1)
  expect(read('They say that Unit 26 ran it.').before).toHaveLength(1)
})

test('TXT-22 one fingerprint stands for the same words, and another for any other word', () => {
  const { acts } = aListingBeforeCouncil()
  const print = (text: string) =>
    readListingAnnex(acts, { paragraphs: [at(`${PERSON} ${text}`)] }).fingerprint
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z ]{1,30}[a-z]$/), fc.stringMatching(/^[a-z]{1,5}$/), (said, more) => {
      expect(print(said)).toBe(print(said))
      expect(print(said + more)).not.toBe(print(said))
    }),
  )
  const adopted = readListingAnnex(acts, undefined, '2026-03-03T10:00:00.000Z')
  expect(adopted.fingerprint).toBe(readListingAnnex(acts, undefined).fingerprint)
})

test('TXT-23 no paragraph is lost, doubled or put in another order within one name', () => {
  const { acts } = aListingBeforeCouncil()
  const starts = fc.constantFrom('', `${PERSON} `, `${UNIT} `)
  fc.assert(
    fc.property(fc.array(starts), (list) => {
      const paragraphs = list.map((start, index) => at(`${start}did number ${index}.`, `p${index}`))
      const { before, entries } = readListingAnnex(acts, { paragraphs })
      const runs = [before, ...entries.map(({ reasons }) => reasons)].map((run) => run.map(({ id }) => id))
      expect(runs.flat().toSorted()).toEqual(paragraphs.map(({ id }) => id).toSorted())
      for (const run of runs) {
        const places = run.map((id) => paragraphs.findIndex((one) => one.id === id))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }
    }),
  )
})
