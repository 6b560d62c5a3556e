import { expect, it } from 'vitest'
import { readChangeQuery } from './change-query.ts'

const asked = (search: string) => readChangeQuery(new URLSearchParams(search), '2026-11-28')

it('looks thirty days back, or as many as were chosen', () => {
  expect(asked('')).toEqual({ period: '30', query: { since: '2026-10-29', offset: 0, limit: 50 } })
  expect(asked('days=7')).toMatchObject({ period: '7', query: { since: '2026-11-21' } })
  expect(asked('days=90')).toMatchObject({ period: '90', query: { since: '2026-08-30' } })
})

it('begins with a chosen day, whatever days are asked for beside it', () => {
  expect(asked('days=7&since=2026-01-05')).toMatchObject({ period: 'day', query: { since: '2026-01-05' } })
})

it('asks for a kind, a place and a page, and not for what cannot be read', () => {
  expect(asked('kind=project&place=GE&offset=50').query).toMatchObject({
    kind: 'project',
    place: 'GE',
    offset: 50,
  })
  expect(asked('kind=%3F&place=!&since=soon&days=8&offset=-1')).toEqual(asked(''))
})
