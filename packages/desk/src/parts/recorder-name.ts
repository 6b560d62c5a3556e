/**
 * Who put a statement on record, in words: the person and the party, or the party alone where the reader may not know more.
 *
 * Who may know whom is decided by the server (`case.recorders`); as another party would get a case, nobody is named.
 */
import type { Statement } from '@demarche/core'
import { useRecorders } from '../api/queries.ts'
import { useViewAs } from '../screens/access/view-as.ts'
import { usePartyName } from './party-name.ts'

/** Names recorders of one case. @example 'Mari Maasikas, Estonia' */
export function useRecorderName(
  entity: string,
): (statement: Pick<Statement, 'assertedBy' | 'recordedBy'>) => string {
  const [as] = useViewAs()
  const { data } = useRecorders(entity, as === undefined && entity.startsWith('case:'))
  const partyName = usePartyName()
  return ({ assertedBy, recordedBy }) => {
    const name = as === undefined && recordedBy !== undefined ? data?.names[recordedBy] : undefined
    return [name, partyName(assertedBy)].filter((part) => part !== undefined).join(', ')
  }
}
