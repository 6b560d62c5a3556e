/**
 * From texts to entries: parses each file, knows by its folder what it must be, and checks its shape.
 *
 * Gives the entries that fit, each with the file and place it came from, and a fault for everything that does not:
 * syntax, unknown or missing keys, wrong values, missing source, dates, authority or verification.
 *
 * Rests on: docs/rules/doctrine.md, DOC-01 to DOC-11. Next door: `schema.ts`, `rule-faults.ts`.
 */
import type {
  CountryGroup,
  DimensionScale,
  DoctrineEntry,
  DocumentOutline,
  LegalTest,
  Measure,
  Norm,
  PackageTemplate,
  Party,
  PopulationTable,
  PresidencyOrder,
  Proportionality,
  RightsQuestion,
  RightsSeverity,
  Role,
  ProcessState,
  SilenceLengths,
  Track,
  Transition,
  VerbRight,
  VotingRule,
} from '@demarche/core'
import { parse, YAMLParseError } from 'yaml'
import type { z } from 'zod'
import type { Fault, PackFile, Place } from './pack-file.ts'
import { findRuleFault } from './rule-faults.ts'
import {
  countryGroupSchema,
  documentSchema,
  measureSchema,
  normSchema,
  packSchema,
  packageSchema,
  partiesSchema,
  populationsSchema,
  presidenciesSchema,
  proportionalitySchema,
  rightsQuestionsSchema,
  rightsSchema,
  rightsSeveritySchema,
  rolesSchema,
  scaleSchema,
  silenceSchema,
  statesSchema,
  testSchema,
  tracksSchema,
  transitionsSchema,
  verbsSchema,
  votingRulesSchema,
} from './schema.ts'

/** An entry with its origin, so that faults found later can name it. */
export interface Sited<T extends DoctrineEntry> {
  readonly entry: T
  readonly path: string
  readonly place: Place
}

export interface PackEntries {
  pack: { readonly path: string; readonly value: z.output<typeof packSchema> } | null
  readonly tests: Sited<LegalTest>[]
  readonly scales: Sited<DimensionScale>[]
  readonly measures: Sited<Measure>[]
  readonly norms: Sited<Norm>[]
  readonly packages: Sited<PackageTemplate>[]
  readonly documents: Sited<DocumentOutline>[]
  readonly proportionality: Sited<Proportionality>[]
  readonly votingRules: Sited<VotingRule>[]
  readonly roles: Sited<Role>[]
  readonly states: Sited<ProcessState>[]
  readonly transitions: Sited<Transition>[]
  readonly verbs: Sited<VerbRight>[]
  readonly silence: Sited<SilenceLengths>[]
  readonly tracks: Sited<Track>[]
  readonly populations: Sited<DoctrineEntry & PopulationTable>[]
  readonly parties: Sited<Party>[]
  readonly presidencies: Sited<PresidencyOrder>[]
  readonly countryGroups: Sited<CountryGroup>[]
  readonly rightsQuestions: Sited<RightsQuestion>[]
  readonly rights: Sited<DoctrineEntry>[]
  readonly rightsSeverity: Sited<RightsSeverity>[]
  /** ids, by their file names, of entries that could not be read: they exist, so nobody needs to be told that they do not */
  readonly unread: Readonly<Record<Folder, string[]>>
}

const PROCESS = [
  'voting-rules',
  'roles',
  'populations',
  'parties',
  'presidencies',
  'states',
  'transitions',
  'verbs',
  'silence',
  'tracks',
]
const RIGHTS = ['questions', 'rights', 'severity']
const FILES = [
  'pack.yaml',
  'proportionality.yaml',
  ...PROCESS.map((name) => `process/${name}.yaml`),
  ...RIGHTS.map((name) => `rights/${name}.yaml`),
].join(', ')
/** Far beyond any rule that a person can follow. */
const DEEPEST = 60
const FOLDERS = ['tests', 'scales', 'measures', 'norms', 'packages', 'documents', 'places'] as const
type Folder = (typeof FOLDERS)[number]

