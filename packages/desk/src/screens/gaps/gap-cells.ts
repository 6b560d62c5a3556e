/** What stands in a cell of the gap map, and how it is said in one line. */
import type { GapsAnswer } from '@demarche/api'
import type { Say } from '../../texts.ts'

export interface Theme {
  readonly id: string
  readonly says: string
}
export interface CellPlace {
  readonly country: string
  readonly theme: string
}
/** The projects and needs of a cell, by entity. */
export interface Cell {
  readonly certain: readonly string[]
  readonly perhaps: readonly string[]
  readonly withMoney: number
  readonly needs: readonly string[]
}

export function cellAt(answer: Pick<GapsAnswer, 'cells' | 'needs'>, { country, theme }: CellPlace): Cell {
  const isHere = (one: CellPlace) => one.country === country && one.theme === theme
  const cell = answer.cells.find(isHere)
  const need = answer.needs.find(isHere)
  return {
    certain: cell?.certain ?? [],
    perhaps: cell?.perhaps ?? [],
    withMoney: cell?.withMoney ?? 0,
    needs: need ? [...need.certain, ...need.perhaps] : [],
  }
}

export function isEmptyCell({ certain, perhaps, needs }: Cell): boolean {
  return certain.length + perhaps.length + needs.length === 0
}

/** Everything that the cell holds, in words; "none known" where no project is. */
export function sayCell(t: Say, { certain, perhaps, withMoney, needs }: Cell): string {
  const parts = [
    ...(certain.length > 0 ? [t('gaps.certain', { count: certain.length })] : []),
    ...(perhaps.length > 0 ? [t('gaps.perhapsMany', { count: perhaps.length })] : []),
    ...(certain.length + perhaps.length === 0 ? [t('gaps.noneKnown')] : []),
    ...(withMoney > 0 ? [t('gaps.withMoney', { count: withMoney })] : []),
    ...(needs.length > 0 ? [t('gaps.needs', { count: needs.length })] : []),
  ]
  return parts.join(', ')
}
