/**
 * Sections "packages and order" and "status quo option".
 *
 * Each package stands with its steps in order and what conflicts inside it; one table reads the dimensions for all.
 * What each step needs stands in Annex B. The rights check of each package stands before political factors. Political factors follow apart: they are no part of the proportionality test. The
 * package that answers with restraint has a section of its own.
 */
import type { Category, Dimension, Package, Verdict } from '@demarche/core'
import type { Words } from '../paper-writer.ts'
import { opening, sayCount, sayList, sayValue, sentence } from '../wording.ts'
import { firstClause } from '../plain-words.ts'
import { dimensionLabel, measureLabel, openPoint, rolesInShort, votingLabel } from './labels.ts'
import { offered, type Paper } from './paper.ts'
import { writeRights } from './rights.ts'

const CATEGORY_IN_SHORT: Readonly<Record<Category, string>> = {
  preventive: 'preventive',
  cooperative: 'cooperative',
  stability: 'stability',
  restrictive: 'restrictive',
  'lawful-response-support': 'support',
}

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

/** How a dimension reads for a package. */
export const READS = {
  supports: 'Supports',
  'argues-restraint': 'For restraint',
  neutral: 'Neutral',
  unknown: 'Unknown',
} as const

export function writePackages(paper: Paper): void {
  const { writer } = paper
  const packages = offered(paper)
  writer.numbered(
    packages.length === 0
      ? 'No package of measures can be proposed on the facts known so far.'
      : `${packages.length === 1 ? 'One package is proposed. ' : `${opening(sayCount(packages.length))} packages are proposed, and they are not ranked. `}` +
          'Inside a package the steps stand in the order in which they would be taken. How packages are composed is ' +
          "this desk's judgement, and so are lead times marked as estimates.",
  )
  for (const { number, offer } of packages) writePackage(paper, number, offer)
  writeProportionality(paper)
  writeRights(paper)
  writePolitical(paper)
}

function writePackage(paper: Paper, number: number, each: Package): void {
  const { writer } = paper
  const { verdict, highestEscalation, usualCeiling } = each.proportionality
  writer.heading(`Package ${number}: ${each.label}`)
  writer.numbered(
    `${sentence(each.purpose)} ${LAWFUL[each.lawful]}${
      each.turnsOn.length > 0
        ? ` It turns on ${sayList(each.turnsOn.map((open) => openPoint(paper, open)))}.`
        : ''
    } ${each.withoutAttribution ? 'It can be used without attribution.' : 'It contains steps that need attribution.'} ` +
      `${PROPORTIONALITY[verdict]}. Its highest degree of escalation is ${highestEscalation} of 5; the usual ceiling ` +
      `${usualCeiling === null ? 'cannot be given' : `is ${usualCeiling}`}.${sayConflicts(paper, each)}`,
  )
  writer.table(
    `Package ${number}: steps in order`,
    [
      ['Step', 30],
      ['Who decides', 18],
      ['How', 15],
      ['Lead time', 17],
      ['Still open', 20],
    ],
    each.steps.map((step, index): Words[] => [
      `${index + 1}. ${step.label} (${CATEGORY_IN_SHORT[step.category]})`,
      rolesInShort(paper, step.deciders),
      opening(firstClause(votingLabel(paper, step.votingRule))),
      `${opening(firstClause(step.leadTime.text))}${step.leadTime.basis === 'our-judgement' ? ' (estimate)' : ''}`,
      step.turnsOn.length > 0
        ? opening(sayList(step.turnsOn.map((open) => openPoint(paper, open))))
        : 'Nothing',
    ]),
  )
}

function sayConflicts(paper: Paper, { conflicts }: Package): string {
  if (conflicts.length === 0) return ''
  const said = conflicts.map(({ between, why }) => {
    const [first, second] = between.map((id) => measureLabel(paper, id))
    return `“${first}” and “${second}” (${why})`
  })
  return ` Its steps conflict: ${said.join('; ')}.`
}

function sayReading({ proportionality }: Package, dimension: Dimension | undefined): string {
  const row = proportionality.perDimension.find((each) => each.dimension === dimension)
  return row ? READS[row.reads] : 'Not read'
}

/** One column a package: how far the profile carries each; dimensions that read alike share a row. */
function writeProportionality(paper: Paper): void {
  const { dossier, writer } = paper
  const offers = offered(paper)
  if (offers.length === 0) return
  writer.heading('Proportionality')
  writer.numbered(
    "How the seven dimensions read for each package, in this desk's judgement; the reasons stand in Annex B.",
  )
  writer.table(
    'Proportionality of the packages, dimension by dimension',
    [['Dimension', 30], ...offers.map(({ number }) => [`Package ${number}`, 70 / offers.length] as const)],
    [
      ...Map.groupBy(dossier.profile, ({ dimension }) =>
        offers.map(({ offer }) => sayReading(offer, dimension)).join('|'),
      ).values(),
    ].map((alike): Words[] => [
      opening(sayList(alike.map(({ label }) => label))),
      ...offers.map(({ offer }) => sayReading(offer, alike[0]?.dimension)),
    ]),
  )
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
          : ` These dimensions argue for it: ${argued.map(({ dimension, reason }) => `${dimensionLabel(paper, dimension)} (${reason})`).join('; ')}.`),
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
