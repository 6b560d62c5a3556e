/**
 * The shapes of doctrine files: what a test, a measure, a norm, a scale, a package, an outline or a rule of process
 * must say. Strict: a key that no shape knows is a fault, so that a typing error cannot hide a statement.
 *
 * The keys equal those of the core's types; the compiler holds the two together.
 *
 * Rests on: docs/rules/doctrine.md, DOC-03 to DOC-10. Next door: `check-pack.ts` turns faults into findings.
 */
import {
  ATTRIBUTION_NEEDS,
  AUTHORITIES,
  CATEGORIES,
  DIMENSIONS,
  GROUP_KINDS,
  LANGUAGES,
  LEGAL_TEST_FAMILIES,
  MEMBERSHIP_KINDS,
  partialDateSchema,
  PARTY_KINDS,
  POSITION_NEEDS,
  PROCEDURE_PATHS,
  ruleSchema,
  STATE_KINDS,
  type CountryGroup,
  type DoctrineEntry,
  type DimensionScale,
  type DocumentOutline,
  type LegalTest,
  type Measure,
  type Norm,
  type PackageTemplate,
  type Party,
  type PopulationTable,
  type PresidencyOrder,
  type Proportionality,
  type RightsQuestion,
  type RightsSeverity,
  type Role,
  type ProcessState,
  type SilenceLengths,
  type Track,
  type Transition,
  type VerbRight,
  type VotingRule,
} from '@demarche/core'
import { z } from 'zod'

const text = z.string().min(1)
const texts = z.array(text)
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected small letters, digits and single hyphens')
const day = z.iso.date('expected a day as YYYY-MM-DD that exists in the calendar')
const level = z.literal([0, 1, 2, 3, 4, 5])
const escalation = z.literal([1, 2, 3, 4, 5])
const address = z.httpUrl('expected an address that begins with http:// or https://, or none')
const citation = z.strictObject({ document: text, locator: text, address: address.exactOptional() })
const practice = z.strictObject({ text, source: citation, verified: z.boolean() })

const entry = {
  id,
  label: text,
  description: text.exactOptional(),
  authority: z.enum(AUTHORITIES),
  nature: text.exactOptional(),
  source: citation,
  inForce: z.strictObject({ from: day, to: day.exactOptional() }),
  verified: z.boolean(),
  verifiedParts: texts.exactOptional(),
  unverifiedParts: texts.exactOptional(),
  notes: texts.exactOptional(),
}

export const packSchema = z.strictObject({
  id,
  title: text,
  version: text,
  date: day,
  notes: texts.exactOptional(),
})

export const testSchema = z.strictObject({
  ...entry,
  family: z.enum(LEGAL_TEST_FAMILIES),
  order: z.int(),
  rule: ruleSchema.exactOptional(),
  wording: z.strictObject({ true: text.exactOptional(), false: text.exactOptional() }).exactOptional(),
  factors: z
    .array(
      z.strictObject({
        id,
        label: text,
        facts: texts.min(1),
        source: citation,
        verified: z.boolean(),
        notes: texts.exactOptional(),
        flags: z.strictObject({
          notable: ruleSchema.exactOptional(),
          strong: ruleSchema.exactOptional(),
          veryStrong: ruleSchema.exactOptional(),
        }),
      }),
    )
    .exactOptional(),
  lawLeavesOpen: texts,
  practice: z.array(practice),
}) satisfies z.ZodType<LegalTest>

export const scaleSchema = z.strictObject({
  ...entry,
  id: z.enum(DIMENSIONS),
  question: text,
  anchors: z.tuple([text, text, text, text, text, text]),
  levels: z.array(z.strictObject({ level, when: ruleSchema })).min(1),
}) satisfies z.ZodType<DimensionScale>

