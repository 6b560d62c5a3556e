/** What an act counts for, as the reader sees measures and organisations; undefined while they are on their way. */
import { type ActDone, type CountsFor, countsFor } from '@demarche/core/portfolio/confidence/counts-for.ts'
import { propertyOf, sayWord } from '@demarche/core/portfolio/record-kind.ts'
import type { RecordRow } from '@demarche/api'
import { useCallback, useMemo } from 'react'
import { useAllRecords } from '../api/norm-queries.ts'
import { useKind } from '../api/portfolio-queries.ts'
import { useDoctrine } from '../api/queries.ts'

export interface CountsForAnswer {
  readonly found: readonly CountsFor[] | undefined
  /** the measures behind it */
  readonly measures: readonly RecordRow[]
  readonly error: unknown
}

export function useCountsFor(act: ActDone, asOf: string | undefined): CountsForAnswer {
  const measures = useAllRecords('cbm', asOf)
  const doctrine = useDoctrine()
  const groups = doctrine.data?.countryGroups
  const rows = measures.data
  const key = JSON.stringify(act)
  const found = useMemo(
    () => (rows && groups ? countsFor(act, rows, groups) : undefined),
    // the key stands for the act
    [rows, groups, key],
  )
  return { found, measures: rows ?? [], error: measures.error ?? doctrine.error }
}

/** What a kind of act is called in the language of the desk. */
export function useActWord(): (word: string) => string {
  const property = useKind('cbm-act')
  return useCallback(
    (word) => {
      const act = property && propertyOf(property, 'act')
      return act ? sayWord(act, word) : word
    },
    [property],
  )
}
