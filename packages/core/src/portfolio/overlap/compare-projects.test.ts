/** Sentences of the field, on invented projects: what overlaps, what does not, and what cannot be told. Rules OVL-01 to OVL-12. */
import { describe, expect, it } from 'vitest'
import { aProject, type Told } from '../../../test/a-project.ts'
import type { OverlapReason, ProjectComparison } from './comparison.ts'
import { compareProjects } from './compare-projects.ts'
import { overlapContext } from './profile.ts'

const context = overlapContext()
const compare = (a: Told, b: Told): ProjectComparison =>
  compareProjects(
    aProject({ id: 'a', ...a }),
    aProject({ id: 'b', donors: ['Sudland'], implementers: ['Agency of the South'], ...b }),
    context,
  )
const reason = <Code extends OverlapReason['code']>({ reasons }: ProjectComparison, code: Code) =>
  reasons.find((each): each is Extract<OverlapReason, { code: Code }> => each.code === code)

const COURTS = {
  name: 'Fair Hearing',
  objective: 'Train prosecutors and judges to handle electronic evidence.',
}
const COURTS_IN_OTHER_WORDS = {
  name: 'Bench and Byte',
  objective: 'Cours pour magistrats et procureurs sur les preuves électroniques.',
}
const RESPONSE = {
  name: 'First Call',
  objective: 'Set up the national CSIRT and train it in incident response.',
}

