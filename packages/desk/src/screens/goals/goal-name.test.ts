import { afterEach, expect, it } from 'vitest'
import { labelsIn, sayLabels } from '../../record/doctrine-labels.ts'
import { nameGoals } from './goal-name.ts'

const goal = (entity: string, name: string) => ({ entity, name })

afterEach(() => sayLabels(new Map()))

it('the names of goals are said in the language of the desk, unless people here named a goal otherwise', async () => {
  sayLabels(await labelsIn('fr'))
  const goals = [
    goal('goal:confidence', 'States trust each other more'),
    goal('goal:rights-online', 'Rights hold everywhere'),
    goal('project:own', 'States trust each other more'),
  ]
  expect(nameGoals(goals).map(({ name }) => name)).toEqual([
    'Les États se font davantage confiance',
    'Rights hold everywhere',
    'States trust each other more',
  ])
})
