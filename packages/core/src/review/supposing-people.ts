/**
 * What would be open if everybody who must be asked said yes: tells a question put to people from a missing fact.
 *
 * Takes the facts of a case and the questions that a set of findings turns on; gives the same facts with those answered
 * in favour that only people can answer: findings of weighing, the need for foreign-policy objectives, whether the Member
 * State that was hit asks for help, and what is asked of each candidate when a listing is drawn up. No report of an
 * incident can contain these. Facts stay unknown.
 *
 * Used for back-tests alone: nothing here is ever recorded, and no dossier is made from it. Rule REV-06.
 */
import type { Fact, Facts } from '../kernel/fact.ts'
import type { Value } from '../kernel/value.ts'

const ANSWERS: Readonly<Record<string, Value>> = {
  /** a political finding of the Council */
  cfspObjectiveNeed: true,
  /** a wish of the Member State that was hit */
  memberStateRequested: true,
  /** of a candidate for listing, not of the incident */
  personRole: 'responsible',
  evidenceReleasable: true,
  identifiersSufficient: true,
}

/** True for what only people can answer, and what no report of an incident states. */
export function isAskedOfPeople(property: string): boolean {
  return property.startsWith('finding.') || property in ANSWERS
}

/** The facts with the open questions among those named answered in favour. Answers on record stay as they are. */
export function supposingPeopleAgree(facts: Facts, questions: readonly string[]): Facts {
  const supposed = new Map<string, Fact>()
  for (const property of questions) {
    if (!isAskedOfPeople(property) || facts.one(property).state !== 'unknown') continue
    const value = ANSWERS[property] ?? { holds: true, grounds: 'supposed for the back-test' }
    supposed.set(property, { state: 'known', value, support: [] })
  }
  return {
    one: (property) => supposed.get(property) ?? facts.one(property),
    many: (property) => facts.many(property),
    properties: [...facts.properties, ...supposed.keys()],
  }
}
