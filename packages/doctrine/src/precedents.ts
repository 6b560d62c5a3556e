/**
 * Precedents: what was done about like cases, and who was listed, as the product's own data.
 *
 * The cases are kept in the form of "case JSON", so that they are imported like any other file; the listings are the
 * entries of Annex I to Regulation (EU) 2019/796 in our words, with sources and doubts.
 *
 * Next door: `read-pack.ts` reads them; `@demarche/interchange` turns cases into statements.
 */
import { z } from 'zod'

const source = z.looseObject({ title: z.string(), address: z.string() })

export const precedentListingSchema = z.looseObject({
  id: z.string(),
  annexRef: z.string(),
  name: z.string(),
  type: z.string(),
  aliases: z.array(z.string()),
  listingDate: z.iso.date(),
  legalAct: z.looseObject({ regulation: z.string().nullable() }),
  measures: z.array(z.string()),
  incidents: z.array(z.string()),
  reasonsSummary: z.string(),
  status: z.looseObject({ state: z.string(), asOf: z.iso.date() }),
  sources: z.array(source).min(1),
  verified: z.record(z.string(), z.unknown()),
})
/** One entry of Annex I; keys beyond these are kept as they stand. */
export type PrecedentListing = z.output<typeof precedentListingSchema>

export const precedentListingsSchema = z.looseObject({
  title: z.string(),
  asOf: z.string(),
  notes: z.array(z.string()),
  listings: z.array(precedentListingSchema),
})
export type PrecedentListings = z.output<typeof precedentListingsSchema>

/** The outer shape of case JSON; each case is read in full by its importer. */
export const precedentCasesSchema = z.looseObject({
  schemaVersion: z.string(),
  title: z.string(),
  cases: z.array(z.looseObject({ id: z.string(), name: z.string(), sources: z.array(z.unknown()).min(1) })),
})
export type PrecedentCases = z.output<typeof precedentCasesSchema>