export const measureSchema = z.strictObject({
  ...entry,
  category: z.enum(CATEGORIES),
  role: z.enum(['measure', 'adjacent-option', 'lifecycle-act']),
  toolboxMembership: z.enum(['confirmed', 'reported', 'not-confirmed', 'not-applicable']),
  proposers: texts.min(1),
  deciders: texts.min(1),
  votingRule: text,
  legalBasis: text,
  attribution: z.strictObject({ need: z.enum(ATTRIBUTION_NEEDS), text }),
  availability: z
    .array(
      z.strictObject({
        rule: ruleSchema,
        authority: z.enum(AUTHORITIES),
        text,
        source: citation.exactOptional(),
      }),
    )
    .min(1),
  documents: texts,
  leadTime: z.strictObject({ text, basis: text }),
  reversibility: text,
  escalation,
  preconditions: texts,
  compatibleWith: texts,
  conflictsWith: z.array(z.strictObject({ measure: text, why: text })),
  costs: texts.min(1),
  risks: texts.min(1),
  example: practice.exactOptional(),
}) satisfies z.ZodType<Measure>

export const normSchema = z.strictObject({
  ...entry,
  letter: z.string().regex(/^[a-z]$/, 'expected one small letter'),
  polarity: z.enum(['positive', 'restraint']),
  items: z.array(z.strictObject({ id, text, verified: z.boolean() })),
  considerWhen: ruleSchema.exactOptional(),
  thenAsk: text.exactOptional(),
}) satisfies z.ZodType<Norm>

export const packageSchema = z.strictObject({
  ...entry,
  purpose: text,
  slots: z.array(z.strictObject({ oneOf: texts.min(1), optional: z.boolean().exactOptional() })).min(1),
  withoutAttribution: z.boolean(),
  restraint: z.boolean(),
  fromBand: level,
}) satisfies z.ZodType<PackageTemplate>

export const documentSchema = z.strictObject({
  ...entry,
  sections: z.array(z.strictObject({ id, label: text })).min(1),
  marking: z.strictObject({ distribution: text, tlp: text }),
  audience: texts.min(1),
}) satisfies z.ZodType<DocumentOutline>

export const proportionalitySchema = z.strictObject({
  ...entry,
  steps: texts.exactOptional(),
  ceilings: z.array(z.strictObject({ band: level, usualCeiling: escalation })),
  adjusters: z
    .array(
      z.strictObject({
        id,
        label: text,
        source: citation.exactOptional(),
        verified: z.boolean(),
        notes: texts.exactOptional(),
      }),
    )
    .exactOptional(),
  crosswalk: z
    .array(
      z.strictObject({
        id,
        scheme: text,
        level: text,
        label: text,
        band: level.exactOptional(),
        source: citation,
        verified: z.boolean(),
        notes: texts.exactOptional(),
      }),
    )
    .exactOptional(),
}) satisfies z.ZodType<Proportionality>

export const votingRulesSchema = z.array(
  z.strictObject({ ...entry, use: text, steps: texts.min(1) }),
) satisfies z.ZodType<VotingRule[]>

/** Codes of Member States as in the rest of the data: ISO 3166-1, `GR` for Greece. */
const memberState = z
  .string()
  .regex(/^[A-Z]{2}$/, 'expected the code of a Member State as two capital letters')

export const populationsSchema = z.array(
  z.strictObject({
    ...entry,
    percent: z.record(memberState, z.number().gt(0).max(100)),
    rounding: z.number().min(0).max(1),
  }),
) satisfies z.ZodType<(DoctrineEntry & PopulationTable)[]>

const party = z
  .string()
  .regex(
    /^(?:[A-Z][A-Z-]{1,11}|public)$/,
    'expected the code of a party in capital letters, such as EE or CERT-EU, or public',
  )

export const partiesSchema = z.array(
  z.strictObject({ ...entry, code: party, kind: z.enum(PARTY_KINDS) }),
) satisfies z.ZodType<Party[]>

export const presidenciesSchema = z.array(
  z.strictObject({
    ...entry,
    terms: z.array(z.strictObject({ from: day, to: day, code: memberState })).min(1),
  }),
) satisfies z.ZodType<PresidencyOrder[]>

export const rolesSchema = z.array(
  z.strictObject({
    ...entry,
    powers: texts.min(1),
    parties: texts.min(1).exactOptional(),
    actsThrough: texts.min(1).exactOptional(),
  }),
) satisfies z.ZodType<Role[]>

