import { ACT_VERBS, COUNTED_RULES } from '@demarche/core'
import { expect, test } from 'vitest'
import { loadDoctrine } from './read-pack.ts'

const { graph, tracks, measures, roles } = loadDoctrine()
const track = (id: string) => tracks.find((entry) => entry.id === id)

test('the graph has the 24 states and 35 steps of the reconstruction, and the desk’s own are marked as such', () => {
  expect(graph.states).toHaveLength(24)
  expect(graph.states.filter(({ verified }) => verified)).toHaveLength(11)
  const reconstructed = graph.transitions.filter(({ id }) => id.startsWith('tr-'))
  expect(reconstructed).toHaveLength(35)
  expect(reconstructed.filter(({ verified }) => verified)).toHaveLength(16)
  const own = graph.transitions.filter(({ id }) => !id.startsWith('tr-'))
  expect(own.every(({ id }) => id.startsWith('our-'))).toBe(true)
})

test('each of the 38 measures takes a track, and each track has a rule that is counted, or none', () => {
  expect(measures.filter(({ id }) => !tracks.some((one) => one.measures.includes(id)))).toEqual([])
  const rules: readonly (string | undefined)[] = [...COUNTED_RULES, undefined]
  expect(tracks.filter(({ rule }) => !rules.includes(rule))).toEqual([])
})

test('doctrine says of every verb who may do it', () => {
  expect(graph.verbs.map(({ id }) => id).toSorted()).toEqual(ACT_VERBS.toSorted())
})

test('a listing is two acts by unanimity, confirmed by a second person, notified, and reviewed within twelve months', () => {
  expect(track('track-listing')).toMatchObject({
    rule: 'rule-listing',
    acts: ['doc-draft-decision', 'doc-draft-implementing-regulation'],
    fourEyes: true,
    notifies: true,
    reviewMonths: 12,
  })
})

test('statement, declaration and conclusions are three tracks with three ways of deciding', () => {
  const rules = ['track-statement', 'track-declaration', 'track-conclusions'].map((id) => track(id)?.rule)
  expect(rules).toEqual([undefined, 'rule-coreu-silence', 'rule-wp-consensus'])
})

test('what a Member State does alone, and aid under TEU 42(7) and TFEU 222, needs no vote', () => {
  for (const id of ['track-national', 'track-mutual-assistance', 'track-solidarity'])
    expect(track(id)).toMatchObject({ proposers: ['ms'], deciders: ['ms'] })
})

test('no step of a measure that does not attribute depends on the exchange of attributions', () => {
  const after = graph.transitions.filter(({ from, verb }) => from === 's-attrib' && verb !== undefined)
  expect(after.map(({ to }) => to)).toEqual(['s-options'])
  expect(tracks.filter(({ states }) => states.includes('s-attrib'))).toEqual([])
})

test('bodies act through somebody, and somebody holds every role that a verb names', () => {
  const held = new Set(roles.filter(({ parties, actsThrough }) => parties ?? actsThrough).map(({ id }) => id))
  const named = [
    ...graph.verbs.flatMap(({ by }) => by),
    ...tracks.flatMap(({ proposers, deciders }) => [...proposers, ...deciders]),
  ]
  const words = ['proposers', 'deciders', 'transition', 'opener', 'ms', 'presidency']
  expect(named.filter((id) => !words.includes(id) && !held.has(id))).toEqual([])
})

test('hours of silence are called our judgement', () => {
  expect(graph.silence).toMatchObject({
    authority: 'our-judgement',
    hours: { normal: 72, short: 24, crisis: 4 },
  })
})
