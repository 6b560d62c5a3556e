/**
 * The summary on page one: what a reader with one minute must know, and in which section each line is founded.
 *
 * Says nothing that the sections do not say; statements and provisions stand there, so the summary has no footnotes.
 * Unknown stays unknown here as well: a line that nothing is known for says so instead of being left out.
 */
import { isSettled, type AttributionClaim, type DimensionFinding, type Package } from '@demarche/core'
import { sayFact } from '../language/case-wording.ts'
import { strong, type Words } from '../paper-writer.ts'
import { firstClause } from '../plain-words.ts'
import { opening, sentence } from '../wording.ts'
import { sayClaimant } from './assessment.ts'
import { dimensionLabel, insideSentence, openPoint, packageLabel, testLabel } from './labels.ts'
import { sayWithout } from './legal-tests.ts'
import { offered, type Paper } from './paper.ts'
import { ANSWER_INSIDE } from './precedents.ts'

/** More than this is no summary; the sections have the rest. */
const MOST = 3
const MOST_CLAIMANTS = 6

/** Number of a section by its id, such as `II`; undefined when the outline has no such section. */
type SectionNumber = (id: string) => string | undefined

export function writeSummary(paper: Paper, numberOf: SectionNumber): void {
  const {
    dossier,
    writer,
    wording: { say, saying, count },
  } = paper
  const line = (lead: string, section: string, said: string): Words => {
    const number = numberOf(section)
    const founded = number ? ` ${say('summary.section', { section: number })}` : ''
    return [strong(`${lead} `), `${said}${founded}`]
  }
  writer.list([
    line(say('summary.lead.event'), 's1', sayEvent(paper)),
    line(say('summary.lead.gravity'), 's2', sayGravity(paper)),
    line(say('summary.lead.law'), 's2', sayLaw(paper)),
    line(say('summary.lead.accused'), 's2', sayAccused(paper)),
    line(say('summary.lead.deciding'), 'deciding', sayDeciding(paper)),
    line(say('summary.lead.likeCases'), 'precedents', sayLikeCases(paper)),
  ])
  if (dossier.packages.length > 0) {
    const section = numberOf('s4')
    writer.table(
      section ? say('summary.choicesIn', { section }) : say('summary.choices'),
      [
        [say('summary.column.choice'), 35],
        [say('summary.column.open'), 30],
        [say('summary.column.proportionate'), 17],
        [say('paper.column.degree'), 10],
        [say('summary.column.firstStep'), 20],
      ],
      choices(paper).map(([name, each]): Words[] => [
        saying(
          each.withoutAttribution ? 'summary.choiceWithoutAttribution' : 'summary.choice',
          { name: strong(name) },
          { package: packageLabel(paper, each) },
        ),
        sayOpen(paper, each),
        say(`summary.proportionate.${each.proportionality.verdict}`),
        String(each.proportionality.highestEscalation),
        sayFirstStep(paper, each),
      ]),
    )
  }
  const statements = Object.keys(dossier.statements).length
  writer.paragraph(say('summary.rests', { count: statements, number: count(statements) }))
}

function choices(paper: Paper): readonly (readonly [string, Package])[] {
  const { say } = paper.wording
  return [
    ...paper.dossier.packages.flatMap((each) =>
      each.restraint ? [[say('summary.statusQuo'), each] as const] : [],
    ),
    ...offered(paper).map(({ number, offer }) => [say('summary.package', { number }), offer] as const),
  ]
}

function sayEvent({ dossier, wording }: Paper): string {
  const { say } = wording
  const stated = (property: string): string | undefined => {
    const fact = dossier.facts.find((row) => row.property === property)?.fact
    return fact && fact.state !== 'unknown' ? sayFact(wording, property, fact) : undefined
  }
  const start = stated('startDate')
  const disclosed = stated('disclosedDate')
  const hit = stated('memberStates')
  return [
    sentence(dossier.summary ?? dossier.name),
    start === undefined
      ? disclosed === undefined
        ? say('summary.noStart')
        : say('summary.noStartDisclosed', { disclosed })
      : disclosed === undefined
        ? say('summary.start', { start })
        : say('summary.startDisclosed', { start, disclosed }),
    hit === undefined
      ? say('summary.hit.unknown')
      : hit === ''
        ? say('summary.hit.none')
        : say('summary.hit', { states: hit }),
  ].join(' ')
}

