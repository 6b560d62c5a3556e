/** `demarche backtest --cases FILE` and `--eurepoc FILE`: the desk's findings against what was done and coded. */
import { basename } from 'node:path'
import {
  backtestCases,
  backtestEurepoc,
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
import { JSON_FLAG, type Surroundings, type Verb } from './verb.ts'

/** Faults that are named one by one. */
const MOST_NAMED = 20

interface Options {
  readonly cases?: string
  readonly eurepoc?: string
  readonly json?: boolean
}

export const backtestVerb: Verb = (program, around) => {
  program
    .command('backtest')
    .description('rebuilds closed cases as they stood before any answer, and compares should with did')
    .option('--cases <file>', 'cases with their answers, as JSON')
    .option('--eurepoc <file>', 'the global table of EuRepoC, as CSV')
    .option(...JSON_FLAG)
    .action(async ({ cases, eurepoc, json }: Options) => {
      if (cases !== undefined && eurepoc === undefined) await testCases(cases, json === true, around)
      else if (eurepoc !== undefined && cases === undefined) await testEurepoc(eurepoc, json === true, around)
      else throw new BadUsage('Name one file to test against: --cases FILE or --eurepoc FILE.')
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
