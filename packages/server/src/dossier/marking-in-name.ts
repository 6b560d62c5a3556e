/** The marking as the name of a file carries it. */
import { formatMarking, type Marking } from '@demarche/core'

/** @example markingInName({ distribution: 'LIMITE', tlp: 'TLP:AMBER' }) // 'LIMITE-TLP-AMBER' */
export function markingInName(marking: Marking): string {
  return formatMarking(marking).replaceAll(/[^A-Za-z0-9+]+/g, '-')
}
