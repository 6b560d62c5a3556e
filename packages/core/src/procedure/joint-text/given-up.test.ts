import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import type { ClaimRow } from '../../attribution/attribution-view.ts'
import { comparedWithAttributions, namesIn } from './compared-with-attributions.ts'
import { findMentions } from './find-mention.ts'
import { givenUp } from './given-up.ts'
import { readJointText } from './read-joint-text.ts'

const text = (...paragraphs: readonly (readonly [id: string, text: string])[]) => ({
  paragraphs: paragraphs.map(([id, said]) => ({ id, text: said })),
})
const first = text(
  ['p1', 'The Union strongly condemns the attack. It attributes it to the Russian Federation.'],
  ['p2', 'The Union will impose restrictive measures.'],
)

test('TXT-12 a paragraph that has gone is given up with its words', () => {
  const { findings, words } = givenUp(first, text(['p1', first.paragraphs[0]?.text ?? '']))
  expect(findings).toEqual([
    {
      kind: 'paragraph-removed',
      rule: 'TXT-12',
      paragraph: 'p2',
      was: 'The Union will impose restrictive measures.',
    },
  ])
  expect(words).toEqual({ first: 19, removed: 6, added: 0 })
})

test('TXT-13 from “attributes” to “is likely” is a weakening and a hedge, each with the sentence where it stands', () => {
  const now = text(
    ['p1', 'The Union condemns the attack. It is likely linked to the Russian Federation.'],
    ['p2', 'The Union will impose restrictive measures.'],
  )
  const { findings } = givenUp(first, now)
  expect(findings.filter(({ kind }) => kind === 'weakened')).toMatchObject([
    {
      about: 'attribution',
      authority: 'our-judgement',
      was: { seen: 'attributes', sentence: 'It attributes it to the Russian Federation.' },
      now: { seen: 'linked to' },
    },
    { about: 'condemnation', was: { seen: 'strongly condemns' }, now: { seen: 'condemns' } },
  ])
  expect(findings.filter(({ kind }) => kind === 'hedge-added')).toMatchObject([
    { now: { seen: 'likely', sentence: 'It is likely linked to the Russian Federation.' } },
  ])
})

test('TXT-13 strong words that moved to another paragraph are said to stand there still', () => {
  const now = text(
    ['p1', 'It attributes it to the Russian Federation.'],
    ['p2', 'The Union will impose restrictive measures and strongly condemns the attack.'],
  )
  expect(givenUp(first, now).findings).toContainEqual(
    expect.objectContaining({ kind: 'weakened', about: 'condemnation', stillIn: ['p2'] }),
  )
})

test('TXT-13 a denial keeps the strong verb, so the word that denies is what is found', () => {
  const now = text(
    ['p1', 'The Union strongly condemns the attack. It does not attribute it.'],
    ['p2', 'The Union will act.'],
  )
  expect(givenUp(first, now).findings).toContainEqual(
    expect.objectContaining({ kind: 'negation-added', now: expect.objectContaining({ seen: 'not' }) }),
  )
})

test('TXT-13 the month of May hedges nothing; “may” does', () => {
  const was = text(['p', 'The attack began.'])
  const hedges = (said: string) => givenUp(was, text(['p', said])).findings.map(({ kind }) => kind)
  expect(hedges('The attack began in May 2022.')).toEqual([])
  expect(hedges('The attack may have begun.')).toContain('hedge-added')
})

test('TXT-13 a stronger text gives nothing up', () => {
  const soft = text(['p', 'The Union is concerned.'])
  expect(
    givenUp(soft, text(['p', 'The Union is concerned and strongly condemns the attack.'])).findings,
  ).toEqual([])
})

