/**
 * A listing: one person or body named in Annex I to Regulation (EU) 2019/796, whose funds are frozen.
 *
 * In: the register of listings as data; out: its type, checked at the border. Dates and places of birth are part of the
 * entry because the Official Journal prints them to tell namesakes apart; a list of entries has no need of them.
 *
 * Rests on: Regulation (EU) 2019/796, Annex I; Decision (CFSP) 2019/797.
 * Next door: `standing.ts` says which listings stood on a date, `doubts.ts` what was not read in the official text.
 */
import { z } from 'zod'
import { isPartialDate } from '../kernel/partial-date.ts'

const texts = z.array(z.string())
/** `true`, `false`, or in words what the check consisted of. */
const check = z.union([z.boolean(), z.string()])

const identifyingInfoSchema = z.object({
  dateOfBirth: z.string().optional(),
  placeOfBirth: z.string().optional(),
  placeOfBusiness: z.string().optional(),
  incorporationDate: z.string().optional(),
  registrationNumber: z.string().optional(),
  taxNumber: z.string().optional(),
  ogrn: z.string().optional(),
})

const legalActSchema = z.object({
  regulation: z.string().nullable(),
  regulationOJ: z.string().nullable(),
  regulationVerified: z.boolean(),
  decision: z.string().nullable(),
  decisionVerified: z.boolean(),
  source: z.string().nullable(),
  decisionSource: z.string().optional(),
  note: z.string().optional(),
})

const amendmentSchema = z.object({
  /** null: the entry differs between two versions, and the act that changed it was not found */
  act: z.string().nullable(),
  what: z.string(),
  verified: check,
  source: z.string(),
  decision: z.string().optional(),
  decisionSource: z.string().optional(),
})

const LISTED_TYPES = ['natural person', 'legal person, entity or body'] as const

export const listingSchema = z.object({
  id: z.string(),
  /** such as `Annex I, part A, entry 1` */
  annexRef: z.string(),
  name: z.string(),
  type: z.enum(LISTED_TYPES),
  aliases: texts,
  /** the name in its own script */
  transliterations: texts,
  nationality: z.string().length(2).nullable(),
  countryOfLinkedState: z.string().length(2).nullable(),
  nationalityNote: z.string().nullable(),
  function: z.string(),
  identifyingInfo: identifyingInfoSchema,
  listingDate: z.iso.date(),
  legalAct: legalActSchema,
  amendments: z.array(amendmentSchema),
  measures: texts,
  /** the slugs of the cases the reasons speak of; a case need not be on record */
  incidents: texts,
  /** the reasons of the Council in the words of this register */
  reasonsSummary: z.string(),
  status: z.object({
    state: z.enum(['in force', 'delisted']),
    /** the day of the text from which the state was read */
    asOf: z.iso.date(),
    delistedOn: z.iso.date().nullable(),
  }),
  sources: z
    .array(
      z.object({
        title: z.string(),
        address: z.string(),
        /** false: the official page itself was not opened; the text was read at `readAt` */
        addressOpened: z.boolean(),
        readAt: z.string(),
      }),
    )
    .min(1),
  verified: z.record(z.string(), check),
  linkedActor: z.object({ name: z.string(), aliases: texts, relation: z.string() }).optional(),
  criteriaInReasons: z.object({ letters: texts, words: texts, note: z.string(), basis: z.string() }),
  /** null: the entry was never compared with an official text */
  officialCheck: z
    .object({
      version: z.iso.date(),
      address: z.string(),
      locator: z.string(),
      checkedOn: z.iso.date(),
      agrees: texts,
    })
    .nullable(),
})
/** One entry of Annex I, with its sources and what of it was checked. */
export type Listing = z.output<typeof listingSchema>

/** A listing under another regime that a reader of this register may look for. */
const relatedListingSchema = z.object({
  name: z.string(),
  listingDate: z.iso.date(),
  regime: z.string(),
  reasonsSummary: z.string(),
})

/** One act on the framework or the annex; the day may be known to the month only. */
const registerEventSchema = z.object({
  date: z.string().refine(isPartialDate, 'expected 2022, 2022-05 or 2022-05-17'),
  event: z.string(),
  act: z.string().nullable(),
  totals: z.object({ persons: z.number().int(), entities: z.number().int() }).optional(),
  verified: check,
  source: z.string(),
  note: z.string().optional(),
})

export const listingRegisterSchema = z.looseObject({
  title: z.string(),
  /** in words: which texts the register was read from */
  asOf: z.string(),
  notes: texts,
  counts: z.object({ persons: z.number().int(), entities: z.number().int() }),
  /** names for the slugs in `incidents` that are no case of the shipped precedents */
  incidentNames: z.record(z.string(), z.string()),
  listings: z.array(listingSchema),
  /** oldest first */
  timeline: z.array(registerEventSchema),
  relatedListingsInOtherRegimes: z.array(relatedListingSchema),
  qualityRemarks: texts,
})
/** All listings, with what is to be known about the list as a whole. */
export type ListingRegister = z.output<typeof listingRegisterSchema>
