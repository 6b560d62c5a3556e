/** The dossier on screen, for every tab of a case. */
import type { Doctrine, Dossier } from '@demarche/core'
import { createContext, useContext } from 'react'

interface CaseOnScreen {
  readonly dossier: Dossier
  readonly doctrine: Doctrine | undefined
}

export const CaseContext = createContext<CaseOnScreen | null>(null)

/** @throws Error outside of a case's page: a defect of the desk. */
export function useCase(): CaseOnScreen {
  const found = useContext(CaseContext)
  if (!found) throw new Error('no case on screen')
  return found
}
