/**
 * Sections "packages and order" and "status quo option".
 *
 * Each package stands with its steps in order, the reasons for proportionality dimension by dimension, what it needs
 * and what conflicts inside it. Political factors follow apart: they are no part of the proportionality test. The
 * package that answers with restraint has a section of its own.
 */
import type { Package, PackageStep, Verdict } from '@demarche/core'
import type { Words } from '../paper-writer.ts'
import { opening, sayCount, sayList, sayValue, sentence } from '../wording.ts'
import { leadTimeMark, categoryWord } from './options.ts'
import { measureOf, openPoint, roleLabel, votingLabel, type Paper } from './paper.ts'

const LAWFUL: Readonly<Record<Verdict, string>> = {
  true: 'Every step is open on the known facts.',
  false: 'At least one step is not open on the known facts.',
  unknown: 'Whether every step is open is not yet known.',
  contested: 'Whether every step is open turns on facts on which sources disagree.',
}

const PROPORTIONALITY = {
  proportionate: "Proportionate, in this desk's judgement",
  'needs-reason': "Above what this desk's judgement holds usual: it needs a reason of its own",
  undetermined: 'Undetermined: too little is known to say',
} as const

const READS = {
  supports: 'Supports it',
  'argues-restraint': 'Argues for restraint',
  neutral: 'Neutral',
  unknown: 'Unknown',
} as const

export function writePackages(paper: Paper): void {
  const { dossier, writer } = paper
  const packages = dossier.packages.filter(({ restraint }) => !restraint)
  writer.numbered(
    packages.length === 0
      ? 'No package of measures can be proposed on the facts known so far.'
      : `${packages.length === 1 ? 'One package is proposed. ' : `${opening(sayCount(packages.length))} packages are proposed, and they are not ranked. `}` +
          'Inside a package the steps stand in the order in which they would be taken. How packages are composed is ' +
          "this desk's judgement.",
  )
  for (const each of packages) writePackage(paper, each)
  writePolitical(paper)
}

function writePackage(paper: Paper, each: Package): void {
  const { writer } = paper
  writer.heading(each.label)
  writer.numbered(
    `${sentence(each.purpose)} ${LAWFUL[each.lawful]}${
      each.turnsOn.length > 0
        ? ` It turns on ${sayList(each.turnsOn.map((open) => openPoint(paper, open)))}.`
        : ''
    } ${each.withoutAttribution ? 'It can be used without attribution.' : 'It contains steps that need attribution.'}`,
  )
  writer.table(
    `${each.label}: steps in order`,
    [
      ['Step', 27],
      ['Who decides', 20],
      ['Voting rule', 18],
      ['Lead time', 19],
      ['Still open', 16],
    ],
    each.steps.map((step, index): Words[] => [
      `${index + 1}. ${step.label} (${categoryWord(step.category).toLowerCase()})`,
      opening(
        sayList(
          step.deciders.map((id) => roleLabel(paper, id)),
          'or',
        ),
      ),
      opening(votingLabel(paper, step.votingRule)),
      `${opening(step.leadTime.text)}${leadTimeMark(step.leadTime.basis)}`,
      step.turnsOn.length > 0
        ? opening(sayList(step.turnsOn.map((open) => openPoint(paper, open))))
        : 'Nothing',
    ]),
  )
  const { proportionality } = each
  writer.numbered(
    `${PROPORTIONALITY[proportionality.verdict]}. Its highest degree of escalation is ` +
      `${proportionality.highestEscalation} of 5; the usual ceiling ` +
      `${proportionality.usualCeiling === null ? 'cannot be given' : `is ${proportionality.usualCeiling}`}. ` +
      'Dimension by dimension:',
  )
  writer.table(
    `${each.label}: proportionality`,
    [
      ['Dimension', 18],
      ['Reading', 20],
      ['Reason', 62],
    ],
    proportionality.perDimension.map(({ dimension, reads, reason }): Words[] => [
      paper.dossier.profile.find((finding) => finding.dimension === dimension)?.label ?? opening(dimension),
      READS[reads],
      sentence(reason),
    ]),
  )
  writeNeeds(paper, each)
}

