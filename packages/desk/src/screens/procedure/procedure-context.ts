/** The procedure on screen, for every tab of it. */
import type { ProcedureAnswer } from '@demarche/api'
import type { Doctrine } from '@demarche/core'
import { createContext, useContext } from 'react'

interface ProcedureOnScreen {
  readonly answer: ProcedureAnswer
  readonly doctrine: Doctrine | undefined
}

export const ProcedureContext = createContext<ProcedureOnScreen | null>(null)

/** @throws Error outside of a procedure's page: a defect of the desk. */
export function useProcedureOnScreen(): ProcedureOnScreen {
  const found = useContext(ProcedureContext)
  if (!found) throw new Error('no procedure on screen')
  return found
}
