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
    const grounds = aboutCase({ kind: 'fact', id: 'disruptionDurationHours' }, dossier, say)
    expect(grounds?.alternatives?.map(({ value }) => value)).toEqual([96, 60])
    expect(grounds?.support).toHaveLength(2)
  })

  it('say of an unknown fact that nobody has stated it, and never that it is false', () => {
    const grounds = aboutCase({ kind: 'fact', id: 'originOutsideUnion' }, dossier, say)
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

  it('exist for every test, dimension, fact, measure, package, norm, claim and precedent of a dossier', () => {
    const about = (kind: string, id: string) => {
      const topic = parseTopic(`${kind}:${id}`)
      return topic && (aboutCase(topic, dossier, say) ?? aboutLaw(topic, dossier, undefined, say))
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

  it('are not invented for what the dossier does not have', () => {
    expect(aboutCase({ kind: 'fact', id: 'nothing-of-the-kind' }, dossier, say)).toBeUndefined()
    expect(aboutLaw({ kind: 'test', id: 'nothing-of-the-kind' }, dossier, undefined, say)).toBeUndefined()
    expect(parseTopic('elsewhere:x')).toBeUndefined()
  })
})
