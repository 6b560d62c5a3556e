/**
 * What is on record about the one entity that a page is about, as far as the reader sees it, and how it is put into words.
 *
 * A case and a record of the portfolio both give it; the table of facts, the drawers in which something is put on record
 * and the history take it from here and know neither.
 */
import type { RecordAnswer } from '@demarche/api'
import type { FactRow, Marking, Statement } from '@demarche/core'
import { createContext, useContext, useMemo } from 'react'
import { useKinds } from '../api/portfolio-queries.ts'
import { kindWording } from '../portfolio/kind-wording.ts'
import { usePrintedPlaceName } from '../portfolio/places.ts'
import { useText } from '../texts.ts'
import { caseWording } from './case-wording.ts'
import type { Wording } from './wording.ts'

export interface OnRecord {
  readonly entity: string
  readonly marking: Marking
  readonly facts: readonly FactRow[]
  readonly statements: Readonly<Record<string, Statement>>
  readonly wording: Wording
}

export const OnRecordContext = createContext<OnRecord | null>(null)

/** @throws Error outside of a page about one entity: a defect of the desk. */
export function useOnRecord(): OnRecord {
  const found = useContext(OnRecordContext)
  if (!found) throw new Error('nothing on screen that anything is recorded about')
  return found
}

/** What is on record about a record of the portfolio, as the server answers; undefined until its kind is known. */
export function useOnRecordOf(answer: RecordAnswer | undefined): OnRecord | undefined {
  const t = useText()
  const placeName = usePrintedPlaceName()
  const kinds = useKinds(answer !== undefined).data?.kinds
  return useMemo(() => {
    const kind = kinds?.find(({ id }) => id === answer?.record.kind)
    if (!answer || !kind) return undefined
    const { record, statements, names } = answer
    return { ...record, statements, wording: kindWording(kind, { t, placeName, names, kinds }) }
  }, [answer, kinds, t, placeName])
}

/** The words for an entity: those of its page, where one is on screen; else those of its kind, without names of others. */
export function useWordingOf(entity: string): Wording | undefined {
  const t = useText()
  const onScreen = useContext(OnRecordContext)
  const placeName = usePrintedPlaceName()
  const isOnScreen = onScreen?.entity === entity
  const id = entity.slice(0, entity.indexOf(':'))
  const kinds = useKinds(!isOnScreen && id !== 'case').data?.kinds
  const own = useMemo(() => {
    if (id === 'case') return caseWording(t)
    const kind = kinds?.find((one) => one.id === id)
    return kind && kindWording(kind, { t, placeName, kinds })
  }, [t, id, kinds, placeName])
  return isOnScreen ? onScreen.wording : own
}
