/** What the list of cases can be asked for. */
import type { CaseListQuery, CaseRow } from '@demarche/api'

export const ANSWERS: readonly CaseRow['answered'][] = [
  'restrictive',
  'stability',
  'cooperative',
  'preventive',
  'support',
  'none',
  'open',
]
export const SORTS: readonly CaseListQuery['sort'][] = ['name', 'start', 'disclosed', 'recorded']
export const LIMIT = 50
export type Change = (values: Readonly<Record<string, string | undefined>>) => void
