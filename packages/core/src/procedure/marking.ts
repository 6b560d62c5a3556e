/**
 * How a procedure may be marked: all who may see it see the positions of capitals in it.
 *
 * Rests on: PRC-35. Next door: `../kernel/marking.ts`.
 */
import type { Marking } from '../kernel/marking.ts'

/** True when positions of capitals may stand under that marking: LIMITE at least. */
export function isForPositions({ distribution }: Marking): boolean {
  return distribution !== 'PUBLIC'
}
