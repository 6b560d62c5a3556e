import { expect, test } from 'vitest'
import { readPrecedentCases, readPrecedentListings } from './read-pack.ts'

const { cases } = readPrecedentCases()
const { listings, counts } = readPrecedentListings()

test('every precedent has an id of its own and a source', () => {
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
  expect(cases.filter(({ sources }) => sources.length === 0)).toEqual([])
})

test('the listings are as many as the list says of itself', () => {
  const persons = listings.filter(({ type }) => type === 'natural person').length
  expect(counts).toEqual({ persons, entities: listings.length - persons })
})

test('precedents answered by a listing are named by one', () => {
  const named = new Set(listings.flatMap(({ incidents }) => incidents))
  const listed = cases.filter(({ responses }) => JSON.stringify(responses).includes('"listing of'))
  expect(listed.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([])
  expect(listed.length).toBeGreaterThan(0)
})

test('neither file names a path of a machine', () => {
  expect(JSON.stringify([cases, listings])).not.toMatch(/"\/(home|work|tmp|Users)\//)
})
