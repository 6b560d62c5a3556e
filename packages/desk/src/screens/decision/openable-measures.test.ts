import type { Track } from '@demarche/core'
import { loadDoctrine } from '@demarche/doctrine'
import { aDossier } from '@demarche/testkit'
import { describe, expect, it } from 'vitest'
import { openableMeasures, type OpenDraft, openingsOf, whyNotOpen } from './openable-measures.ts'

const dossier = aDossier()
const [pack] = dossier.packages
const steps = pack?.steps.map(({ measure }) => measure) ?? []
const MARKING = { distribution: 'LIMITE', tlp: 'TLP:AMBER' } as const

const track = (id: string, measures: readonly string[], notifies: boolean): Track => ({
  id,
  label: `Way ${id}`,
  authority: 'our-judgement',
  source: { document: 'test', locator: 'test' },
  inForce: { from: '2017-06-19' },
  verified: false,
  measures,
  states: ['s-options'],
  proposers: ['ms'],
  deciders: ['ms'],
  documents: [],
  acts: [],
  fourEyes: false,
  brake: false,
  notifies,
})
const draft: OpenDraft = {
  package: pack?.id,
  chosen: steps,
  titles: Object.fromEntries(steps.map((measure) => [measure, ` Title of ${measure} `])),
  path: 'crisis',
  reason: ' Because. ',
  subjects: 'A. Person\n\n',
  rightsReason: ' ',
}

describe('the measures that a procedure can be opened for', () => {
  it('are those of the package in its order, or the whole catalogue', () => {
    expect(steps.length).toBeGreaterThan(1)
    const ofPackage = openableMeasures(dossier, { tracks: [] }, pack?.id, '2026-11-24')
    expect(ofPackage.map(({ finding }) => finding.measure)).toEqual(steps)
    const all = openableMeasures(dossier, { tracks: [] }, undefined, '2026-11-24')
    expect(all.length).toBeGreaterThan(ofPackage.length)
  })

  it('take a track only on a day on which it is in force', () => {
    const tracks = [track('listing', steps, true)]
    expect(openableMeasures(dossier, { tracks }, pack?.id, '2017-06-18')[0]?.track).toBeUndefined()
    expect(openableMeasures(dossier, { tracks }, pack?.id, '2026-11-24')[0]).toMatchObject({
      track: { id: 'listing' },
      lists: true,
    })
  })

  it('become one procedure each; names go only to those that list, and what is open already is left out', () => {
    const [first = '', second = ''] = steps
    const tracks = [track('listing', [first], true), track('speech', [second], false)]
    const measures = openableMeasures(dossier, { tracks }, pack?.id, '2026-11-24')
    expect(openingsOf(draft, measures, MARKING, new Set())).toEqual([
      {
        measure: first,
        path: 'crisis',
        title: `Title of ${first}`,
        package: pack?.id,
        reason: 'Because.',
        subjects: ['A. Person'],
        marking: MARKING,
      },
      {
        measure: second,
        path: 'crisis',
        title: `Title of ${second}`,
        package: pack?.id,
        reason: 'Because.',
        marking: MARKING,
      },
    ])
    expect(openingsOf(draft, measures, MARKING, new Set([first])).map(({ measure }) => measure)).toEqual([
      second,
    ])
  })

  it('carry the reason for opening on a rights check that leaves something open (RGT-09)', () => {
    const [first = ''] = steps
    const tracks = [track('speech', [first], false)]
    const measures = openableMeasures(dossier, { tracks }, pack?.id, '2026-11-24')
    const given = { ...draft, rightsReason: ' It cannot wait. ' }
    expect(openingsOf(given, measures, MARKING, new Set())[0]?.rightsReason).toBe('It cannot wait.')
  })
})

describe('who may open none at all', () => {
  const doctrine = loadDoctrine()
  const why = (party: string, role: 'desk-officer' | 'analyst' | 'administrator') =>
    whyNotOpen(doctrine, { party, role, person: 'person:0000000000000001' }, '2026-11-24T10:00:00.000Z')
      ?.why ?? null

  it('is told before anything is typed: a party that takes no part, and roles that do not act', () => {
    expect(why('desk', 'desk-officer')).toMatch(/You act as: desk officer, desk\./)
    expect(why('EE', 'analyst')).toMatch(/You act as: analyst, EE\./)
    expect(why('EEAS', 'administrator')).toMatch(/You act as: administrator, EEAS\./)
  })

  it('is nobody who prepares for a Member State or an institution', () => {
    expect(why('EE', 'desk-officer')).toBeNull()
    expect(why('EEAS', 'desk-officer')).toBeNull()
  })
})
