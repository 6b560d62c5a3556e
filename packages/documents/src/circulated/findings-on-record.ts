/**
 * What the law says of the case, as lines for a document: a test with its finding, a weighed test factor by factor.
 *
 * Where the law leaves a test to weighing, the line gives a suggested finding, or what people found; never that it is met.
 * It follows from the case as a whole, and counts for the marking as the dossier does.
 *
 * Next door: `case-on-record.ts` for the facts; `../options-paper/` sets tests out at length.
 */
import { decidingSupport, isFoundByPeople, type LegalFinding } from '@demarche/core'
import { sayFact, sayProperty } from '../language/case-wording.ts'
import { openPoint } from '../options-paper/labels.ts'
import { isWeighed } from '../options-paper/paper.ts'
import type { Words } from '../paper-writer.ts'
import { opening } from '../wording.ts'
import type { Draft } from './draft.ts'

/** The finding on a test by its name without the `test-` that some packs put before it. */
function findingNamed({ dossier }: Draft, name: string): LegalFinding | undefined {
  return dossier.tests.find(({ test }) => test === `test-${name}` || test === name)
}

/** One line for each of these tests that the dossier has. */
export function findingLines(draft: Draft, names: readonly string[]): readonly Words[] {
  return names.flatMap((name): readonly Words[] => {
    const finding = findingNamed(draft, name)
    if (!finding) return []
    draft.derived()
    const { say, list, label } = draft.wording
    const named = draft.testNamed(name)
    const test = named ? label('tests', named.id, named.label) : opening(name)
    const points = finding.openFacts.map((property) => openPoint(draft, property))
    const said = sayFinding(draft, finding)
    return [
      [
        points.length > 0
          ? say('onRecord.findingOpen', { test, finding: said, points: list(points) })
          : say('paper.labelled', { label: test, text: said }),
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
  const { say } = draft.wording
  if (isFoundByPeople(finding)) {
    return say('onRecord.foundByPeople', {
      verdict: say(`onRecord.it.${finding.verdict}`),
      without: say(`onRecord.it.${finding.withoutJudgement}`),
    })
  }
  if (isWeighed(draft, finding)) {
    return finding.suggestion === undefined
      ? say('onRecord.forPeople')
      : say('onRecord.suggested', { suggestion: say(`suggestion.${finding.suggestion}`) })
  }
  return say(`onRecord.it.${finding.verdict}`)
}

/** The facts that the factors of a finding weigh, by their property. */
export function factsWeighed(draft: Draft, name: string): readonly string[] {
  return (findingNamed(draft, name)?.factors ?? []).flatMap(({ facts }) =>
    facts.map(({ property }) => property),
  )
}

/** A row for each factor of a weighed test: the factor, what is on record, how strongly our flags read it. */
export function factorRows(draft: Draft, name: string): readonly (readonly Words[])[] {
  const { wording } = draft
  const { say } = wording
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
        ? say('factor.nothing')
        : [
            known
              .map(({ property, fact }) =>
                say('paper.labelled', {
                  label: sayProperty(wording, property),
                  text: sayFact(wording, property, fact),
                }),
              )
              .join(wording.semicolon),
            ...draft.cite(support),
          ],
      factor.codedByPerson
        ? say('factor.coded', { strength: say(`factor.strength.${factor.strength}`) })
        : say(`factor.strength.${factor.strength}`),
    ]
  })
}
