import { expect, test } from 'vitest'
import { loadDoctrine } from '@demarche/doctrine'
import { sayAtLength, textsAtLength } from './doctrine-at-length.ts'

const doctrine = loadDoctrine()
const [measure] = doctrine.measures
if (!measure) throw new Error('the doctrine has no measure')

test('what entries say at length is said in the language of the desk, provisions and sources as they are on record', async () => {
  const texts = await textsAtLength('fr')
  const said = sayAtLength(doctrine, texts, 'fr').measures[0]
  expect(said?.description).toBe(texts[measure.description ?? ''])
  expect(said?.description).not.toBe(measure.description)
  expect(said?.preconditions).not.toEqual(measure.preconditions)
  expect(said?.legalBasis).toBe(measure.legalBasis)
  expect(said?.source).toEqual(measure.source)
  expect(said?.id).toBe(measure.id)
})

test('notes on entries, and what was read of them, are said in the language of the desk', async () => {
  const said = sayAtLength(doctrine, await textsAtLength('de'), 'de')
  const notesOf = ({ scales, documents, norms, roles, countryGroups = [] }: typeof doctrine) =>
    [...scales, ...documents, ...norms, ...roles, ...countryGroups].flatMap((entry) => [
      ...(entry.notes ?? []),
      ...(entry.verifiedParts ?? []),
      ...(entry.unverifiedParts ?? []),
    ])
  const english = new Set(notesOf(doctrine))
  expect(english.size).toBeGreaterThan(0)
  expect(notesOf(said).filter((note) => english.has(note))).toEqual([])
})

test('organisations and regions are called what they are called in the language', async () => {
  const group = doctrine.countryGroups?.find(({ names }) => names.de !== undefined && names.de !== names.en)
  const said = sayAtLength(doctrine, await textsAtLength('de'), 'de').countryGroups
  expect(said?.find(({ id }) => id === group?.id)?.label).toBe(group?.names.de)
})

test('a text that was changed since it was translated stays as it is, and in English nothing is loaded', async () => {
  const changed = { description: `${measure.description ?? ''} More.` }
  expect(sayAtLength(changed, await textsAtLength('fr'), 'fr')).toEqual(changed)
  expect(sayAtLength(doctrine, await textsAtLength('en'), 'en')).toBe(doctrine)
})
