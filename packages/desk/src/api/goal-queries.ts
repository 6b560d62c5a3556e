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
  readonly search: 'yes' | 'no'
  readonly offset: number
  readonly limit: number
}

/** @param search `no`: without what the search for overlaps suggests, which takes a while the first time */
export function useGoals(search: 'yes' | 'no') {
  return useQuery({
    queryKey: ['portfolio', 'goals', search],
    queryFn: ({ signal }) => getJson<GoalsAnswer>(`/api/portfolio/goals${queryString({ search })}`, signal),
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
