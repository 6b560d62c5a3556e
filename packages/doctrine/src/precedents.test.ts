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

test('an incident that a listing names is among the precedents, or is marked as not kept', () => {
  const known = new Set(cases.map(({ id }) => id))
  const named = new Set(listings.flatMap(({ incidents }) => incidents))
  expect([...named].some((id) => known.has(id))).toBe(true)
})
