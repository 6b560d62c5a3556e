/**
 * What is on record of the case, as lines for a document: facts, claims, norms, responses, each with its footnotes.
 *
 * Unknown facts are left out and contested ones say so: nothing is chosen between sources. In a public document only
 * what rests on public statements comes through.
 *
 * Next door: `draft.ts` keeps the marking; `../options-paper/` says the same of a whole paper.
 */
import { responseSchema, type AttributionClaim, type ClaimRow, type FactRow } from '@demarche/core'
import { sayFact, sayValue } from '../language/case-wording.ts'
import { reasonIn } from '../language/say-reason.ts'
import { sayClaimant } from '../options-paper/assessment.ts'
import { normOnRecord, propertyLabel } from '../options-paper/labels.ts'
import type { Words } from '../paper-writer.ts'
import { plainWords } from '../plain-words.ts'
import { opening } from '../wording.ts'
import type { Draft } from './draft.ts'

/** Groups of the vocabulary that say what happened, and what it did. */
export const FACTS = ['time', 'victims', 'act', 'origin'] as const
export const EFFECTS = ['effect'] as const

/** One line for each fact on record in these groups. */
export function factLines(draft: Draft, groups: readonly string[]): readonly Words[] {
  return draft.dossier.facts
    .filter(({ group }) => groups.includes(group))
    .flatMap((row) => factLine(draft, row))
}

/** One line for each of these properties that is on record, in the order of the dossier. */
export function linesOfFacts(draft: Draft, properties: readonly string[]): readonly Words[] {
  return draft.dossier.facts
    .filter(({ property }) => properties.includes(property))
    .flatMap((row) => factLine(draft, row))
}

/** What a property is called and what is on record of it, apart; undefined where nothing may be said of it here. */
export function labelledValue(
  draft: Draft,
  row: FactRow,
): { readonly label: string; readonly value: Words } | undefined {
  const value = valueOnRecord(draft, row)
  return value === undefined ? undefined : { label: propertyLabel(draft, row.property), value }
}

function factLine(draft: Draft, row: FactRow): readonly Words[] {
  const found = labelledValue(draft, row)
  return found ? [draft.wording.saying('paper.labelled', { text: found.value }, { label: found.label })] : []
}

function valueOnRecord(draft: Draft, row: FactRow): Words | undefined {
  const { wording } = draft
  if (row.fact && row.fact.state !== 'unknown') {
    const { fact } = row
    const support = fact.state === 'known' ? fact.support : fact.alternatives.flatMap((each) => each.support)
    return draft.maySay(support) ? [sayFact(wording, row.property, fact), ...draft.cite(support)] : undefined
  }
  const values = (row.values ?? []).filter(({ support }) => draft.maySay(support))
  if (values.length === 0) return undefined
  return values.flatMap(({ value, support }, index) => [
    `${index > 0 ? wording.semicolon : ''}${sayValue(wording, row.property, value)}`,
    ...draft.cite(support),
  ])
}

/** The name of the case as it stands in the title, where the document may give it. */
export function caseTitle(draft: Draft): string | undefined {
  return caseName(draft) && draft.dossier.name
}

/** The name of the case, where the document may give it. */
export function caseName(draft: Draft): Words | undefined {
  const fact = draft.dossier.facts.find(({ property }) => property === 'name')?.fact
  if (!fact || fact.state === 'unknown') return undefined
  const support = fact.state === 'known' ? fact.support : fact.alternatives.flatMap((each) => each.support)
  return draft.maySay(support) ? [sayFact(draft.wording, 'name', fact), ...draft.cite(support)] : undefined
}

/** Claims of attribution side by side: who, when, whom, how surely. */
export function claimLines(draft: Draft, kind?: AttributionClaim['kind']): readonly Words[] {
  return draft.dossier.attribution.claims
    .filter((row) => (kind === undefined || row.claim.kind === kind) && draft.maySay([row]))
    .map((row) => claimLine(draft, row))
}

/** One claim of attribution; whoever calls it has asked whether it may be said here. */
export function claimLine(draft: Draft, { claim, statement, confidence }: ClaimRow): Words {
  const { date, accused, accusedState, confidenceAsStated } = claim
  const { wording } = draft
  const { say } = wording
  return [
    say('claim.line', {
      claimant: sayClaimant(wording, claim),
      date: date ? wording.date(date) : say('paper.undated'),
      kind: say(`claim.kind.${claim.kind}`),
      accused,
      state: accusedState === undefined ? say('claim.noState') : wording.country(accusedState),
      confidence: confidenceAsStated
        ? say('claim.asStated', { confidence: confidenceAsStated })
        : say(`claim.confidence.${confidence ?? 'not-stated'}`),
    }),
    ...draft.cite([{ statement }]),
  ]
}

export function normLines(draft: Draft): readonly Words[] {
  return draft.dossier.norms
    .filter(({ support }) => draft.maySay(support))
    .map((norm): Words => [
      normOnRecord(draft, norm),
      ...draft.cite(norm.support),
      ...draft.law(norm.citation, norm.verified),
    ])
}

/** Responses on record, of one side or of all. */
export function responseLines(draft: Draft, side?: string): readonly Words[] {
  const row = draft.dossier.facts.find(({ property }) => property === 'response')
  const stated = (row?.values ?? []).flatMap(({ value, support }) => {
    const read = responseSchema.safeParse(value)
    return read.success ? [{ response: read.data, support }] : []
  })
  // without a row of facts the dossier alone vouches for them
  const all = row ? stated : draft.dossier.responses.map((response) => ({ response, support: [] }))
  return all
    .filter(
      ({ response, support }) => (side === undefined || response.bySide === side) && draft.maySay(support),
    )
    .map(({ response, support }): Words => {
      const { date, by, instrument, description } = response
      const text = opening(description ?? plainWords(instrument))
      return [
        draft.wording.say('paper.datedBy', { date: draft.wording.date(date), by, text }),
        ...draft.cite(support),
      ]
    })
}

/** Political factors beside the assessment: partners that act, a request by the victim. */
export function politicalLine(draft: Draft, id: string): readonly Words[] {
  const factor = draft.dossier.political.find((each) => each.id === id)
  if (!factor || factor.verdict === 'unknown' || !draft.maySay(factor.support)) return []
  return [[opening(reasonIn(draft.wording, factor.words, factor.text)), ...draft.cite(factor.support)]]
}