function sayGravity(paper: Paper): string {
  const { say } = paper.wording
  const { profile, band } = paper.dossier
  const levels = profile.map((finding) => sayDimension(paper, finding)).join(', ')
  return [
    profile.length > 0 ? say('summary.levels', { levels }) : say('summary.noLevels'),
    band.band === null
      ? say('summary.noBand')
      : say('summary.band', { band: band.band, confidence: say(`confidence.${band.confidence}`) }),
  ].join(' ')
}

function sayDimension(paper: Paper, { dimension: id, level }: DimensionFinding): string {
  const { say, list } = paper.wording
  const dimension = insideSentence(paper, dimensionLabel(paper, id))
  switch (level.state) {
    case 'known':
      return say('summary.level.known', { dimension, level: level.level })
    case 'contested':
      return say('summary.level.contested', { dimension, levels: list(level.levels.map(String), 'or') })
    case 'between': {
      const { lower, upper } = level
      return lower === upper
        ? say('summary.level.known', { dimension, level: lower })
        : say('summary.level.between', { dimension, lower, upper })
    }
    case 'unknown':
      return say('summary.level.unknown', { dimension })
  }
}

/** Findings by people are kept apart from what the facts alone settle. */
function sayLaw(paper: Paper): string {
  const { say, count } = paper.wording
  const tests = paper.dossier.tests.filter(({ inForce }) => inForce)
  if (tests.length === 0) return say('summary.law.noTest')
  const settled = tests.filter(({ verdict }) => isSettled(verdict))
  const judged = settled.filter(({ restsOnJudgement }) => restsOnJudgement.length > 0)
  const plain = settled.filter(({ restsOnJudgement }) => restsOnJudgement.length === 0)
  const contested = tests.filter(({ verdict }) => verdict === 'contested')
  const open = tests.length - settled.length - contested.length
  const named = (findings: readonly { readonly test: string }[]): string =>
    findings.map(({ test }) => say('paper.quoted', { text: testLabel(paper, test) })).join(', ')
  const met = plain.filter(({ verdict }) => verdict === 'true')
  const notMet = plain.filter(({ verdict }) => verdict === 'false')
  return [
    ...(met.length > 0 ? [say('summary.law.met', { tests: named(met) })] : []),
    ...judged.map((finding) =>
      say(finding.verdict === 'true' ? 'summary.law.found.true' : 'summary.law.found.false', {
        test: testLabel(paper, finding.test),
        without: sayWithout(paper, finding),
      }),
    ),
    ...(notMet.length > 0 ? [say('summary.law.notMet', { tests: named(notMet) })] : []),
    ...(contested.length > 0 ? [say('summary.law.contested', { tests: named(contested) })] : []),
    open === 0
      ? say('summary.law.noneOpen')
      : say('summary.law.open', { count: open, open: opening(count(open)), all: count(tests.length) }),
  ].join(' ')
}

function sayAccused(paper: Paper): string {
  const { say, list, count } = paper.wording
  const { claims, memberStates } = paper.dossier.attribution
  if (claims.length === 0) return say('summary.accused.none')
  const byAccused = [...Map.groupBy(claims, ({ claim }) => claim.accused)]
  const said = byAccused.slice(0, MOST).map(([accused, own]) => {
    const first = own.slice(0, MOST_CLAIMANTS).map(({ claim }) => sayDated(paper, claim))
    const rest = own.length - first.length
    const more = rest > 0 ? [say('summary.accused.moreClaimants', { count: rest, number: count(rest) })] : []
    return sentence(say('summary.accused', { accused, claimants: list([...first, ...more]) }))
  })
  const others = byAccused.length - said.length
  return [
    ...said,
    ...(others > 0 ? [say('summary.accused.more', { count: others, number: opening(count(others)) })] : []),
    say('summary.accused.noOwn'),
    saySpoken(
      paper,
      memberStates.length,
      memberStates.filter(({ stance }) => stance === 'attributed').length,
      memberStates.filter(({ stance }) => stance === 'through-the-union').length,
    ),
  ].join(' ')
}