describe('compareProjects', () => {
  it('calls the same work at the same place and time a possible duplicate, across languages, and shows the words (OVL-02, OVL-05)', () => {
    const answer = compare(COURTS, COURTS_IN_OTHER_WORDS)
    expect(answer.outcome).toBe('duplicate')
    const [theme] = reason(answer, 'shared-themes')?.themes ?? []
    expect(theme).toMatchObject({ theme: 'criminal-justice', basis: { a: 'text', b: 'text' } })
    expect(theme?.a).toContain('prosecutors')
    expect(theme?.b).toContain('magistrats')
    expect(reason(answer, 'shared-countries')).toMatchObject({ countries: ['MD'], fromNames: [] })
    expect(answer.wouldSettle).toContainEqual({ of: 'a', field: 'themes', why: 'inferred' })
  })

  it('calls crime and resilience of one programme in the same countries a synergy, not a duplicate (OVL-10)', () => {
    const six = ['AM', 'AZ', 'BY', 'GE', 'MD', 'UA']
    const answer = compare(
      {
        name: 'NetEast',
        objective: 'Better law and training on cybercrime for police and courts',
        countries: six,
        donors: ['EU'],
      },
      {
        name: 'Network Security EAST',
        objective:
          'Governance of network security, protection of critical infrastructure and incident response',
        countries: six,
        donors: ['EU'],
      },
    )
    expect(answer.outcome).toBe('synergy')
    expect(reason(answer, 'different-themes')).toBeDefined()
    expect(reason(answer, 'same-donors')).toEqual({ code: 'same-donors', donors: ['EU'] })
  })

  it('cannot tell whether other work in the same country is side by side where a date is missing (OVL-03, OVL-10)', () => {
    const answer = compare({ ...COURTS, start: null, end: null }, RESPONSE)
    expect(answer).toMatchObject({ outcome: 'cannot-tell', leaning: 'synergy' })
    expect(answer.wouldSettle).toContainEqual({ of: 'a', field: 'start', why: 'missing' })
    expect(compare({ ...COURTS, start: null, end: '2016-12-31' }, RESPONSE).outcome).toBe('unrelated')
  })

  it('raises no alert for a four-day clinic inside a five-year programme (OVL-11)', () => {
    const answer = compare(
      { ...RESPONSE, start: '2019-01-01', end: '2023-12-31' },
      {
        name: 'Regional clinic',
        objective: 'Clinic for incident response teams',
        start: '2021-05-03',
        end: '2021-05-07',
      },
    )
    expect(answer.outcome).toBe('synergy')
    expect(reason(answer, 'brief')).toEqual({ code: 'brief', of: 'b', days: 4 })
  })

  it.each([
    ['Lantern', 'Lantern+'],
    ['Lantern, phase one', 'Lantern, phase two'],
    ['Lantern', 'Lantern II'],
    ['Lantern, first phase', 'Lantern, deuxième phase'],
    ['Lantern - Courts against Cybercrime', 'Lantern+ - Courts against Cybercrime Extended'],
    ['Lantern-1', 'Lantern-2'],
  ])('sees that "%s" comes before "%s", although their periods touch (OVL-08)', (earlier, later) => {
    const hands = { implementers: ['Institute of the North'], objective: COURTS.objective }
    const answer = compare(
      { ...hands, name: earlier, end: '2023-12-31' },
      { ...hands, name: later, start: '2023-05-01', end: '2026-12-31' },
    )
    expect(answer.outcome).toBe('successor')
    expect(reason(answer, 'takes-over')).toMatchObject({ earlier: 'a', later: 'b', basis: 'text' })
    expect(reason(answer, 'phase-marker')).toBeDefined()
  })

  it('does not make phases of one name in the hands of others (OVL-08)', () => {
    expect(compare({ ...COURTS, name: 'Lantern' }, { ...COURTS, name: 'Lantern II' }).outcome).toBe(
      'duplicate',
    )
  })

  it('believes a source that says what takes over and what is part of what (OVL-07)', () => {
    expect(compare(COURTS, { ...COURTS_IN_OTHER_WORDS, successorOf: 'a' }).outcome).toBe('successor')
    const part = compare(COURTS, { ...COURTS_IN_OTHER_WORDS, partOf: 'a' })
    expect(part.outcome).toBe('synergy')
    expect(reason(part, 'part-of')).toMatchObject({ child: 'b', parent: 'a', basis: 'stated' })
  })

  it('shows grants as a part of the programme of the same hands, no alert (OVL-09)', () => {
    const hands = { donors: ['EU'], implementers: ['Institute of the North'] }
    const answer = compare(
      { ...hands, name: 'Safe Valley', objective: 'Awareness of online safety among citizens' },
      {
        ...hands,
        name: 'Safe Valley grants',
        objective: 'Small grants for awareness and online safety',
        start: '2022-01-01',
        end: '2022-12-31',
      },
    )
    expect(answer.outcome).toBe('synergy')
    expect(reason(answer, 'part-of')).toMatchObject({ child: 'b', parent: 'a', basis: 'text' })
  })

  it('takes one project on record twice for one, whatever its periods (OVL-09)', () => {
    const record = {
      name: 'Lantern - Courts on Digital Proof',
      objective: '',
      implementers: ['Institute of the North'],
    }
    const answer = compare(
      { ...record, start: '2016', end: '2021' },
      { ...record, start: '2017', end: '2024' },
    )
    expect(answer.outcome).toBe('duplicate')
    expect(reason(answer, 'same-name')).toBeDefined()
  })

  it('cannot tell without dates, and says which would settle it (OVL-03)', () => {
    const answer = compare(COURTS, { ...COURTS_IN_OTHER_WORDS, start: null, end: null })
    expect(answer).toMatchObject({ outcome: 'cannot-tell', leaning: 'duplicate' })
    expect(answer.wouldSettle).toContainEqual({ of: 'b', field: 'start', why: 'missing' })
    expect(reason(answer, 'dates-unknown')).toEqual({ code: 'dates-unknown', of: ['b'] })
  })

  it('cannot tell without countries; a worldwide project lists none (OVL-03)', () => {
    const answer = compare(COURTS, { ...COURTS_IN_OTHER_WORDS, countries: [], scope: 'global' })
    expect(answer.outcome).toBe('cannot-tell')
    expect(answer.wouldSettle).toContainEqual({ of: 'b', field: 'countries', why: 'missing' })
  })

  it('does not ask for what could not change the answer (OVL-03)', () => {
    const answer = compare(COURTS, { ...COURTS_IN_OTHER_WORDS, countries: ['GH'], start: null, end: null })
    expect(answer).toMatchObject({ outcome: 'unrelated', wouldSettle: [] })
  })

  it.each([
    ['Courts of the Western Balkans', 'Western Balkans', 'AL'],
    ['Tribunaux du partenariat oriental', 'Eastern Partnership', 'MD'],
    ['Courts in the Southern Neighbourhood', 'Southern Neighbourhood', 'TN'],
    ['Courts of ECOWAS', 'ECOWAS', 'GH'],
    ['Courts of ASEAN', 'ASEAN', 'PH'],
  ])(
    'resolves "%s" to the countries of %s, and says that it is only a name (OVL-04)',
    (name, region, country) => {
      const answer = compare(
        { ...COURTS, countries: [country] },
        { name, objective: COURTS_IN_OTHER_WORDS.objective, countries: [], scope: 'region-unlisted' },
      )
      expect(answer.outcome).toBe('duplicate')
      expect(reason(answer, 'shared-countries')).toMatchObject({
        countries: [country],
        fromNames: [{ of: 'b', names: [region] }],
      })
      expect(answer.wouldSettle).toContainEqual({ of: 'b', field: 'countries', why: 'inferred' })
    },
  )

  it('settles nothing by the name of a continent (OVL-04)', () => {
    const answer = compare(
      { ...COURTS, countries: ['GH'] },
      { ...COURTS_IN_OTHER_WORDS, name: 'Courts of Africa', countries: [], scope: null },
    )
    expect(answer).toMatchObject({ outcome: 'cannot-tell', leaning: 'duplicate' })
  })

  it('does not take the country of a donor for a partner (OVL-04)', () => {
    const answer = compare(
      { ...COURTS, countries: ['JP'] },
      {
        ...COURTS_IN_OTHER_WORDS,
        name: 'ASEAN-Japan courts',
        donors: ['Japan (fund)'],
        countries: [],
        scope: null,
      },
    )
    expect(answer.outcome).toBe('unrelated')
  })

  it('reads a year as a year: what may be 150 days and may be none is not told (OVL-06)', () => {
    const answer = compare(
      { ...COURTS, start: '2019-01-01', end: '2021' },
      { ...COURTS_IN_OTHER_WORDS, start: '2021', end: '2024-01-01' },
    )
    expect(answer).toMatchObject({ outcome: 'cannot-tell' })
    expect(answer.wouldSettle).toContainEqual({ of: 'a', field: 'end', why: 'imprecise' })
  })

  it('counts 150 days as enough and 149 as too few (OVL-02)', () => {
    const first = { ...COURTS, start: '2020-01-01', end: '2021-06-01' }
    const later = (start: string) => compare(first, { ...COURTS_IN_OTHER_WORDS, start, end: '2023-01-01' })
    expect(later('2021-01-02')).toMatchObject({ outcome: 'duplicate' })
    expect(later('2021-01-03')).toMatchObject({ outcome: 'unrelated' })
  })

  it('takes a project without an end as running for five years, and not for ever (OVL-06)', () => {
    const open = { ...COURTS, start: '2018-01-01', end: null }
    const soon = compare(open, { ...COURTS_IN_OTHER_WORDS, start: '2021-01-01', end: '2022-01-01' })
    expect(soon.outcome).toBe('duplicate')
    expect(soon.wouldSettle).toContainEqual({ of: 'a', field: 'end', why: 'missing' })
    expect(compare(open, { ...COURTS_IN_OTHER_WORDS, start: '2025-01-01', end: '2026-01-01' }).outcome).toBe(
      'cannot-tell',
    )
  })

  it('does not read law where the text says law enforcement, nor policy where it says police (OVL-05)', () => {
    const answer = compare(
      { name: 'Badge', objective: 'Law enforcement and police in the dark web' },
      { name: 'Charter', objective: 'National strategy and policy making' },
    )
    expect(answer.outcome).toBe('synergy')
  })
})
