/** The kinds of doctrine entries, in the order in which they are shown. */
import type { Doctrine, DoctrineEntry } from '@demarche/core'

export const KINDS = [
  'tests',
  'scales',
  'proportionality',
  'measures',
  'norms',
  'packages',
  'documents',
  'votingRules',
  'roles',
  'rightsQuestions',
  'rights',
  'countryGroups',
] as const
export type Kind = (typeof KINDS)[number]

export function entriesOf(doctrine: Doctrine, kind: Kind): readonly DoctrineEntry[] {
  const { rightsCheck } = doctrine
  switch (kind) {
    case 'proportionality':
      return [doctrine.proportionality]
    case 'rightsQuestions':
      return rightsCheck ? [rightsCheck.severity, ...rightsCheck.questions] : []
    case 'rights':
      return rightsCheck?.rights ?? []
    default:
      return doctrine[kind] ?? []
  }
}
