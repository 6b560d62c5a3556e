/**
 * The summary on page one: what a reader with one minute must know, and in which section each line is founded.
 *
 * Says nothing that the sections do not say; statements and provisions stand there, so the summary has no footnotes.
 * Unknown stays unknown here as well: a line that nothing is known for says so instead of being left out.
 */
import {
  formatPartialDate,
  isSettled,
  type AttributionClaim,
  type LegalFinding,
  type Package,
} from '@demarche/core'
import type { Wording } from '../language/wording.ts'
import { strong, type Words } from '../paper-writer.ts'
import { firstClause } from '../plain-words.ts'
import { opening, sayCount, sayFact, sayLevel, sayList, sentence } from '../wording.ts'
import { sayClaimant, sayWithout } from './assessment.ts'
import { openPoint, testLabel } from './labels.ts'
import { offered, type Paper } from './paper.ts'
import { CLASS } from './precedents.ts'

/** More than this is no summary; the sections have the rest. */
const MOST = 3
const MOST_CLAIMANTS = 6

/** Number of a section by its id, such as `II`; undefined when the outline has no such section. */
type SectionNumber = (id: string) => string | undefined

export function writeSummary(paper: Paper, numberOf: SectionNumber): void {
  const { writer } = paper
  const line = (lead: string, section: string, said: string): Words => {
    const number = numberOf(section)
    return [strong(`${lead} `), `${said}${number ? ` (Section ${number}.)` : ''}`]
  }
  writer.list([
    line('What happened.', 's1', sayEvent(paper)),
    line('How serious.', 's2', sayGravity(paper)),
    line('What the law says.', 's2', sayLaw(paper)),
    line('Who is said to have done it.', 's2', sayAccused(paper)),
    line('What would decide it.', 'deciding', sayDeciding(paper)),
    line('Like cases.', 'precedents', sayLikeCases(paper)),
  ])
  if (paper.dossier.packages.length > 0) {
    const number = numberOf('s4')
    writer.table(
      `The choices, not ranked; proportionality and degrees are this desk's judgement${number ? ` (section ${number})` : ''}`,
      [
        ['Choice', 35],
        ['Every step open?', 30],
        ['Proportionate?', 17],
        ['Degree', 10],
        ['First step takes', 20],
      ],
      choices(paper).map(([name, each]): Words[] => [
        [strong(name), ` ${each.label}${each.withoutAttribution ? '; no attribution needed' : ''}`],
        sayOpen(paper, each),
        PROPORTIONATE[each.proportionality.verdict],
        String(each.proportionality.highestEscalation),
        sayFirstStep(each),
      ]),
    )
  }
  writer.paragraph(
    `This paper decides nothing. It rests on ${sayCount(Object.keys(paper.dossier.statements).length)} statements, all listed ` +
      'with source, grading and marking in Annex C; the proofs of the legal tests stand in Annex A. No deadline for ' +
      'positions is on record.',
  )
}

const PROPORTIONATE = {
  proportionate: 'Yes',
  'needs-reason': 'Needs a reason',
  undetermined: 'Undetermined',
} as const

function choices(paper: Paper): readonly (readonly [string, Package])[] {
  return [
    ...paper.dossier.packages.flatMap((each) => (each.restraint ? [['Status quo:', each] as const] : [])),
    ...offered(paper).map(({ number, offer }) => [`Package ${number}:`, offer] as const),
  ]
}

function sayEvent({ dossier }: Paper): string {
  const stated = (property: string): string | undefined => {
    const fact = dossier.facts.find((row) => row.property === property)?.fact
    return fact && fact.state !== 'unknown' ? sayFact(property, fact) : undefined
  }
  const start = stated('startDate')
  const disclosed = stated('disclosedDate')
  const hit = stated('memberStates')
  return [
    sentence(dossier.summary ?? dossier.name),
    [start ? `Start: ${start}` : 'The start is not known', disclosed ? `disclosed: ${disclosed}` : undefined]
      .filter((part) => part !== undefined)
      .join('; ') + '.',
    hit === undefined
      ? 'Whether Member States were hit is not on record.'
      : hit === ''
        ? 'No Member State was hit.'
        : `Member States hit: ${hit}.`,
  ].join(' ')
}

function sayGravity({ dossier }: Paper): string {
  const levels = dossier.profile.map(
    ({ label, level }) => `${label.toLowerCase()} ${sayLevel(level).replace(/ of 5$/, '')}`,
  )
  const { band, confidence } = dossier.band
  return [
    levels.length > 0
      ? `From 0 to 5: ${levels.join(', ')}. They are not added up.`
      : 'Nothing can be said of the seven dimensions yet.',
    band === null
      ? 'Too little is known for a response band.'
      : `Response band, a reading aid: ${band} of 5 (${confidence} confidence).`,
  ].join(' ')
}

