/**
 * A file of projects and labelled pairs: its form, and what of it can be read.
 *
 * A pair or project that cannot be read is left out and named, so that no figure passes over it in silence.
 * Rule: docs/rules/overlap.md, OVL-13. Next door: `backtest-overlaps.ts`.
 */
import { z } from 'zod'
import { partialDateSchema } from '../../kernel/partial-date.ts'
import { PROJECT_SCOPES, type ProjectFacts } from './project-facts.ts'

const texts = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? [])
/** A bare year is a number in YAML. */
const date = z
  .preprocess((value) => (typeof value === 'number' ? String(value) : value), partialDateSchema.nullish())
  .transform((value) => value ?? null)

/** A project as the file writes it; what else stands there is not read. */
const projectSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  objective: z
    .string()
    .nullish()
    .transform((text) => text ?? ''),
  donors: texts,
  implementers: texts,
  partner_countries: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 code, or XK'))
    .nullish()
    .transform((list) => list ?? []),
  scope: z
    .enum(PROJECT_SCOPES)
    .nullish()
    .transform((scope) => scope ?? null),
  period: z
    .object({ start: date, end: date })
    .nullish()
    .transform((period) => period ?? { start: null, end: null }),
  themes: texts,
})

/** Labels of the file, and whether each is an overlap; null: not to be scored. */
const OVERLAP_LABELS: Readonly<Record<string, boolean | null>> = {
  overlap: true,
  duplicate: true,
  'no-overlap': false,
  synergy: false,
  unrelated: false,
  successor: false,
  'part-of': false,
  ambiguous: null,
  'incomplete-record': null,
}

const pairSchema = z.object({
  id: z.string().optional(),
  a: z.string(),
  b: z.string(),
  label: z.string().refine((label) => Object.hasOwn(OVERLAP_LABELS, label), {
    message: `expected one of ${Object.keys(OVERLAP_LABELS).join(', ')}`,
  }),
  differs_in: z.string().nullish(),
})

/** What the label stands for among the three outcomes that a person tells apart. */
export type LabelledOutcome = 'duplicate' | 'synergy' | 'unrelated'

export interface LabelledPair {
  readonly id: string
  readonly a: string
  readonly b: string
  readonly label: string
  /** null where the label is not to be scored */
  readonly overlap: boolean | null
  readonly expected: LabelledOutcome
}

export interface LabelledFile {
  readonly projects: readonly ProjectFacts[]
  readonly pairs: readonly LabelledPair[]
  /** pairs beside the scored ones: part of one another, ambiguous, incomplete */
  readonly specialCases: readonly LabelledPair[]
  /** what was left out: place and why, with the rule */
  readonly leftOut: readonly string[]
}

/** A file that holds nothing to score. */
export class LabelledFileError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'LabelledFileError'
  }
}

const listSchema = z.array(z.unknown())
const pairListSchema = z.union([
  listSchema.transform((pairs) => ({ pairs, special_cases: [] as unknown[] })),
  z.object({ pairs: listSchema, special_cases: listSchema.optional().transform((list) => list ?? []) }),
])

/**
 * Reads projects and pairs out of a parsed file. `others` are projects for pairs whose file holds none of its own.
 * @throws LabelledFileError when there is no list of pairs, no project, or no pair left to score
 */
export function readLabelledFile(content: unknown, others: unknown = null): LabelledFile {
  const leftOut: string[] = []
  const projects = new Map(
    [others, content].flatMap((part) => readProjects(part, leftOut)).map((project) => [project.id, project]),
  )
  const given = pairListSchema.safeParse(at(content, 'labelled_pairs') ?? at(content, 'pairs'))
  if (!given.success)
    throw new LabelledFileError(
      '/labelled_pairs/pairs: expected a list of pairs, each with a, b and label (OVL-13)',
    )
  if (projects.size === 0)
    throw new LabelledFileError('/projects: expected a list of projects, each with id and name (OVL-13)')
  const pairs = readPairs(given.data.pairs, '/labelled_pairs/pairs', projects, leftOut)
  const specialCases = readPairs(given.data.special_cases, '/labelled_pairs/special_cases', projects, leftOut)
  const scored = pairs.filter(({ overlap }) => overlap !== null)
  if (scored.length === 0)
    throw new LabelledFileError(
      ['/labelled_pairs/pairs: holds no pair that can be scored (OVL-13)', ...leftOut.slice(0, 20)].join(
        '\n',
      ),
    )
  return {
    projects: [...projects.values()],
    pairs: scored,
    specialCases: [...pairs.filter(({ overlap }) => overlap === null), ...specialCases],
    leftOut,
  }
}

function readProjects(content: unknown, leftOut: string[]): readonly ProjectFacts[] {
  const given = listSchema.safeParse(at(content, 'projects'))
  return (given.data ?? []).flatMap((candidate, index) => {
    const read = projectSchema.safeParse(candidate)
    if (!read.success) {
      leftOut.push(...faults(`/projects/${index}`, read.error))
      return []
    }
    const { partner_countries: countries, period, ...rest } = read.data
    return [{ ...rest, countries, ...period }]
  })
}

function readPairs(
  list: readonly unknown[],
  place: string,
  projects: ReadonlyMap<string, ProjectFacts>,
  leftOut: string[],
): readonly LabelledPair[] {
  return list.flatMap((candidate, index) => {
    const read = pairSchema.safeParse(candidate)
    if (!read.success) {
      leftOut.push(...faults(`${place}/${index}`, read.error))
      return []
    }
    const { a, b, label, id = `${a}/${b}`, differs_in: differsIn } = read.data
    const missing = [a, b].filter((project) => !projects.has(project))
    if (missing.length > 0 || a === b) {
      const why =
        a === b ? 'compares a project with itself' : `names no project of the file: ${missing.join(', ')}`
      leftOut.push(`${place}/${index}: ${why} (OVL-13)`)
      return []
    }
    const overlap = OVERLAP_LABELS[label] ?? null
    return [{ id, a, b, label, overlap, expected: expectedOutcome(label, overlap, differsIn ?? null) }]
  })
}

/** A pair at the same place and time that differs in theme alone is a synergy; one inside the other too. */
function expectedOutcome(label: string, overlap: boolean | null, differsIn: string | null): LabelledOutcome {
  if (overlap === true) return 'duplicate'
  return label === 'synergy' || label === 'part-of' || (label === 'no-overlap' && differsIn === 'theme')
    ? 'synergy'
    : 'unrelated'
}

function faults(place: string, error: z.ZodError): readonly string[] {
  return error.issues.map(
    ({ path, message }) => `${[place, ...path.map(String)].join('/')}: ${message} (OVL-13)`,
  )
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined
}
