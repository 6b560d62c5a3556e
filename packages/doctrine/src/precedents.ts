/**
 * Precedents: what was done about like cases, and who was listed, as the product's own data.
 *
 * The cases are kept in the form of "case JSON", so that they are imported like any other file; the listings are the
 * entries of Annex I to Regulation (EU) 2019/796 in our words, with sources and doubts.
 *
 * Next door: `read-pack.ts` reads them; `@demarche/core` has the shape of a listing; `@demarche/interchange` turns cases
 * into statements.
 */
import { z } from 'zod'

/** The outer shape of case JSON; each case is read in full by its importer. */
export const precedentCasesSchema = z.looseObject({
  schemaVersion: z.string(),
  title: z.string(),
  cases: z.array(z.looseObject({ id: z.string(), name: z.string(), sources: z.array(z.unknown()).min(1) })),
})
export type PrecedentCases = z.output<typeof precedentCasesSchema>
