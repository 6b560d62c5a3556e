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
  'countryGroups',
] as const
export type Kind = (typeof KINDS)[number]

export function entriesOf(doctrine: Doctrine, kind: Kind): readonly DoctrineEntry[] {
  return kind === 'proportionality' ? [doctrine.proportionality] : (doctrine[kind] ?? [])
}
