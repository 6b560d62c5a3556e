/** The sign of each stance, read with its word beside it or in the legend. */
import type { Stance } from '@demarche/core'

export const STANCE_SYMBOLS: Readonly<Record<Stance, string>> = {
  yes: '✓',
  no: '✕',
  abstain: '○',
  'abstain-with-declaration': '◑',
  'not-participating': '–',
  unknown: '?',
}
