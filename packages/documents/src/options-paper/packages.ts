/**
 * Sections "packages and order" and "status quo option".
 *
 * Each package stands with its steps in order and what conflicts inside it; one table reads the dimensions for all.
 * What each step needs stands in Annex B. The rights check of each package stands before political factors, which
 * follow apart: they are no part of the proportionality test. The package that answers with restraint has a section of
 * its own.
 */
import type { Dimension, Package, Verdict } from '@demarche/core'
import { sayValue } from '../language/case-wording.ts'
import type { TextKey } from '../language/load-texts.ts'
import { reasonIn } from '../language/say-reason.ts'
import type { Words } from '../paper-writer.ts'
import { firstClause } from '../plain-words.ts'
import { opening, sentence } from '../wording.ts'
import {
  dimensionLabel,
  inRow,
  measureLabel,
  openPoint,
  packageLabel,
  rolesInShort,
  stepLabel,
  votingInShort,
} from './labels.ts'
import { offered, type Paper } from './paper.ts'
import { writeRights } from './rights.ts'

export function writePackages(paper: Paper): void {
  const {
    writer,
    wording: { say, count },
  } = paper
  const packages = offered(paper)
  const number = opening(count(packages.length))
  writer.numbered(
    packages.length === 0
      ? say('package.none')
      : `${say('package.proposed', { count: packages.length, number })} ${say('package.order')}`,
  )
  for (const each of packages) writePackage(paper, each.number, each.offer)
  writeProportionality(paper)
  writeRights(paper)
  writePolitical(paper)
}

function writePackage(paper: Paper, number: number, each: Package): void {
  const {
    writer,
    wording: { say, list, ofDoctrine },
  } = paper
  const { verdict, highestEscalation: highest, usualCeiling: ceiling } = each.proportionality
  const points = (open: readonly string[]): string => list(open.map((point) => openPoint(paper, point)))
  writer.heading(say('package.title', { number, package: packageLabel(paper, each) }))
  writer.numbered(
    [
      sentence(ofDoctrine(each.purpose)),
      say(`package.lawful.${each.lawful}`),
      ...(each.turnsOn.length > 0 ? [say('package.turnsOn', { points: points(each.turnsOn) })] : []),
      say(each.withoutAttribution ? 'package.withoutAttribution' : 'package.withAttribution'),
      say(`package.${verdict}`),
      ceiling === null
        ? say('package.escalation', { highest })
        : say('package.escalationAndCeiling', { highest, ceiling }),
      ...sayConflicts(paper, each),
    ].join(' '),
  )
  writer.table(
    say('package.stepsCaption', { number }),
    [
      [say('package.column.step'), 30],
      [say('paper.column.decides'), 18],
      [say('package.column.how'), 15],
      [say('package.column.leadTime'), 17],
      [say('package.column.open'), 20],
    ],
    each.steps.map((step, index): Words[] => {
      const time = opening(firstClause(ofDoctrine(step.leadTime.text)))
      return [
        `${index + 1}. ${stepLabel(paper, step)} (${say(`package.category.${step.category}`)})`,
        rolesInShort(paper, step.deciders),
        votingInShort(paper, step.votingRule),
        step.leadTime.basis === 'our-judgement' ? say('package.estimate', { time }) : time,
        step.turnsOn.length > 0 ? opening(points(step.turnsOn)) : say('package.nothingOpen'),
      ]
    }),
  )
}

function sayConflicts(paper: Paper, { conflicts }: Package): readonly string[] {
  const { say } = paper.wording
  if (conflicts.length === 0) return []
  const said = conflicts.map(({ between: [first, second], why }) =>
    say('package.conflict', {
      first: measureLabel(paper, first),
      second: measureLabel(paper, second),
      why: paper.wording.ofDoctrine(why),
    }),
  )
  return [say('package.conflicts', { conflicts: inRow(paper, said) })]
}

