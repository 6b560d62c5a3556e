/**
 * Packages: three to six ways to answer, each of measures that go together.
 *
 * Takes the findings on the measures, the profile and the response band; fills the templates of the pack. Measures that
 * are open fill a slot first, then measures that turn on something, and these stay marked. There is always one package
 * that needs no attribution and one that holds back. The order is by escalation, mildest first: it is no ranking.
 *
 * Rules (docs/rules/toolbox.md): TB-PACK-01 to TB-PACK-08. Next door: `weigh-proportionality.ts`.
 */
import { versionsOn } from '../assessment/compile-doctrine.ts'
import type { DimensionFinding, ResponseBand } from '../assessment/profile.ts'
import type { MeasureFinding, Package, PackageStep } from './option.ts'
import { isInForce } from '../kernel/doctrine-entry.ts'
import { CATEGORIES, type Doctrine, type Measure, type PackageTemplate } from '../kernel/doctrine.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import { measuresOn } from './weigh-availability.ts'
import { weighProportionality } from './weigh-proportionality.ts'

/** How many packages are shown at least (where the pack has as many) and at most. */
export const PACKAGE_LIMITS = { least: 3, most: 6 } as const

/** A measure with what was found about it. */
interface Candidate {
  readonly measure: Measure
  readonly finding: MeasureFinding
}

export interface PackageInput {
  readonly doctrine: Doctrine
  readonly measures: readonly MeasureFinding[]
  readonly profile: readonly DimensionFinding[]
  readonly band: ResponseBand
  readonly onDate: CalendarDate
  /** true for an act that was only tried: its levels leave out what was meant */
  readonly isAttempt?: boolean
}

/**
 * Composes the packages for one case.
 * @returns mildest first. With an unknown band every template is tried, and nothing is called proportionate.
 */
export function composePackages(input: PackageInput): readonly Package[] {
  const { doctrine, band, onDate } = input
  const found = new Map(input.measures.map((finding) => [finding.measure, finding]))
  const open = new Map<string, Candidate>()
  for (const measure of measuresOn(doctrine, onDate)) {
    const finding = found.get(measure.id)
    if (finding && finding.availability !== 'not-available' && measure.role !== 'lifecycle-act') {
      open.set(measure.id, { measure, finding })
    }
  }
  const templates = [...versionsOn(doctrine.packages, onDate)].filter((template) =>
    isInForce(template, onDate),
  )
  const fill = (template: PackageTemplate, givesWay: boolean): readonly Filled[] => {
    const steps = fillSlots(template, open, givesWay)
    return steps ? [{ template, package: toPackage(template, steps, input) }] : []
  }
  const whole = templates.flatMap((template) => fill(template, false))
  const lacking = OBLIGATORY.filter((isOne) => !whole.some(({ template }) => isOne(template)))
  const inPart = templates
    .filter((template) => lacking.some((isOne) => isOne(template)))
    .flatMap((template) => fill(template, true))
  const reach = band.band === null ? null : band.band + (input.isAttempt ? 1 : 0)
  return choose([...whole, ...inPart], reach)
    .map((entry) => entry.package)
    .toSorted(byEscalation)
}

/** TB-PACK-01: of each of these kinds there is one, whatever is open. */
const OBLIGATORY: readonly ((template: PackageTemplate) => boolean)[] = [
  ({ restraint }) => restraint,
  ({ withoutAttribution, restraint }) => withoutAttribution && !restraint,
]

interface Filled {
  readonly template: PackageTemplate
  readonly package: Package
}

/**
 * TB-PACK-06: those whose band is reached; up to three are made up with the next mildest, and above six the ones in
 * the middle go. The first without attribution and the one that holds back always stay.
 * @param reach the band up to which templates are offered; null when it is unknown
 */
