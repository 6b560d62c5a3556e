import { describe, expect, it } from 'vitest'
import type { Say } from '../texts.ts'
import { findKindActions, findPartners } from './portfolio-finds.ts'

const PLACES = [
  { code: 'UA', name: 'Ukraine' },
  { code: 'org-osce', name: 'Organization for Security and Co-operation in Europe' },
  { code: '*', name: 'worldwide' },
]
const KINDS = [
  { id: 'project', label: 'project', plural: 'projects' },
  { id: 'vote', label: 'vote', plural: 'votes' },
]
const t: Say = (key, values) => `${key} ${Object.values(values ?? {}).join(' ')}`
const kindActions = (typed: string, mayRecord = true) =>
  findKindActions(KINDS, { t, mayRecord, fits: (name) => name.includes(typed) }).map(({ path }) => path)

describe('what the command bar finds of the portfolio', () => {
  it('is partners by code and by name, never the whole world, and none for nothing', () => {
    expect(findPartners(PLACES, 'ua').map(({ path }) => path)).toEqual(['/partners/UA'])
    expect(findPartners(PLACES, 'security').map(({ path }) => path)).toEqual(['/partners/org-osce'])
    expect(findPartners(PLACES, 'world')).toEqual([])
    expect(findPartners(PLACES, ' ')).toEqual([])
  })

  it('is the list and the form of every kind, as far as the name fits', () => {
    expect(kindActions('')).toEqual([
      '/portfolio/project',
      '/portfolio/vote',
      '/portfolio/project/new',
      '/portfolio/vote/new',
    ])
    expect(kindActions('vote')).toEqual(['/portfolio/vote', '/portfolio/vote/new'])
  })

  it('offers no form to those who may not record', () => {
    expect(kindActions('vote', false)).toEqual(['/portfolio/vote'])
  })
})