function writeNeeds(paper: Paper, each: Package): void {
  const { writer } = paper
  const needs = each.steps.flatMap((step) => sayNeeds(paper, step))
  if (needs.length > 0) {
    writer.numbered('The package needs:')
    writer.list(needs)
  }
  if (each.conflicts.length === 0) {
    writer.numbered('No conflict between its steps is recorded.')
    return
  }
  writer.numbered('Its steps conflict in the following points:')
  writer.list(
    each.conflicts.map(({ between, why }) => {
      const [first, second] = between.map((id) => measureOf(paper, id)?.label ?? id)
      return `“${first}” and “${second}”: ${sentence(why)}`
    }),
  )
}

function sayNeeds(paper: Paper, step: PackageStep): readonly string[] {
  const outlines = step.documents.map(
    (id) =>
      paper.doctrine.documents.find((outline) => outline.id === id)?.label ??
      id.replace(/^doc-/, '').replaceAll('-', ' '),
  )
  const preconditions = measureOf(paper, step.measure)?.preconditions ?? []
  const parts = [
    ...(step.proposers.length > 0
      ? [
          `a proposal by ${sayList(
            step.proposers.map((id) => roleLabel(paper, id)),
            'or',
          )}`,
        ]
      : []),
    ...outlines.map((label) => `the document “${label}”`),
    ...preconditions,
  ]
  return parts.length > 0 ? [`${step.label}: ${parts.join('; ')}.`] : []
}

const POLITICAL: Readonly<Record<Verdict, string>> = {
  true: 'Yes',
  false: 'No',
  unknown: 'Unknown',
  contested: 'Contested',
}

function writePolitical({ dossier, writer }: Paper): void {
  if (dossier.political.length === 0) return
  writer.heading('Political factors')
  writer.numbered('These bear on the choice and are no part of the proportionality test.')
  writer.table(
    'Political factors, apart from the proportionality test',
    [
      ['Factor', 30],
      ['On record', 16],
      ['Explanation', 54],
    ],
    dossier.political.map((factor): Words[] => [
      factor.label,
      POLITICAL[factor.verdict],
      [sentence(factor.text), ...writer.support(factor.support)],
    ]),
  )
}

/** The option of no joint act, and whether the Member States have already chosen it. */
export function writeStatusQuo(paper: Paper): void {
  const { dossier, writer } = paper
  const restraint = dossier.packages.filter((each) => each.restraint)
  if (restraint.length === 0) {
    writer.numbered(
      'Not to respond jointly remains open at any time. The doctrine used proposes no particular form for it.',
    )
  }
  for (const each of restraint) {
    const argued = each.proportionality.perDimension.filter(({ reads }) => reads === 'argues-restraint')
    writer.numbered(
      `${each.label}. ${sentence(each.purpose)} It involves no joint act` +
        (each.steps.length === 0 ? '.' : ` beyond ${sayList(each.steps.map(({ label }) => `“${label}”`))}.`) +
        (argued.length === 0
          ? ' None of the seven dimensions argues for it on its own.'
          : ` These dimensions argue for it: ${argued.map(({ dimension, reason }) => `${dimension} (${reason})`).join('; ')}.`),
    )
  }
  const considered = dossier.facts.find(({ property }) => property === 'noJointResponse')?.values ?? []
  if (considered.length > 0) {
    writer.numbered('It is on record that a joint response was considered and not given:')
    writer.list(
      considered.map(({ value, support }) => [
        opening(sayValue('noJointResponse', value)),
        ...writer.support(support),
      ]),
    )
  } else {
    writer.numbered('If this option is chosen, the reason should be put on record, as for any other answer.')
  }
}
