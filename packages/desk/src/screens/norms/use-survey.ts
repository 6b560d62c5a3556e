/** Puts a survey on record. Next door: `survey.ts` says what a row says. */
import type { AppendAnswer, NewRecordAnswer, StatementInput } from '@demarche/api'
import type { Implementation } from '@demarche/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { sendJson } from '../../api/client.ts'
import { rowAssertions, type SurveyRow } from './survey.ts'

/** What the survey of a State says, and what is on record of it already. */
export interface SurveyToRecord {
  readonly state: string
  /** what a new record of an item is called */
  readonly nameOf: (item: string) => string
  readonly items: readonly { readonly id: string; readonly text: string; readonly row: SurveyRow }[]
  readonly onRecord: readonly Implementation[]
  readonly authority: Omit<StatementInput, 'assertions'>
  /** told of each item that is on record */
  readonly done: (item: string) => void
}

/**
 * Puts a survey on record, one statement for each item (NRM-12): about the record of the State and the item where there is one,
 * as a new record where there is none. The item is the place in the source, so that a later survey replaces this one (FACT-02).
 */
export function useSurvey() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ state, nameOf, items, onRecord, authority, done }: SurveyToRecord) => {
      for (const { id, text, row } of items) {
        const known = onRecord.filter((one) => one.item === id && one.states.length === 1)
        const said = { ...authority, source: { locator: id, ...authority.source } }
        const [only] = known
        if (only && known.length === 1) {
          await sendJson<AppendAnswer>(
            'POST',
            `/api/portfolio/records/${encodeURIComponent(only.entity)}/statements`,
            { ...said, assertions: rowAssertions(row) },
          )
        } else {
          await sendJson<NewRecordAnswer>('POST', '/api/portfolio/records', {
            kind: 'implementation',
            ...said,
            assertions: [
              { property: 'name', value: nameOf(text) },
              { property: 'party', value: [state] },
              { property: 'item', value: id },
              ...rowAssertions(row),
            ],
          })
        }
        done(id)
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['portfolio'] }),
  })
}
