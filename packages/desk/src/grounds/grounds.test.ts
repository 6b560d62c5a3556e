import { statesOfCase } from '@demarche/core'
import { aDossier } from '@demarche/testkit'
import { describe, expect, it } from 'vitest'
import type { Say } from '../texts.ts'
import { aboutCase } from './about-case.ts'
import { aboutLaw } from './about-law.ts'
import { parseTopic } from './use-grounds.ts'

const say: Say = (key, values) => (values ? `${key} ${Object.values(values).join(' ')}` : key)
const dossier = aDossier()

describe('the grounds of what is on screen', () => {
  it('show both values of a contested fact with the statements behind each', () => {
    const grounds = aboutCase({ kind: 'fact', id: 'disruptionDurationHours' }, dossier, undefined, say)
    expect(grounds?.alternatives?.map(({ value }) => value)).toEqual([96, 60])
    expect(grounds?.support).toHaveLength(2)
  })

  it('say of an unknown fact that nobody has stated it, and never that it is false', () => {
    const grounds = aboutCase({ kind: 'fact', id: 'originOutsideUnion' }, dossier, undefined, say)
    expect(grounds?.conclusion).toBe('fact.unknown')
    expect(grounds?.support).toEqual([])
  })

  it('show a verdict that rests on a person, and what it would be without', () => {
    const grounds = aboutLaw({ kind: 'test', id: 'significant-effect' }, dossier, undefined, say)
    expect(grounds?.verdict).toMatchObject({ verdict: 'true', suggestion: 'arguable' })
    expect(grounds?.sections.find(({ heading }) => heading === 'grounds.judgement')?.lines).toEqual([
      'grounds.restsOnJudgement verdict.test.unknown',
    ])
  })

  it('say whose finding a verdict rests on, with its grounds and the note of its source', () => {
    const grounds = aboutLaw({ kind: 'test', id: 'significant-effect' }, dossier, undefined, say)
    const lines = grounds?.sections.find(({ heading }) => heading === 'grounds.onRecord')?.lines
    expect(lines?.[0]).toMatch(/^judgement.said judgement.holds /)
    expect(lines?.[1]).toMatch(/^judgement.by /)
  })

  it('do not take the lower end of what a level can be for the level', () => {
    const [first, ...others] = dossier.profile
    if (!first) throw new Error('the invented dossier has no dimension')
    const open = {
      ...first,
      level: { state: 'between', lower: 2, upper: 4 } as const,
      anchor: 'several sectors',
    }
    const topic = { kind: 'dimension', id: open.dimension } as const
    const grounds = aboutCase(topic, { ...dossier, profile: [open, ...others] }, undefined, say)
    expect(grounds?.conclusion).toMatch(/^level.atLeast .*several sectors/)
  })

  it('exist for every test, dimension, fact, measure, package, norm, claim and precedent of a dossier', () => {
    const about = (kind: string, id: string) => {
      const topic = parseTopic(`${kind}:${id}`)
      return topic && (aboutCase(topic, dossier, undefined, say) ?? aboutLaw(topic, dossier, undefined, say))
    }
    const ids: [string, readonly string[]][] = [
      ['test', dossier.tests.map(({ test }) => test)],
      ['dimension', dossier.profile.map(({ dimension }) => dimension)],
      ['fact', dossier.facts.map(({ property }) => property)],
      ['measure', dossier.measures.map(({ measure }) => measure)],
      ['package', dossier.packages.map(({ id }) => id)],
      ['norm', dossier.norms.map(({ norm }) => norm)],
      ['claim', dossier.attribution.claims.map((_claim, index) => String(index))],
      ['neighbour', dossier.neighbours.map(({ entity }) => entity)],
      ['consistency', dossier.consistency.map(({ precedent }) => precedent)],
      ['statement', Object.keys(dossier.statements)],
    ]
    for (const [kind, list] of ids) {
      expect(list.length, kind).toBeGreaterThan(0)
      for (const id of list) expect(about(kind, id)?.title, `${kind}:${id}`).toBeTruthy()
    }
  })

  it('of a norm lead to what the States of the case had said of it (NRM-14)', () => {
    const grounds = aboutLaw({ kind: 'norm', id: 'norm-f' }, dossier, undefined, say)
    expect(grounds?.normOf?.norm).toBe('norm-f')
    expect(grounds?.normOf?.states).toEqual(statesOfCase(dossier))
    expect(grounds?.normOf?.states).toEqual(expect.arrayContaining(['EE', 'FI', 'GR']))
  })

  it('are not invented for what the dossier does not have', () => {
    expect(aboutCase({ kind: 'fact', id: 'nothing-of-the-kind' }, dossier, undefined, say)).toBeUndefined()
    expect(aboutLaw({ kind: 'test', id: 'nothing-of-the-kind' }, dossier, undefined, say)).toBeUndefined()
    expect(parseTopic('elsewhere:x')).toBeUndefined()
  })
})
