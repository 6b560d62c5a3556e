/**
 * The case record: what a file of coded cases says about one incident and the answer to it.
 *
 * Strict about types, open about further fields: those are listed as not carried over. `null` means not known and is
 * kept apart from `false` and 0. The layout is described in `docs/rules/interchange.md`.
 */
import { isoCountryCode } from '@demarche/core'
import { z } from 'zod'

const text = z.string().nullish()
/** `EL` and `UK`, as EU texts write them, are read as the ISO codes that they stand for */
const country = z
  .string()
  .regex(/^([A-Z]{2}|\*)$/, 'expected an ISO 3166-1 alpha-2 code, EU or *')
  .transform(isoCountryCode)
const check = z.looseObject({ status: text, note: text }).nullish()

/** a target is only stated with its country and sector, but its sector alone still serves the legal coding */
const target = z.looseObject({ country: country.nullish(), sector: text, entity: text })

const actor = z.looseObject({
  name: z.string().min(1),
  aliases: z.array(z.string()).nullish(),
  sponsorState: country.nullish(),
  sponsorNote: text,
  attributedBy: z.array(z.string().min(1)).nullish(),
  attributionDate: text,
  confidenceAsStated: text,
  stateDirected: z.boolean().nullish(),
})

const response = z.looseObject({
  /** without it the response is left out */
  date: text,
  by: z.string().min(1),
  bySide: text,
  instrument: z.string().min(1),
  toolboxCategory: text,
  description: text,
  source: text,
  verified: z.boolean().nullish(),
  note: text,
})

const ratings = z.looseObject({
  codedBy: text,
  values: z.record(z.string(), z.looseObject({ value: z.number().nullable(), reason: text })),
})

const legalFacts = z.looseObject({
  externalThreat: z.looseObject({ met: text, basisArt1_2: z.array(z.string()).nullish() }).nullish(),
  actionTypesArt1_3: z.array(z.string()).nullish(),
  targetCategoriesArt1_4: z.array(z.string()).nullish(),
  unionTargetArt1_5: z.boolean().nullish(),
  thirdStateOrInternationalOrganisationArt1_6: z.boolean().nullish(),
  attempted: z.boolean().nullish(),
  significantEffectFactorsArt2: z.array(z.string()).nullish(),
  codedBy: text,
  note: text,
})

export const caseRecordSchema = z.looseObject({
  id: z.string().min(1).max(200),
  name: z.string().min(1),
  aliases: z.array(z.string()).nullish(),
  summary: text,
  startDate: text,
  /** begins with `day`, `month` or `year`; says how much of startDate is meant */
  startDatePrecision: text,
  endDate: text,
  duration: text,
  discoveredDate: text,
  publicDate: text,
  targets: z.array(target).nullish(),
  memberStatesAffected: z.array(country).nullish(),
  memberStatesAffectedCount: z.number().int().min(0).nullish(),
  memberStatesAffectedNote: text,
  affectedEntitiesCount: z.looseObject({ value: z.number().nullish(), text, source: text }).nullish(),
  economicLossEur: z
    .looseObject({ amount: z.number().nullish(), text, source: text, verified: z.boolean().nullish() })
    .nullish(),
  effects: z.array(z.string()).nullish(),
  techniques: z.looseObject({ attackIds: z.array(z.string()).nullish(), source: text }).nullish(),
  actors: z.array(actor).nullish(),
  originOutsideEU: z.boolean().nullish(),
  ratings: ratings.nullish(),
  legalFacts: legalFacts.nullish(),
  normsBreached: z
    .looseObject({
      letters: z.array(z.string()).nullish(),
      claimedBy: text,
      verified: z.boolean().nullish(),
      note: text,
    })
    .nullish(),
  responses: z.array(response).nullish(),
  noJointResponse: z.boolean().nullish(),
  whyNoResponse: text,
  sources: z.array(z.looseObject({ title: z.string().min(1), address: text })).nullish(),
  verified: z
    .looseObject({ dates: check, targets: check, actors: check, impactFigures: check, techniques: check })
    .nullish(),
})
/** One case as the file records it. */
export type CaseRecord = z.infer<typeof caseRecordSchema>
export type CaseActor = z.infer<typeof actor>
export type CaseLegalFacts = z.infer<typeof legalFacts>

/** The keys of a record that become statements; every other key is listed as not carried over. */
export const CARRIED_FIELDS: ReadonlySet<string> = new Set(Object.keys(caseRecordSchema.shape))

/** Two cases set side by side by the file's author, and why. */
export const caseContrastSchema = z.looseObject({
  cases: z.array(z.string().min(1)).length(2),
  kind: z.string().min(1),
  what: z.string().min(1),
  source: z.string().nullish(),
})
export type CaseContrast = z.infer<typeof caseContrastSchema>
