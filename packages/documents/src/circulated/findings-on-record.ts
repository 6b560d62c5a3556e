/**
 * What the law says of the case, as lines for a document: a test with its finding, a weighed test factor by factor.
 *
 * Where the law leaves a test to weighing, the line gives a suggested finding, or what people found; never that it is met.
 * It follows from the case as a whole, and counts for the marking as the dossier does.
 *
 * Next door: `case-on-record.ts` for the facts; `../options-paper/` sets tests out at length.
 */
import { decidingSupport, isFoundByPeople, type LegalFinding } from '@demarche/core'
import { openPoint } from '../options-paper/labels.ts'
import { isWeighed } from '../options-paper/paper.ts'
import type { Words } from '../paper-writer.ts'
import { opening, sayFact, sayList, sayProperty, SUGGESTION_WORDS, VERDICT_WORDS } from '../wording.ts'
import type { Draft } from './draft.ts'

/** The finding on a test by its name without the `test-` that some packs put before it. */
export function findingNamed({ dossier }: Draft, name: string): LegalFinding | undefined {
  return dossier.tests.find(({ test }) => test === `test-${name}` || test === name)
}

/** One line for each of these tests that the dossier has. */
export function findingLines(draft: Draft, names: readonly string[]): readonly Words[] {
  return names.flatMap((name): readonly Words[] => {
    const finding = findingNamed(draft, name)
    if (!finding) return []
    draft.derived()
    const open = finding.openFacts.map((property) => openPoint(draft, property))
    return [
      [
        `${draft.testNamed(name)?.label ?? opening(name)}: ${sayFinding(draft, finding)}` +
          `${open.length > 0 ? `; open: ${sayList(open)}` : ''}`,
        ...draft.lawOf(name),
        ...cited(draft, finding),
      ],
    ]
  })
}

function cited(draft: Draft, { proof }: LegalFinding) {
  const support = decidingSupport(proof)
  return support.length > 0 ? draft.cite(support) : []
}

/** The finding in a few words. */
export function sayFinding(draft: Draft, finding: LegalFinding): string {
  if (isFoundByPeople(finding)) {
    return `people found that it ${VERDICT_WORDS[finding.verdict]}; without them it ${isOrHolds(finding.withoutJudgement)}`
  }
  if (isWeighed(draft, finding)) {
    return finding.suggestion === undefined
      ? 'for people to weigh'
      : `for people to weigh; suggested finding, this desk's judgement: ${SUGGESTION_WORDS[finding.suggestion]}`
  }
  return isOrHolds(finding.verdict)
}

function isOrHolds(verdict: LegalFinding['verdict']): string {
  return verdict === 'unknown' || verdict === 'contested'
    ? `is ${VERDICT_WORDS[verdict]}`
    : VERDICT_WORDS[verdict]
}

/** The facts that the factors of a finding weigh, by their property. */
export function factsWeighed(draft: Draft, name: string): readonly string[] {
  return (findingNamed(draft, name)?.factors ?? []).flatMap(({ facts }) =>
    facts.map(({ property }) => property),
  )
}

/** A row for each factor of a weighed test: the factor, what is on record, how strongly our flags read it. */
export function factorRows(draft: Draft, name: string): readonly (readonly Words[])[] {
  return (findingNamed(draft, name)?.factors ?? []).map((factor): Words[] => {
    const known = factor.facts.filter(({ fact }) => fact.state !== 'unknown')
    const support = known.flatMap(({ fact }) =>
      fact.state === 'known'
        ? fact.support
        : fact.state === 'contested'
          ? fact.alternatives.flatMap((each) => each.support)
          : [],
    )
    return [
      [opening(factor.label), ...draft.law(factor.citation, undefined)],
      known.length === 0
        ? 'Nothing on record'
        : [
            known
              .map(({ property, fact }) => `${sayProperty(property)}: ${sayFact(property, fact)}`)
              .join('; '),
            ...draft.cite(support),
          ],
      opening(factor.strength.replaceAll('-', ' ')) +
        (factor.codedByPerson ? '; a person coded it as present' : ''),
    ]
  })
}
