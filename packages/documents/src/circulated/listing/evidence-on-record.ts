/**
 * Items of evidence in the papers of a listing: which may be shown outside, which may be named inside, and how.
 *
 * Nothing is said, counted or hinted of an item that may not stand in the paper: the paper reads the same whether it is
 * there or not. What is closed is seen on the desk, by who may see it.
 *
 * Rules: TXT-25 in docs/rules/joint-text.md; PFO-43 to PFO-45, EVI-01. Next door: `evidence-package.ts`.
 */
import { itemsOf, questionBeforeListing, type Statement } from '@demarche/core'
import { propertyLabel } from '../../options-paper/labels.ts'
import type { EvidenceOnPaper } from '../circulated-document.ts'
import type { Draft } from '../draft.ts'

/** What is open on the item of the questions before a listing (PFO-43 to PFO-46). */
export function openQuestions({ wording: { say, list } }: Draft, { use }: EvidenceOnPaper): string {
  return list(
    use.questions.flatMap(({ question, answer }) =>
      answer === 'yes' ? [] : say(`evidence.open.${question}`),
    ),
  )
}

/** An item with the number that it has in this paper. */
export interface NumberedItem extends EvidenceOnPaper {
  readonly number: number
}

/** An item that may leave the house, by its disclosable summary alone. */
export interface DisclosableItem extends NumberedItem {
  readonly summary: string
}

/**
 * The items that may be shown to the listed person and a court: whoever may has agreed to their use for a listing, their
 * origin is known, one disclosable summary is on record, and they are marked no more strictly than the procedure.
 */
export function disclosableItems(draft: Draft): readonly DisclosableItem[] {
  return inOrder(draft)
    .flatMap(({ summary, ...item }) =>
      summary !== undefined && isReleased(item) ? [{ ...item, summary }] : [],
    )
    .map((item, index) => ({ ...item, number: index + 1 }))
}

/** The items that may be named among those who see the procedure. */
export function itemsInside(draft: Draft): readonly NumberedItem[] {
  return inOrder(draft).map((item, index) => ({ ...item, number: index + 1 }))
}

function isReleased({ use }: Pick<EvidenceOnPaper, 'use'>): boolean {
  return (
    questionBeforeListing(use) === null &&
    ['origin', 'permission'].every((asked) =>
      use.questions.some(({ question, answer }) => question === asked && answer === 'yes'),
    )
  )
}

/** By day of acquisition; those of one day, and those without one, by their name in the record. */
function inOrder(draft: Draft): readonly EvidenceOnPaper[] {
  return (draft.input.evidence ?? [])
    .filter(({ marking }) => draft.mayCarry(marking))
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
}

function placeOf({ acquired, entity }: EvidenceOnPaper): string {
  return `${acquired ?? '9999'} ${entity}`
}

/** What of the case rests on the item, by the labels of the properties: values and sources are not repeated. */
export function claimsOn(draft: Draft, entity: string): readonly string[] {
  const resting = Object.values(draft.dossier.statements).filter(
    (statement: Statement) => draft.mayCarry(statement.marking) && itemsOf(statement).includes(entity),
  )
  const labels = resting.flatMap(({ assertions }) =>
    assertions.map(({ property }) => propertyLabel(draft, property)),
  )
  return [...new Set(labels)].toSorted(new Intl.Collator(draft.wording.tag).compare)
}