function choose(filled: readonly Filled[], reach: number | null): readonly Filled[] {
  const restraint = filled.find(({ template }) => template.restraint)
  const unattributed = filled
    .toSorted((a, b) => a.template.fromBand - b.template.fromBand)
    .find(({ template }) => template.withoutAttribution && !template.restraint)
  const kept = new Set([restraint, unattributed].filter((entry) => entry !== undefined))
  const isReached = ({ template }: Filled): boolean => reach === null || template.fromBand <= reach
  const byBand = filled.toSorted((a, b) => a.template.fromBand - b.template.fromBand)
  for (const entry of byBand.toReversed().filter(isReached))
    if (kept.size < PACKAGE_LIMITS.most) kept.add(entry)
  for (const entry of byBand) if (kept.size < PACKAGE_LIMITS.least) kept.add(entry)
  return [...kept]
}

/** The steps of a template; null when a slot that must be filled cannot be, unless the template gives way (TB-PACK-08). */
function fillSlots(
  template: PackageTemplate,
  open: ReadonlyMap<string, Candidate>,
  givesWay: boolean,
): readonly Candidate[] | null {
  const steps: Candidate[] = []
  for (const { oneOf, optional } of template.slots) {
    const candidates = oneOf
      .flatMap((id) => open.get(id) ?? [])
      .filter((candidate) => !steps.includes(candidate) && fits(candidate, template))
    const compatible = candidates.filter(
      (candidate) => !steps.some((step) => conflict(step.measure, candidate.measure)),
    )
    const best = firstOpen(compatible) ?? (optional ? undefined : firstOpen(candidates))
    if (best) steps.push(best)
    else if (!optional && !givesWay) return null
  }
  return steps
}

/** TB-PACK-03: naming nobody in public; knowing which tools were used is not yet saying who did it. */
function fits({ measure }: Candidate, template: PackageTemplate): boolean {
  const { need } = measure.attribution
  return !template.withoutAttribution || need === 'none' || need === 'technical'
}

function firstOpen(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.find(({ finding }) => finding.availability === 'available') ?? candidates[0]
}

function toPackage(
  template: PackageTemplate,
  candidates: readonly Candidate[],
  input: PackageInput,
): Package {
  const steps = candidates.map(toStep)
  const turnsOn = [...new Set(steps.flatMap((step) => step.turnsOn))]
  const highest = Math.max(0, ...candidates.map(({ measure }) => measure.escalation))
  return {
    id: template.id,
    label: template.label,
    purpose: template.purpose,
    withoutAttribution: template.withoutAttribution,
    restraint: template.restraint,
    steps,
    categories: CATEGORIES.filter((category) => steps.some((step) => step.category === category)),
    lawful: steps.every(({ availability }) => availability === 'available') ? 'true' : 'unknown',
    turnsOn,
    proportionality: weighProportionality(highest, input.profile, input.band, input.doctrine.proportionality),
    conflicts: conflictsAmong(candidates.map(({ measure }) => measure)),
  }
}

function toStep({ measure, finding }: Candidate): PackageStep {
  return {
    measure: measure.id,
    label: measure.label,
    category: measure.category,
    availability: finding.availability,
    proposers: measure.proposers,
    deciders: measure.deciders,
    votingRule: measure.votingRule,
    legalBasis: measure.legalBasis,
    documents: measure.documents,
    leadTime: measure.leadTime,
    reversibility: measure.reversibility,
    costs: measure.costs,
    risks: measure.risks,
    turnsOn: finding.turnsOn,
  }
}

function conflictsAmong(measures: readonly Measure[]): Package['conflicts'] {
  return measures.flatMap((a, position) =>
    measures.slice(position + 1).flatMap((b): Package['conflicts'] => {
      const why = conflict(a, b)
      return why === undefined ? [] : [{ between: [a.id, b.id], why }]
    }),
  )
}

/** Why two measures do not go together, whichever of them says so. */
function conflict(a: Measure, b: Measure): string | undefined {
  return (
    a.conflictsWith.find(({ measure }) => measure === b.id)?.why ??
    b.conflictsWith.find(({ measure }) => measure === a.id)?.why
  )
}

function byEscalation(a: Package, b: Package): number {
  return (
    a.proportionality.highestEscalation - b.proportionality.highestEscalation ||
    a.steps.length - b.steps.length ||
    (a.id < b.id ? -1 : 1)
  )
}
