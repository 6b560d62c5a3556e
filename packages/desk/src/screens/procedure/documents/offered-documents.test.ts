import type { DocumentOutline, Track } from '@demarche/core'
import { describe, expect, it } from 'vitest'
import { offeredDocuments } from './offered-documents.ts'

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
  documents: ['doc-revised-text', 'doc-press-release'],
  acts: ['doc-draft-declaration'],
  fourEyes: false,
  brake: false,
  notifies: false,
}
const doctrine = {
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
    outline: 'doc-revised-text',
    title: 'Second text',
    statement: 's',
    party: 'IE',
    at: '2026-11-23T09:00:00.000Z',
    to: [],
  }
  const offered = offeredDocuments({ track: 'track-x', openedOn: '2026-11-23', documents: [filed] }, doctrine)

  it('are those that this desk writes, the track’s own first, then what the track uses and others write', () => {
    expect(offered.map(({ outline: { id } }) => id)).toEqual([
      'doc-draft-declaration',
      'doc-press-release',
      'doc-objection',
      'doc-revised-text',
    ])
    expect(offered.map(({ writes }) => writes !== undefined)).toEqual([true, true, true, false])
  })

  it('say which the case writes, and that an objection has its place where silence runs', () => {
    const silent = { ...track, documents: ['doc-options-paper'], rule: 'rule-coreu-silence' }
    const papers = offeredDocuments(
      { track: 'track-x', openedOn: '2026-11-23', documents: [] },
      { tracks: [silent], documents: ['doc-options-paper', 'doc-objection'].map(outline) },
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
})
