/**
 * The back-test over EuRepoC: does the desk rank incidents as their coders do, and find the law as they do?
 *
 * Takes, per incident, the statements of facts and, kept apart, the coders' labels; gives Spearman's rank correlation of
 * our severity with their weighted intensity, the agreement of our legal finding with their verdict, and every exception.
 * The labels are compared with, never read from. Their intensity is computed from five columns of effects; so the
 * correlation is given a second time for statements made without those columns.
 *
 * Rules (docs/rules/review.md): REV-10 to REV-14. Next door: `legal-verdict.ts`.
 */
import { sampleRankCorrelation } from 'simple-statistics'
import type { CompiledDoctrine } from '../assessment/compile-doctrine.ts'
import { rateDimensions } from '../assessment/rate-dimensions.ts'
import { responseBand } from '../assessment/response-band.ts'
import type { DimensionFinding, ResponseBand } from '../assessment/profile.ts'
import { deriveFacts } from '../incident/derive-facts.ts'
import { resolveFacts } from '../kernel/fact.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import type { Statement } from '../kernel/statement.ts'
import { byId } from '../toolbox/weigh-case.ts'
import { legalVerdict, type LegalVerdict } from './legal-verdict.ts'

export interface LabelledIncident {
  readonly entity: string
  readonly statements: readonly Statement[]
  /** the same incident without what the columns on effects say, for the second correlation */
  readonly withoutEffectColumns: readonly Statement[]
  /** the coders' weighted intensity; null when not coded */
  readonly weightedIntensity: number | null
  /** the coders' legal verdict; null when not coded or not usable */
  readonly legalVerdict: LegalVerdict | null
}

/** What `--json` prints. */
export interface EurepocReport {
  readonly incidents: number
  /** −1 … 1; null when fewer than two incidents can be ranked, or all rank alike */
  readonly spearman: number | null
  readonly spearmanWithoutEffectColumns: number | null
  readonly legal: { readonly scored: number; readonly agree: number }
}

export interface EurepocResult {
  readonly report: EurepocReport
  /** incidents that could be ranked on both sides */
  readonly ranked: number
  /** the incidents whose rank differs most from the coders', furthest first */
  readonly outliers: readonly {
    readonly entity: string
    readonly intensity: number
    readonly band: number | null
    readonly mean: number
  }[]
  /** legal verdicts that differ */
  readonly disagreements: readonly {
    readonly entity: string
    readonly theirs: LegalVerdict
    readonly ours: LegalVerdict
  }[]
}

const OUTLIERS_SHOWN = 25

/**
 * Runs the back-test.
 * @param onDate doctrine of that day; one date for all, because the labels were coded at one time
 */
export function backtestEurepoc(
  incidents: readonly LabelledIncident[],
  compiled: CompiledDoctrine,
  onDate: CalendarDate,
): EurepocResult {
  const measured = incidents.flatMap((incident) => {
    const { weightedIntensity: intensity, entity } = incident
    if (intensity === null) return []
    const severity = severityOf(incident.statements, compiled, onDate)
    const blind = severityOf(incident.withoutEffectColumns, compiled, onDate)
    return [{ entity, intensity, severity, blind }]
  })
  const intensities = measured.map(({ intensity }) => intensity)
  const severities = measured.map(({ severity }) => rankable(severity))
  const legal = incidents.flatMap(({ entity, statements, legalVerdict: theirs }) => {
    if (theirs === null) return []
    const facts = deriveFacts(resolveFacts(compiled.vocabulary, statements), onDate)
    return [{ entity, theirs, ours: legalVerdict(facts, compiled, onDate) }]
  })
  const [ours, coded] = [shares(severities), shares(intensities)]
  return {
    report: {
      incidents: incidents.length,
      spearman: spearman(severities, intensities),
      spearmanWithoutEffectColumns: spearman(
        measured.map(({ blind }) => rankable(blind)),
        intensities,
      ),
      legal: { scored: legal.length, agree: legal.filter((row) => row.ours === row.theirs).length },
    },
    ranked: measured.length,
    outliers: measured
      .map(({ entity, intensity, severity }, position) => ({
        apart: Math.abs((ours[position] ?? 0) - (coded[position] ?? 0)),
        row: { entity, intensity, ...severity },
      }))
      .toSorted((a, b) => b.apart - a.apart || (a.row.entity < b.row.entity ? -1 : 1))
      .slice(0, OUTLIERS_SHOWN)
      .map(({ row }) => row),
    disagreements: legal.filter((row) => row.ours !== row.theirs),
  }
}

/** Spearman's rank correlation, ties sharing the mean of their ranks; null where it is not defined. */
export function spearman(a: readonly number[], b: readonly number[]): number | null {
  if (a.length < 2) return null
  const correlation = sampleRankCorrelation([...a], [...b])
  return Number.isNaN(correlation) ? null : correlation
}

interface Severity {
  readonly band: ResponseBand['band']
  /** mean of the dimensions that are not unknown, at the level that the facts support */
  readonly mean: number
}

function severityOf(
  statements: readonly Statement[],
  compiled: CompiledDoctrine,
  onDate: CalendarDate,
): Severity {
  const facts = deriveFacts(resolveFacts(compiled.vocabulary, statements), onDate)
  const profile = rateDimensions(compiled, facts, onDate, byId(statements))
  const levels = profile.flatMap((finding) => supportedLevel(finding) ?? [])
  return {
    band: responseBand(profile, compiled.doctrine.proportionality, facts).band,
    mean: levels.length === 0 ? 0 : levels.reduce((sum, level) => sum + level, 0) / levels.length,
  }
}

/** REV-11: the band first, the mean of the dimensions within it. An unknown band ranks below every known one. */
function rankable({ band, mean }: Severity): number {
  return (band ?? -1) * 10 + mean
}

function supportedLevel({ level }: DimensionFinding): number | null {
  switch (level.state) {
    case 'known':
      return level.level
    case 'between':
      return level.lower
    case 'contested':
      return Math.min(...level.levels)
    case 'unknown':
      return null
  }
}

/** The share of values that lie below each value, ties counted half: 0 … 1. */
function shares(values: readonly number[]): readonly number[] {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const below = new Map<number, number>()
  let sum = 0
  for (const [value, count] of [...counts].toSorted(([a], [b]) => a - b)) {
    below.set(value, (sum + count / 2) / values.length)
    sum += count
  }
  return values.map((value) => below.get(value) ?? 0)
}