/** Reads every file; never throws for bad doctrine. */
export function readEntries(files: readonly PackFile[]): { entries: PackEntries; faults: Fault[] } {
  const faults: Fault[] = []
  const entries: PackEntries = {
    pack: null,
    tests: [],
    scales: [],
    measures: [],
    norms: [],
    packages: [],
    documents: [],
    proportionality: [],
    votingRules: [],
    roles: [],
    populations: [],
    parties: [],
    presidencies: [],
    countryGroups: [],
    rightsQuestions: [],
    rights: [],
    rightsSeverity: [],
    states: [],
    transitions: [],
    verbs: [],
    silence: [],
    tracks: [],
    unread: { tests: [], scales: [], measures: [], norms: [], packages: [], documents: [], places: [] },
  }
  for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const before = faults.length
    readFile(file, entries, faults)
    const [, folder, name] = /^([a-z]+)\/([^/.]+)[^/]*\.yaml$/.exec(file.path) ?? []
    const known = FOLDERS.find((one) => one === folder)
    if (faults.length > before && known && name !== undefined) entries.unread[known].push(name)
  }
  return { entries, faults }
}

function readFile(file: PackFile, entries: PackEntries, faults: Fault[]): void {
  const { path } = file
  const data = parseFile(file, faults)
  if (data === undefined) return
  const one = <T extends DoctrineEntry>(schema: z.ZodType<T>, into: Sited<T>[]) => {
    const entry = checkShape(schema, data, path, faults)
    if (entry) into.push({ entry, path, place: [] })
  }
  const many = <T extends DoctrineEntry>(schema: z.ZodType<T[]>, into: Sited<T>[]) => {
    const list = checkShape(schema, data, path, faults) ?? []
    into.push(...list.map((entry, index) => ({ entry, path, place: [index] })))
  }
  if (path === 'pack.yaml') {
    const value = checkShape(packSchema, data, path, faults)
    if (value) entries.pack = { path, value }
  } else if (path === 'proportionality.yaml') one(proportionalitySchema, entries.proportionality)
  else if (path === 'process/voting-rules.yaml') many(votingRulesSchema, entries.votingRules)
  else if (path === 'process/roles.yaml') many(rolesSchema, entries.roles)
  else if (path === 'process/states.yaml') many(statesSchema, entries.states)
  else if (path === 'process/transitions.yaml') many(transitionsSchema, entries.transitions)
  else if (path === 'process/verbs.yaml') many(verbsSchema, entries.verbs)
  else if (path === 'process/silence.yaml') one(silenceSchema, entries.silence)
  else if (path === 'process/tracks.yaml') many(tracksSchema, entries.tracks)
  else if (path === 'process/populations.yaml') many(populationsSchema, entries.populations)
  else if (path === 'process/parties.yaml') many(partiesSchema, entries.parties)
  else if (path === 'process/presidencies.yaml') many(presidenciesSchema, entries.presidencies)
  else if (path === 'rights/questions.yaml') many(rightsQuestionsSchema, entries.rightsQuestions)
  else if (path === 'rights/rights.yaml') many(rightsSchema, entries.rights)
  else if (path === 'rights/severity.yaml') one(rightsSeveritySchema, entries.rightsSeverity)
  else {
    const folder = /^([a-z]+)\/[^/]+\.yaml$/.exec(path)?.[1]
    if (folder === 'tests') one(testSchema, entries.tests)
    else if (folder === 'scales') one(scaleSchema, entries.scales)
    else if (folder === 'measures') one(measureSchema, entries.measures)
    else if (folder === 'norms') one(normSchema, entries.norms)
    else if (folder === 'packages') one(packageSchema, entries.packages)
    else if (folder === 'documents') one(documentSchema, entries.documents)
    else if (folder === 'places') one(countryGroupSchema, entries.countryGroups)
    else {
      const message = `a pack has no place for this file; expected one of ${FILES}, or <id>.yaml in ${FOLDERS.join(', ')}.`
      faults.push({ path, place: [], rule: 'DOC-02', message })
    }
  }
}