test('the first version gives nothing up against itself, and a later one its words', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 40 }), { maxLength: 4 }), (texts) => {
      const same = text(...texts.map((said, index) => [`p${index}`, said] as const))
      expect(givenUp(same, same)).toMatchObject({ words: { removed: 0, added: 0 }, findings: [] })
    }),
  )
  const joint = readJointText([
    {
      statement: 'a',
      party: 'EEAS',
      at: '2022-05-05T10:00:00.000Z',
      act: { verb: 'set-text', paragraphs: [{ id: 'p1', text: 'Old words.' }] },
    },
    {
      statement: 'b',
      party: 'EEAS',
      at: '2022-05-05T11:00:00.000Z',
      act: { verb: 'set-text', paragraphs: [{ id: 'p1', text: 'New words.' }] },
    },
  ])
  const [laid, changed] = joint.versions
  expect(laid && changed && givenUp(laid, changed)).toMatchObject({
    findings: [{ kind: 'words-removed', was: 'Old', now: 'New' }],
  })
})

const claim = (accused: string, accusedState?: string): ClaimRow => ({
  claim: {
    claimant: 'Estonia',
    claimantState: 'EE',
    kind: 'political',
    accused,
    ...(accusedState === undefined ? {} : { accusedState }),
    confidenceAsStated: 'almost certain',
  },
  statement: '0'.repeat(64),
  confidence: 'high',
})

test('TXT-14 a State is found by its official name, an actor only by the names in the claim', () => {
  const [compared] = comparedWithAttributions(first, [claim('Sandworm (GRU Unit 74455)', 'RU')])
  expect(compared?.state).toMatchObject({
    code: 'RU',
    naming: 'named',
    mentions: [
      {
        paragraph: 'p1',
        seen: 'Russian Federation',
        sentence: 'It attributes it to the Russian Federation.',
      },
    ],
  })
  expect(compared?.actor).toMatchObject({
    naming: 'not-named',
    names: ['Sandworm (GRU Unit 74455)', 'Sandworm', 'GRU Unit 74455'],
  })
  expect(compared?.claim.confidence).toBe('high')
})

test('TXT-14 what the first version named and this one does not is no longer named', () => {
  const [compared] = comparedWithAttributions(
    text(['p1', 'The Union condemns the attack by a neighbouring State.']),
    [claim('unknown', 'RU')],
    { first },
  )
  expect(compared?.state).toMatchObject({ naming: 'not-named', noLongerNamed: true })
})

test('TXT-14 a claim that names nobody cannot be looked for, and that is said', () => {
  const [compared] = comparedWithAttributions(first, [claim('unknown')])
  expect(compared?.actor).toMatchObject({ naming: 'not-searchable', names: [] })
  expect(compared?.state).toBeUndefined()
})

test('TXT-14 a mention beside a word that leaves it open says so', () => {
  const [compared] = comparedWithAttributions(
    text(['p1', 'The attack was probably, and possibly with help, the work of Russia. May was calm.']),
    [claim('x', 'RU')],
  )
  expect(compared?.state?.mentions[0]?.hedges).toEqual(['probably', 'possibly'])
})

test('a name is found as a whole word, in any capitals, never inside another word', () => {
  const paragraphs = text(['p', 'Prussia, RUSSIA and Russian-made; Art. 2 on Russia. Done.']).paragraphs
  expect(findMentions(paragraphs, ['Russia']).map(({ seen }) => seen)).toEqual(['RUSSIA', 'Russia'])
  expect(findMentions(paragraphs, ['a+b(c']).length).toBe(0)
})

test('names in a claim are its own words and their parts, never words that name nobody', () => {
  expect(namesIn('APT28 / Fancy Bear')).toEqual(['APT28 / Fancy Bear', 'APT28', 'Fancy Bear'])
  expect(namesIn('Not named')).toEqual([])
})

test('any name that a claim gives is found when the text has it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-zÀ-žΑ-ωА-я.+*?^$(){}|\\/ -]{2,20}$/), (accused) => {
      for (const name of namesIn(accused)) {
        const said = text(['p', `The group ${name} did it.`])
        const found = findMentions(said.paragraphs, [name])
        expect(found.length, name).toBeGreaterThan(0)
      }
    }),
  )
})
