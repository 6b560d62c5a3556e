import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { NAMES_ON_RECORD, nameGoals } from './goal-name.ts'

const goal = (entity: string, name: string) => ({ entity, name })

describe('the names of goals', () => {
  it('are those on record of the goals that come with the desk', () => {
    const records = readFileSync(
      new URL('../../../../doctrine/portfolio/records/goal.yaml', import.meta.url),
      'utf8',
    )
    const shipped = [...records.matchAll(/^ {2}- id: (.*)\n {4}facts:\n {6}number: \d+\n {6}name: (.*)$/gm)]
    expect(Object.fromEntries(shipped.map(([, id, name]) => [id, name]))).toEqual(NAMES_ON_RECORD)
  })

  it('are said in the language of the desk, unless people here named a goal otherwise', () => {
    const goals = [
      goal('goal:confidence', 'States trust each other more'),
      goal('goal:rights-online', 'Rights hold everywhere'),
      goal('goal:own', 'States trust each other more'),
    ]
    const named = nameGoals(goals, (key) => `<${key}>`)
    expect(named.map(({ name }) => name)).toEqual([
      '<goals.name.confidence>',
      'Rights hold everywhere',
      'States trust each other more',
    ])
  })
})