function parseFile({ path, text }: PackFile, faults: Fault[]): unknown {
  try {
    const data: unknown = parse(text, { prettyErrors: false, logLevel: 'error' })
    if (isDeeperThan(data, DEEPEST)) throw new RangeError('too deep')
    if (typeof data === 'object' && data !== null) return data
    faults.push({
      path,
      place: [],
      rule: 'DOC-01',
      message: 'the file is empty or holds a single word; expected keys and values.',
    })
  } catch (error) {
    const message = unreadable(error)
    if (message === null) throw error
    const line = error instanceof YAMLParseError ? text.slice(0, error.pos[0]).split('\n').length : 1
    faults.push({ path, place: [], line, rule: 'DOC-01', message })
  }
  return undefined
}

/** What to say of a text that cannot be read; null for a defect of ours. */
function unreadable(error: unknown): string | null {
  // the parser overflows the stack on very deep texts, and refuses texts whose aliases would blow up
  if (error instanceof RangeError) return `nested too deeply; expected at most ${DEEPEST} levels.`
  if (error instanceof ReferenceError || error instanceof YAMLParseError)
    return `not readable as YAML: ${error.message}.`
  return null
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (!isRecord(value)) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1))
}

function checkShape<T>(schema: z.ZodType<T>, data: unknown, path: string, faults: Fault[]): T | undefined {
  const result = schema.safeParse(data)
  if (result.success) return result.data
  for (const issue of result.error.issues) faults.push(...faultsOfIssue(issue, data, path))
  return undefined
}

const REQUIRED: Readonly<Record<string, readonly [Fault['rule'], string]>> = {
  source: ['DOC-06', 'an entry says in which document and where in it it stands'],
  inForce: ['DOC-07', 'an entry says since when it is in force, as from: YYYY-MM-DD'],
  authority: ['DOC-10', 'an entry says whether it is binding-law, agreed-guidance or our-judgement'],
  verified: ['DOC-11', 'an entry says whether somebody read it in its source'],
}

function faultsOfIssue(issue: z.core.$ZodIssue, data: unknown, path: string): Fault[] {
  const place = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  const seen = place.reduce<unknown>((value, step) => (isRecord(value) ? value[step] : undefined), data)
  const key = place.map(String).join('.')
  const needed = place.map((step) => REQUIRED[String(step)]).find((rule) => rule !== undefined)
  if (needed) {
    const [rule, why] = needed
    const message =
      seen === undefined
        ? `"${key}" is missing; ${why}.`
        : `"${key}" is ${show(seen)}; ${expectation(issue)}; ${why}.`
    return [{ path, place, rule, message }]
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((unknown) => {
      const message = `"${[...place, unknown].join('.')}" is not a key that is known here; check its spelling, or remove it.`
      return { path, place: [...place, unknown], rule: 'DOC-04' as const, message }
    })
  }
  if (seen === undefined)
    return [{ path, place, rule: 'DOC-03', message: `"${key}" is missing; ${expectation(issue)}.` }]
  const ruleFault = issue.code === 'invalid_union' ? findRuleFault(seen, place) : null
  if (ruleFault) return [{ path, place: ruleFault.place, rule: 'DOC-05', message: ruleFault.message }]
  return [{ path, place, rule: 'DOC-05', message: `"${key}" is ${show(seen)}; ${expectation(issue)}.` }]
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'keys and values',
  boolean: 'true or false',
  tuple: 'a list',
}

/** What a value should have been, in words. */
function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value')
    return `expected ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_type') return `expected ${KINDS[issue.expected] ?? issue.expected}`
  if (issue.code === 'invalid_union') return 'expected a rule'
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const limit = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`
    return `expected ${limit} ${issue.origin === 'string' ? 'characters' : 'items'}`
  }
  return issue.message
}

function isRecord(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === 'object' && value !== null
}

function show(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
