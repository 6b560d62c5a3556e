/** Questions about the picture by goals. */
import type { GoalRecordsAnswer, GoalsAnswer } from '@demarche/api'
import type { PictureLayer, PictureMark } from '@demarche/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getJson, queryString } from './client.ts'

/** One figure of the picture, and the page of its records. */
export interface GoalFigure {
  readonly goal: string
  readonly layer: PictureLayer
  readonly mark?: PictureMark
  readonly offset: number
  readonly limit: number
}

export function useGoals() {
  return useQuery({
    queryKey: ['portfolio', 'goals'],
    queryFn: ({ signal }) => getJson<GoalsAnswer>('/api/portfolio/goals', signal),
  })
}

export function useGoalRecords(figure: GoalFigure) {
  return useQuery({
    queryKey: ['portfolio', 'goals', 'records', figure],
    queryFn: ({ signal }) =>
      getJson<GoalRecordsAnswer>(`/api/portfolio/goals/records${queryString({ ...figure })}`, signal),
    placeholderData: keepPreviousData,
  })
}
