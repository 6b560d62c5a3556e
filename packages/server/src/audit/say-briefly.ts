/**
 * What an act of a procedure or a statement said, in a few words: what stands behind the colon of an auditor's sentence.
 *
 * Of a statement only what it was about: its properties, not their values. Rule: docs/rules/record.md, RCD-05.
 * Next door: `name-targets.ts` finds the act or statement, `tell-entry.ts` makes the sentence.
 */
import { type Act, brusselsTime, type Party, type Statement, type Vocabulary } from '@demarche/core'

/** Names of what stands in an act by its id or code. */
export interface BriefNames {
  readonly parties: ReadonlyMap<string, string>
  readonly memberStates: readonly string[]
  readonly bodies: ReadonlyMap<string, string>
  readonly steps: ReadonlyMap<string, string>
}

export function briefNames(
  parties: readonly Party[],
  bodies: readonly Labelled[],
  steps: readonly Labelled[],
): BriefNames {
  return {
    parties: new Map(parties.map(({ code, label }) => [code, label])),
    memberStates: parties.filter(({ kind }) => kind === 'member-state').map(({ code }) => code),
    bodies: new Map(bodies.map(({ id, label }) => [id, label])),
    steps: new Map(steps.map(({ id, label }) => [id, label])),
  }
}

interface Labelled {
  readonly id: string
  readonly label: string
}

/** Null when there is nothing to add. */
export function sayActBriefly(act: Act, names: BriefNames): string | null {
  switch (act.verb) {
    case 'state-position':
      return act.position.replaceAll('-', ' ')
    case 'put-on-agenda':
      return `${names.bodies.get(act.body) ?? act.body}, ${act.meeting}`
    case 'open-silence':
    case 'extend-silence':
      return `until ${inBrussels(act.until)}`
    case 'circulate':
      return `${act.documents.map(({ title }) => title).join('; ')}; to ${receivers(act.to, names)}`
    case 'publish':
      return act.where
    case 'amend':
      return `${act.amendment} to paragraph ${act.paragraph}`
    case 'decide-amendment':
      return `${act.amendment} ${act.accepted ? 'accepted' : 'not accepted'}`
    case 'move':
      return names.steps.get(act.transition) ?? act.transition
    default:
      return null
  }
}

/** Each party by name; all Member States together. */
function receivers(to: readonly string[], { parties, memberStates, bodies }: BriefNames): string {
  const isAll = memberStates.length > 0 && memberStates.every((code) => to.includes(code))
  const named = to.filter((code) => !isAll || !memberStates.includes(code))
  return [
    ...(isAll ? ['all Member States'] : []),
    ...named.map((code) => parties.get(code) ?? bodies.get(code) ?? code),
  ].join(', ')
}

function inBrussels(instant: string): string {
  const { date, time } = brusselsTime(instant)
  return `${date}, ${time} in Brussels`
}

const MOST_NAMED = 4

/** @example 'Attribution claim' // 'correction of Start' // 'Scope, Scale and 2 more' */
export function sayStatementBriefly(vocabulary: Vocabulary, statement: Statement): string | null {
  const { assertions, supersedes = [], retracts = [], erased } = statement
  if (erased) return null
  const about = assertions.length > 0 ? assertions : retracts
  const labels = [
    ...new Set(
      about.flatMap(({ property }) =>
        property === undefined ? [] : (vocabulary.find(property)?.label ?? property),
      ),
    ),
  ]
  const more = labels.length - MOST_NAMED
  const words = more > 1 ? `${labels.slice(0, MOST_NAMED).join(', ')} and ${more} more` : labels.join(', ')
  if (assertions.length === 0) return words === '' ? 'withdrawal' : `withdrawal of ${words}`
  return supersedes.length > 0 ? `correction of ${words}` : words
}