/** Findings by people are kept apart from what the facts alone settle. */
function sayLaw(paper: Paper): string {
  const tests = paper.dossier.tests.filter(({ inForce }) => inForce)
  if (tests.length === 0) return 'No legal test was in force on the date of this paper.'
  const judged = tests.filter(
    ({ verdict, restsOnJudgement }) => isSettled(verdict) && restsOnJudgement.length > 0,
  )
  const plain = tests.filter(
    ({ verdict, restsOnJudgement }) => isSettled(verdict) && restsOnJudgement.length === 0,
  )
  const contested = tests.filter(({ verdict }) => verdict === 'contested')
  const open = tests.length - judged.length - plain.length - contested.length
  const named = (lead: string, findings: readonly LegalFinding[]): string[] =>
    findings.length === 0
      ? []
      : [`${lead}: ${findings.map(({ test }) => `“${testLabel(paper, test)}”`).join(', ')}.`]
  return [
    ...named(
      'Met on the facts',
      plain.filter(({ verdict }) => verdict === 'true'),
    ),
    ...judged.map(
      (finding) =>
        `“${testLabel(paper, finding.test)}” ${finding.verdict === 'true' ? 'holds' : 'does not hold'} by a finding of people; without it: ${sayWithout(finding)}.`,
    ),
    ...named(
      'Not met',
      plain.filter(({ verdict }) => verdict === 'false'),
    ),
    ...named('Contested between sources', contested),
    open === 0
      ? 'None is open.'
      : `${opening(sayCount(open))} of ${sayCount(tests.length)} tests ${open === 1 ? 'is' : 'are'} open.`,
  ].join(' ')
}

function sayAccused({ dossier, wording }: Paper): string {
  const { claims, memberStates } = dossier.attribution
  if (claims.length === 0) return 'Nobody is on record with a claim.'
  const byAccused = [...Map.groupBy(claims, ({ claim }) => claim.accused)]
  const said = byAccused.slice(0, MOST).map(([accused, own]) => {
    const first = own.slice(0, MOST_CLAIMANTS).map(({ claim }) => sayDated(wording, claim))
    const rest = own.length - first.length
    return `${accused}, according to ${sayList(rest > 0 ? [...first, `${sayCount(rest)} more`] : first)}`
  })
  const others = byAccused.length - said.length
  if (others > 0) said.push(`${sayCount(others)} more ${others === 1 ? 'is' : 'are'} named by others`)
  const union = memberStates.filter(({ stance }) => stance === 'through-the-union').length
  const alone = memberStates.filter(({ stance }) => stance === 'attributed').length
  return (
    `${said.map(sentence).join(' ')} This paper makes no claim of its own. Of the ${memberStates.length} Member States ` +
    `${alone === 0 ? 'none has spoken in its own name' : alone === 1 ? 'one has spoken in its own name' : `${sayCount(alone)} have spoken in their own name`}` +
    `${union > 0 ? `, ${union === memberStates.length ? 'all' : sayCount(union)} through the Union` : ''}.`
  )
}

function sayDated(wording: Wording, claim: AttributionClaim): string {
  return claim.date
    ? `${sayClaimant(wording, claim)} (${claim.kind}, ${formatPartialDate(claim.date)})`
    : `${sayClaimant(wording, claim)} (${claim.kind}, undated)`
}

function sayDeciding(paper: Paper): string {
  const { decisive } = paper.dossier
  if (decisive.length === 0) return 'No open fact stands in the way of a conclusion.'
  const first = decisive.slice(0, MOST).map(({ property }) => openPoint(paper, property))
  const rest = decisive.length - first.length
  return `${opening(sayList(first))} would settle most${rest > 0 ? `; ${sayCount(rest)} more points are open` : ''}.`
}

function sayLikeCases({ dossier }: Paper): string {
  const near = dossier.neighbours.slice(0, MOST).map(({ name, responseClass }) => {
    return `${name} (${CLASS[responseClass].toLowerCase()})`
  })
  if (near.length === 0 && dossier.consistency.length === 0) return 'No coded precedent was at hand.'
  const unreasoned = dossier.consistency.filter(({ reason }) => reason === undefined).length
  return [
    near.length === 0 ? 'No coded precedent was at hand.' : `Nearest: ${sayList(near)}.`,
    dossier.consistency.length === 0
      ? 'None was treated otherwise.'
      : `${opening(sayCount(dossier.consistency.length))} ${dossier.consistency.length === 1 ? 'case was' : 'cases were'} treated otherwise; ` +
        (unreasoned === 0
          ? 'the reasons are on record.'
          : `${unreasoned === dossier.consistency.length ? 'no reason is' : `${sayCount(unreasoned)} without a reason`} on record.`),
  ].join(' ')
}

function sayOpen(paper: Paper, { lawful, turnsOn }: Package): string {
  if (lawful === 'true') return 'Yes'
  if (lawful === 'false') return 'No'
  const points = [...new Set(turnsOn.map((open) => openPoint(paper, open)))]
  if (points.length === 0) return lawful === 'contested' ? 'Contested' : 'Unknown'
  const lead = lawful === 'contested' ? 'Contested; turns on' : 'Turns on'
  return points.length <= MOST
    ? `${lead} ${sayList(points)}`
    : `${lead} ${points.slice(0, 2).join(', ')} and ${sayCount(points.length - 2)} more points`
}

function sayFirstStep({ steps: [step] }: Package): string {
  if (!step) return 'None'
  const estimate = step.leadTime.basis === 'our-judgement' ? ' (estimate)' : ''
  return `${opening(firstClause(step.leadTime.text))}${estimate}`
}