/** How many Member States have spoken in their own name, and how many through the Union. */
function saySpoken({ wording: { say, count } }: Paper, all: number, alone: number, union: number): string {
  if (alone === 0) {
    if (union === 0) return say('summary.spoken.none', { all })
    return union === all
      ? say('summary.spoken.allThroughUnion', { all })
      : say('summary.spoken.throughUnion', { all, union: count(union) })
  }
  const said = { count: alone, all, alone: count(alone), union: count(union) }
  return union === 0 ? say('summary.spoken.alone', said) : say('summary.spoken.both', said)
}

function sayDated({ wording }: Paper, claim: AttributionClaim): string {
  const { say, date } = wording
  return say('summary.claim', {
    claimant: sayClaimant(wording, claim),
    kind: say(`attributionNeed.${claim.kind}`),
    date: claim.date ? date(claim.date) : say('paper.undated'),
  })
}

function sayDeciding(paper: Paper): string {
  const { say, list, count } = paper.wording
  const { decisive } = paper.dossier
  if (decisive.length === 0) return say('decisive.none')
  const first = decisive.slice(0, MOST).map(({ property }) => openPoint(paper, property))
  const rest = decisive.length - first.length
  const points = list(first)
  return opening(
    rest > 0
      ? say('summary.decidingMore', { points, count: rest, number: count(rest) })
      : say('summary.deciding', { points }),
  )
}

function sayLikeCases({ dossier, wording }: Paper): string {
  const { say, list, count } = wording
  const { neighbours, consistency } = dossier
  const near = neighbours
    .slice(0, MOST)
    .map(({ name, responseClass }) =>
      say('summary.likeCase', { case: name, answer: say(ANSWER_INSIDE[responseClass]) }),
    )
  if (near.length === 0 && consistency.length === 0) return say('summary.noLikeCase')
  const unreasoned = consistency.filter(({ reason }) => reason === undefined).length
  const said = {
    count: consistency.length,
    number: opening(count(consistency.length)),
    unreasoned: count(unreasoned),
  }
  return [
    near.length === 0 ? say('summary.noLikeCase') : say('summary.likeCases', { cases: list(near) }),
    consistency.length === 0
      ? say('summary.noneOtherwise')
      : unreasoned === 0
        ? say('summary.otherwise.reasoned', said)
        : unreasoned === consistency.length
          ? say('summary.otherwise.unreasoned', said)
          : say('summary.otherwise.partly', said),
  ].join(' ')
}

function sayOpen(paper: Paper, { lawful, turnsOn }: Package): string {
  const { say, list, count } = paper.wording
  if (lawful === 'true') return opening(say('paper.yes'))
  if (lawful === 'false') return opening(say('paper.no'))
  const all = [...new Set(turnsOn.map((open) => openPoint(paper, open)))]
  if (all.length === 0) return opening(say(`verdict.${lawful}`))
  const rest = all.length - 2
  const points =
    all.length <= MOST
      ? list(all)
      : say('summary.morePoints', { points: all.slice(0, 2).join(', '), count: rest, number: count(rest) })
  return say(lawful === 'contested' ? 'summary.contestedTurnsOn' : 'summary.turnsOn', { points })
}

function sayFirstStep({ wording: { say, ofDoctrine } }: Paper, { steps: [step] }: Package): string {
  if (!step) return opening(say('paper.none'))
  const time = opening(firstClause(ofDoctrine(step.leadTime.text)))
  return step.leadTime.basis === 'our-judgement' ? say('package.estimate', { time }) : time
}