function sayReading({ wording }: Paper, { proportionality }: Package, dimension: Dimension): string {
  const row = proportionality.perDimension.find((each) => each.dimension === dimension)
  return wording.say(row ? `package.reads.${row.reads}` : 'package.notRead')
}

/** One column a package: how far the profile carries each; dimensions that read alike share a row. */
function writeProportionality(paper: Paper): void {
  const {
    dossier,
    writer,
    wording: { say, list },
  } = paper
  const offers = offered(paper)
  if (offers.length === 0) return
  writer.heading(say('package.proportionality'))
  writer.numbered(say('package.proportionalityLead'))
  const rows = dossier.profile.map(({ dimension }) => ({
    label: dimensionLabel(paper, dimension),
    read: offers.map(({ offer }) => sayReading(paper, offer, dimension)),
  }))
  writer.table(
    say('package.proportionalityCaption'),
    [
      [say('paper.column.dimension'), 30],
      ...offers.map(({ number }) => [say('package.column.package', { number }), 70 / offers.length] as const),
    ],
    [...Map.groupBy(rows, ({ read }) => read.join('|')).values()].map((alike): Words[] => [
      opening(list(alike.map(({ label }) => label))),
      ...(alike[0]?.read ?? []),
    ]),
  )
}

const POLITICAL = {
  true: 'paper.yes',
  false: 'paper.no',
  unknown: 'verdict.unknown',
  contested: 'verdict.contested',
} as const satisfies Readonly<Record<Verdict, TextKey>>

function writePolitical({ dossier, writer, wording }: Paper): void {
  const { say } = wording
  if (dossier.political.length === 0) return
  writer.heading(say('political.title'))
  writer.numbered(say('political.lead'))
  writer.table(
    say('political.caption'),
    [
      [say('paper.column.factor'), 30],
      [say('paper.column.onRecord'), 16],
      [say('political.column.explanation'), 54],
    ],
    dossier.political.map((factor): Words[] => [
      reasonIn(wording, { code: `factor.${factor.id}`, values: {} }, factor.label),
      opening(say(POLITICAL[factor.verdict])),
      [sentence(reasonIn(wording, factor.words, factor.text)), ...writer.support(factor.support)],
    ]),
  )
}

/** The option of no joint act, and whether the Member States have already chosen it. */
export function writeStatusQuo(paper: Paper): void {
  const { dossier, writer, wording } = paper
  const { say } = wording
  const restraint = dossier.packages.filter((each) => each.restraint)
  if (restraint.length === 0) writer.numbered(say('statusQuo.noForm'))
  for (const each of restraint) writer.numbered(sayRestraint(paper, each))
  const considered = dossier.facts.find(({ property }) => property === 'noJointResponse')?.values ?? []
  if (considered.length > 0) {
    writer.numbered(say('statusQuo.considered'))
    writer.list(
      considered.map(({ value, support }) => [
        opening(sayValue(wording, 'noJointResponse', value)),
        ...writer.support(support),
      ]),
    )
  } else {
    writer.numbered(say('statusQuo.reason'))
  }
}

function sayRestraint(paper: Paper, each: Package): string {
  const { say, list, ofDoctrine } = paper.wording
  const measures = list(each.steps.map((step) => say('paper.quoted', { text: stepLabel(paper, step) })))
  const argued = each.proportionality.perDimension
    .filter(({ reads }) => reads === 'argues-restraint')
    .map(
      ({ dimension, reason, words }) =>
        `${dimensionLabel(paper, dimension)} (${reasonIn(paper.wording, words, reason)})`,
    )
  return [
    sentence(packageLabel(paper, each)),
    sentence(ofDoctrine(each.purpose)),
    each.steps.length === 0 ? say('statusQuo.noAct') : say('statusQuo.noActBeyond', { measures }),
    argued.length === 0
      ? say('statusQuo.noneArgues')
      : say('statusQuo.argue', { dimensions: inRow(paper, argued) }),
  ].join(' ')
}
