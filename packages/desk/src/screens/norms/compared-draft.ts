/**
 * What a person says of a compared draft, and the records that it becomes: a draft set, and a principle for each clause on
 * which something was said.
 *
 * Rule: docs/rules/portfolio.md, NRM-23. Next door: `compare-screen.tsx`.
 */
import { STRENGTHS, type Strength } from '@demarche/core/portfolio/norms/crosswalk.ts'
import type { Assertion, Clause, ClauseRelation } from '@demarche/core'
import { z } from 'zod'
import { authorityDraftSchema } from '../../record/authority-draft.ts'

export const comparedDraftSchema = z.strictObject({
  text: z.string(),
  title: z.string(),
  /** `number of the clause in the text` + ` ` + `norm` to what the person chose */
  judged: z.record(z.string(), z.enum(STRENGTHS)),
  /** number of the clause in the text to what no norm covers */
  beyond: z.record(z.string(), z.string()),
  authority: authorityDraftSchema,
})
export type ComparedDraft = Readonly<z.infer<typeof comparedDraftSchema>>

/** What is offered first when a suggestion is confirmed. */
export const OFFERED: Readonly<Record<ClauseRelation, Strength>> = {
  repeats: 'equal',
  extends: 'extends',
  contradicts: 'contradicts',
}

export function judgedKey(clause: number, norm: string): string {
  return `${clause} ${norm}`
}

/** A name fits on one line; the whole clause is its wording. */
const LONGEST_NAME = 110

export interface DraftPrinciple {
  readonly clause: number
  readonly assertions: readonly Assertion[]
}

/** The set as it is put on record. */
export function setAssertions(title: string): readonly Assertion[] {
  return [
    { property: 'name', value: title.trim() },
    { property: 'isDraft', value: true },
  ]
}

/** A principle for each clause of which a person said how it stands, or what of it no norm covers. */
export function draftPrinciples(
  clauses: readonly Clause[],
  { judged, beyond }: Pick<ComparedDraft, 'judged' | 'beyond'>,
  set: string,
): readonly DraftPrinciple[] {
  return clauses.flatMap(({ number, text }, clause): DraftPrinciple[] => {
    const stands = Object.entries(judged).flatMap(([key, strength]): Assertion[] => {
      const [of, norm] = key.split(' ')
      return of === String(clause) && norm !== undefined
        ? [{ property: 'stands', value: { norm, strength } }]
        : []
    })
    const uncovered = beyond[String(clause)]?.trim() ?? ''
    if (stands.length === 0 && uncovered === '') return []
    return [
      {
        clause,
        assertions: [
          { property: 'name', value: shortened(text) },
          { property: 'set', value: set },
          ...(number === undefined ? [] : [{ property: 'number', value: number }]),
          { property: 'wording', value: text },
          ...stands,
          ...(uncovered === '' ? [] : [{ property: 'beyond', value: uncovered }]),
        ],
      },
    ]
  })
}

function shortened(text: string): string {
  return text.length <= LONGEST_NAME ? text : `${text.slice(0, text.lastIndexOf(' ', LONGEST_NAME))} …`
}