const paths = z.array(z.enum(PROCEDURE_PATHS)).min(1)

export const statesSchema = z.array(
  z.strictObject({ ...entry, kind: z.enum(STATE_KINDS), paths }),
) satisfies z.ZodType<ProcessState[]>

export const transitionsSchema = z.array(
  z.strictObject({
    ...entry,
    from: text,
    to: id,
    verb: id.exactOptional(),
    body: id.exactOptional(),
    by: texts.min(1),
    documents: texts,
    positions: text.exactOptional(),
    needs: z.enum(POSITION_NEEDS).exactOptional(),
    rule: text.exactOptional(),
    deadline: z.strictObject({ normal: text, crisis: text, basis: text }),
    output: text,
    paths,
    tracks: texts.min(1).exactOptional(),
    decides: z.boolean().exactOptional(),
  }),
) satisfies z.ZodType<Transition[]>

export const verbsSchema = z.array(
  z.strictObject({ ...entry, by: texts.min(1), speaks: z.boolean() }),
) satisfies z.ZodType<VerbRight[]>

const hours = z.number().positive()

export const silenceSchema = z.strictObject({
  ...entry,
  hours: z.strictObject({ normal: hours, short: hours, crisis: hours }),
  clock: text,
}) satisfies z.ZodType<SilenceLengths>

export const tracksSchema = z.array(
  z.strictObject({
    ...entry,
    measures: texts.min(1),
    after: texts.min(1).exactOptional(),
    states: texts.min(2),
    rule: text.exactOptional(),
    proposers: texts.min(1),
    deciders: texts.min(1),
    documents: texts,
    instead: z.record(text, text).exactOptional(),
    acts: texts.min(1),
    fourEyes: z.boolean(),
    brake: z.boolean(),
    notifies: z.boolean(),
    reviewMonths: z.int().min(1).exactOptional(),
  }),
) satisfies z.ZodType<Track[]>

/** ISO 3166-1 alpha-2, `EU` where the Union itself belongs; whether there is such a country is DOC-50. */
const country = z.string().regex(/^[A-Z]{2}$/, 'expected the code of a country as two capital letters')
const inLanguages = z.record(z.enum(LANGUAGES), text)

export const countryGroupSchema = z.strictObject({
  ...entry,
  kind: z.enum(GROUP_KINDS),
  names: inLanguages,
  short: inLanguages.exactOptional(),
  aliases: texts.exactOptional(),
  parts: z.array(id).min(1).exactOptional(),
  noAgreedList: z.boolean().exactOptional(),
  terms: z.array(
    z.strictObject({
      kind: z.enum(MEMBERSHIP_KINDS),
      countries: z.array(country).min(1),
      since: partialDateSchema.exactOptional(),
      until: partialDateSchema.exactOptional(),
      source: citation.exactOptional(),
      verified: z.boolean(),
      notes: texts.exactOptional(),
    }),
  ),
}) satisfies z.ZodType<CountryGroup>

const scaleOfThree = z.strictObject({ label: text, question: text, levels: z.tuple([text, text, text]) })

export const rightsQuestionsSchema = z.array(
  z.strictObject({
    ...entry,
    question: text,
    appliesTo: z.union([
      z.strictObject({ all: z.literal(true) }),
      z.strictObject({ categories: z.array(z.enum(CATEGORIES)).min(1) }),
      z.strictObject({ measures: texts.min(1) }),
    ]),
    basis: z.array(citation.extend({ verified: z.boolean() })).min(1),
    rights: z.array(id),
  }),
) satisfies z.ZodType<RightsQuestion[]>

export const rightsSchema = z.array(z.strictObject(entry)) satisfies z.ZodType<DoctrineEntry[]>

export const rightsSeveritySchema = z.strictObject({
  ...entry,
  dimensions: z.strictObject({ scale: scaleOfThree, scope: scaleOfThree, irremediability: scaleOfThree }),
  likelihood: scaleOfThree,
  severeFrom: z.literal([1, 2, 3]),
}) satisfies z.ZodType<RightsSeverity>
