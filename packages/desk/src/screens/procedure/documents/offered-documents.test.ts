import type { DocumentOutline, Procedure, Track, Transition } from '@demarche/core'
import { describe, expect, it } from 'vitest'
import { namedOtherwise } from './named-otherwise.ts'
import { isUncalledFor, offeredDocuments } from './offered-documents.ts'

const entry = {
  authority: 'our-judgement',
  source: { document: 'Invented', locator: 'p. 1' },
  inForce: { from: '2020-01-01' },
  verified: true,
} as const
const outline = (id: string): DocumentOutline => ({
  ...entry,
  id,
  label: id,
  sections: [],
  marking: { distribution: 'LIMITE', tlp: 'TLP:AMBER' },
  audience: [],
})
const track: Track = {
  ...entry,
  id: 'track-x',
  label: 'Invented',
  measures: [],
  states: [],
  proposers: [],
  deciders: [],
  documents: ['doc-triage-note', 'doc-press-release'],
  acts: ['doc-draft-declaration'],
  fourEyes: false,
  brake: false,
  notifies: false,
}
const step = (from: string, to: string, documents: readonly string[], decides = false): Transition => ({
  ...entry,
  id: `${from}-${to}`,
  label: 'Invented',
  from,
  to,
  by: [],
  documents,
  deadline: { normal: '', crisis: '', basis: '' },
  output: '',
  paths: ['normal'],
  decides,
})
const graph = {
  states: [],
  verbs: [],
  silence: {
    ...entry,
    id: 'silence',
    label: 'Silence',
    hours: { normal: 72, short: 24, crisis: 4 },
    clock: '',
  },
  transitions: [
    step('s-open', 's-decide', ['doc-listing-proposal', 'doc-press-release']),
    step('s-decide', 's-done', [], true),
    step('s-done', 's-review', ['doc-notification-letter', 'doc-press-release']),
    step('s-review', 's-open', ['doc-prolongation-note']),
    step('s-done', 's-review', []),
    step('s-blocked', 's-open', ['doc-revised-text']),
  ],
}
const doctrine = {
  graph,
  tracks: [track],
  documents: [
    'doc-revised-text',
    'doc-press-release',
    'doc-draft-declaration',
    'doc-objection',
    'doc-triage-note',
  ].map(outline),
}

describe('the documents offered in a procedure', () => {
  const filed = {
    outline: 'doc-triage-note',
    title: 'Note',
    statement: 's',
    party: 'IE',
    at: '2026-11-23T09:00:00.000Z',
    to: [],
  }
  const offered = offeredDocuments(
    { track: 'track-x', openedOn: '2026-11-23', documents: [filed], adoptions: [] },
    doctrine,
  )

  it('are those that this desk writes, the track’s own first, then what the track uses and others write', () => {
    expect(offered.map(({ outline: { id } }) => id)).toEqual([
      'doc-draft-declaration',
      'doc-press-release',
      'doc-objection',
      'doc-triage-note',
    ])
    expect(offered.map(({ writes }) => writes !== undefined)).toEqual([true, true, true, false])
  })

  it('say which the case writes, and that an objection has its place where silence runs', () => {
    const silent = { ...track, documents: ['doc-options-paper'], rule: 'rule-coreu-silence' }
    const papers = offeredDocuments(
      { track: 'track-x', openedOn: '2026-11-23', documents: [], adoptions: [] },
      { graph, tracks: [silent], documents: ['doc-options-paper', 'doc-objection'].map(outline) },
    )
    expect(papers.map(({ outline: { id }, ofCase, breaksSilence }) => [id, ofCase, breaksSilence])).toEqual([
      ['doc-objection', false, true],
      ['doc-options-paper', true, false],
    ])
  })

  it('say what is adopted on the track and what is on file', () => {
    expect(offered.filter(({ isAct }) => isAct).map(({ outline: { id } }) => id)).toEqual([
      'doc-draft-declaration',
    ])
    expect(offered.at(-1)?.onFile).toEqual([filed])
  })

  it('say what nothing on the track calls for, unless it is on file', () => {
    const elsewhere = { ...track, documents: [], acts: [] }
    const uncalledFor = (documents: Procedure['documents']) =>
      offeredDocuments(
        { track: 'track-x', openedOn: '2026-11-23', documents, adoptions: [] },
        { graph, tracks: [elsewhere], documents: ['doc-press-release'].map(outline) },
      ).filter(isUncalledFor)
    expect(offered.filter(isUncalledFor).map(({ outline: { id } }) => id)).toEqual(['doc-objection'])
    expect(uncalledFor([])).toHaveLength(1)
    expect(uncalledFor([{ ...filed, outline: 'doc-press-release' }])).toEqual([])
  })

  const LISTING = [
    'doc-listing-proposal',
    'doc-notification-letter',
    'doc-prolongation-note',
    'doc-draft-decision',
  ]
  const way: Track = {
    ...track,
    states: ['s-open', 's-decide', 's-done', 's-review', 's-blocked'],
    documents: [...LISTING, 'doc-press-release', 'doc-revised-text'],
    acts: ['doc-draft-decision'],
    reviewMonths: 12,
  }
  const later = (own: Track, adoptions: Procedure['adoptions'] = []) =>
    offeredDocuments(
      { track: 'track-x', openedOn: '2026-11-23', documents: [], adoptions },
      { graph, tracks: [own], documents: [...LISTING, 'doc-press-release', 'doc-revised-text'].map(outline) },
    ).flatMap(({ outline: { id }, afterAdoption }) => (afterAdoption ? [id] : []))

  it('wait for the adoption where steps behind the decision alone ask for them', () => {
    expect(later(way)).toEqual(['doc-notification-letter', 'doc-prolongation-note'])
    const adopted = {
      at: '2026-11-24T09:00:00.000Z',
      how: 'vote',
      by: null,
      acts: [],
      declaring: [],
    } as const
    expect(later(way, [adopted])).toEqual([])
  })

  it('offer the note on prolonging at once where prolonging is what is proposed', () => {
    const { reviewMonths: _, ...prolonging } = way
    expect(later(prolonging)).toEqual(['doc-notification-letter'])
  })

  it('leave out papers of a listing, a request and a crisis where the track does not use them', () => {
    const papers = offeredDocuments(
      { track: 'track-x', openedOn: '2026-11-23', documents: [], adoptions: [] },
      { graph, tracks: [track], documents: [...LISTING, 'doc-demarche'].map(outline) },
    )
    expect(papers.map(({ outline: { id } }) => id)).toEqual(['doc-demarche'])
  })
})

const withAnnex = (outlineId: string, annex: readonly string[], at = '2026-11-23T09:00:00.000Z') => ({
  outline: outlineId,
  title: outlineId,
  statement: at,
  party: 'GR',
  at,
  to: [],
  annex: [...annex],
})

describe('papers on file whose annex names others', () => {
  const entries = [{ name: 'A' }, { name: 'B' }]

  it('are named, the last of each outline; order and repetition do not matter', () => {
    expect(namedOtherwise([withAnnex('doc-draft-decision', ['B', 'A', 'A'])], entries)).toEqual([])
    expect(
      namedOtherwise(
        [withAnnex('doc-draft-decision', ['A']), withAnnex('doc-draft-decision', ['A', 'B'])],
        entries,
      ),
    ).toEqual([])
    expect(
      namedOtherwise(
        [withAnnex('doc-draft-decision', ['A', 'B']), withAnnex('doc-draft-implementing-regulation', ['A'])],
        entries,
      ),
    ).toEqual([{ title: 'doc-draft-implementing-regulation', party: 'GR', annex: ['A'] }])
  })
})
