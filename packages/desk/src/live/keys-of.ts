/** Which questions of the desk a live change concerns. Next door: `live-updates.tsx`. */
import type { LiveKey } from '@demarche/api'

/** Doctrine, the register and the kinds of record change with the program alone. */
const NEVER: readonly unknown[] = ['doctrine', 'listings', 'kinds']

/** What is asked about one case. */
const OF_A_CASE: readonly unknown[] = ['dossier', 'history', 'recorders']

/** A history is asked for by its entity, whatever that is; records are what is neither case nor procedure. */
const isOfRecord = (entity: unknown): boolean => !/^(case|procedure):/.test(String(entity))

/** True when a question of that key is to be asked again. */
export function isConcerned(change: LiveKey, [head, entity]: readonly unknown[]): boolean {
  if (change === 'everything') return !NEVER.includes(head)
  if (change === 'procedures') return head === 'procedures' || head === 'meeting'
  // pages of the portfolio name cases, and count them
  if (change === 'portfolio') return head === 'portfolio' || (head === 'history' && isOfRecord(entity))
  if (change === 'cases') return head === 'cases' || head === 'portfolio'
  if (typeof change === 'string') return head === change
  if ('procedure' in change) return head === 'procedure' && entity === change.procedure
  if ('case' in change) return OF_A_CASE.includes(head) && entity === change.case
  return head === 'presence' && entity === change.presence
}
