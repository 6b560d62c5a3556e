/** `demarche backtest --cases FILE`, `--eurepoc FILE` and `--overlaps FILE`: the desk's findings against what was done, coded and labelled. */
import { basename } from 'node:path'
import {
  backtestCases,
  backtestEurepoc,
  backtestOverlaps,
  CASE_VOCABULARY,
  compileDoctrine,
  dayInBrussels,
} from '@demarche/core'
import { loadDoctrine } from '@demarche/doctrine'
import { readBacktestCases, readBacktestEurepoc } from '../backtest-input.ts'
import { readFileOrRefuse } from '../case-source.ts'
import { namingFile } from '../naming-file.ts'
import { count } from '../print/table.ts'
import { BadUsage } from '../outcome.ts'
import { caseReportLines, eurepocReportLines } from '../print/backtest.ts'
import { overlapReportLines } from '../print/backtest-overlaps.ts'
import { readBacktestOverlaps } from '../overlap-input.ts'
import { JSON_FLAG, type Surroundings, type Verb } from './verb.ts'

/** Faults that are named one by one. */
const MOST_NAMED = 20

interface Options {
  readonly cases?: string
  readonly eurepoc?: string
  readonly overlaps?: string
  readonly projects?: string
  readonly json?: boolean
}

export const backtestVerb: Verb = (program, around) => {
  program
    .command('backtest')
    .description('rebuilds closed cases as they stood before any answer, and compares should with did')
    .option('--cases <file>', 'cases with their answers, as JSON')
    .option('--eurepoc <file>', 'the global table of EuRepoC, as CSV')
    .option('--overlaps <file>', 'projects with labelled pairs, as YAML or JSON')
    .option('--projects <file>', 'projects of the labelled pairs, where their own file holds none')
    .option(...JSON_FLAG)
    .action(async ({ cases, eurepoc, overlaps, projects, json }: Options) => {
      const named = [cases, eurepoc, overlaps].filter((path) => path !== undefined)
      if (named.length !== 1 || (projects !== undefined && overlaps === undefined))
        throw new BadUsage(
          'Name one file to test against: --cases FILE, --eurepoc FILE, or --overlaps FILE (which may take --projects FILE).',
        )
      if (cases !== undefined) await testCases(cases, json === true, around)
      else if (eurepoc !== undefined) await testEurepoc(eurepoc, json === true, around)
      else if (overlaps !== undefined) await testOverlaps(overlaps, projects, json === true, around)
    })
}

async function testCases(path: string, json: boolean, { terminal }: Surroundings): Promise<void> {
  const bytes = await readFileOrRefuse(path)
  const { file, toStatements, leftOut } = await namingFile(path, () =>
    readBacktestCases(bytes, basename(path)),
  )
  for (const line of leftOut) terminal.note(`left out: ${line}`)
  const result = backtestCases({
    file,
    toStatements,
    compiled: compileDoctrine(loadDoctrine(), CASE_VOCABULARY),
  })
  if (json) terminal.out(JSON.stringify(result.report, null, 2))
  else for (const line of caseReportLines(result)) terminal.out(line)
}

async function testEurepoc(path: string, json: boolean, { terminal, signal }: Surroundings): Promise<void> {
  const bytes = await readFileOrRefuse(path)
  const { incidents, rejected } = await namingFile(path, () =>
    readBacktestEurepoc(bytes, basename(path), signal),
  )
  if (rejected.length > 0) {
    terminal.note(`${count(rejected.length, 'row or value', 'rows or values')} of ${path} left out:`)
    for (const { place, message, rule } of rejected.slice(0, MOST_NAMED))
      terminal.note(`  ${place}: ${message} (${rule})`)
    if (rejected.length > MOST_NAMED) terminal.note(`  … and ${rejected.length - MOST_NAMED} more`)
  }
  const compiled = compileDoctrine(loadDoctrine(), CASE_VOCABULARY)
  const result = backtestEurepoc(incidents, compiled, dayInBrussels(new Date().toISOString()))
  if (json) {
    const { spearman, legal } = result.report
    terminal.out(JSON.stringify({ incidents: result.report.incidents, spearman, legal }, null, 2))
  } else for (const line of eurepocReportLines(result)) terminal.out(line)
}

async function testOverlaps(
  path: string,
  projectsPath: string | undefined,
  json: boolean,
  { terminal }: Surroundings,
): Promise<void> {
  const labelled = { path, bytes: await readFileOrRefuse(path) }
  const others =
    projectsPath === undefined ? null : { path: projectsPath, bytes: await readFileOrRefuse(projectsPath) }
  const file = await namingFile(path, () => readBacktestOverlaps(labelled, others))
  if (file.leftOut.length > 0)
    terminal.note(`${count(file.leftOut.length, 'thing', 'things')} of ${path} left out:`)
  for (const line of file.leftOut.slice(0, MOST_NAMED)) terminal.note(`  ${line}`)
  if (file.leftOut.length > MOST_NAMED) terminal.note(`  … and ${file.leftOut.length - MOST_NAMED} more`)
  const result = backtestOverlaps(file)
  if (json) {
    const { pairs, themesHidden, textOnly, confusion, confusionTextOnly } = result
    const report = { pairs, f1: themesHidden.f1, f1TextOnly: textOnly.f1, confusion }
    terminal.out(JSON.stringify({ ...report, confusionTextOnly, themesHidden, textOnly }, null, 2))
  } else for (const line of overlapReportLines(result)) terminal.out(line)
}
