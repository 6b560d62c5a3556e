/**
 * Whether an item of evidence may carry a listing: the questions in their order, and which of them stand in the way.
 *
 * Takes a record of the kind `evidence-item` and the entries of its chain of custody; gives what each question comes to and
 * one outcome. It decides nothing: where counsel is to be asked, it says what.
 *
 * Rests on: Regulation (EU) 2019/796 Art. 14 and the Court's case law for the summary that can be disclosed; the conventions
 * and Regulation (EU) 2023/1543 for data of criminal procedure; the rest is our judgement.
 * Rules: docs/rules/portfolio.md, PFO-43 to PFO-46. Next door: `read-custody.ts`.
 */
import { type PortfolioRecord, valuesOf, wordsIn } from '../read-record.ts'
import type { Custody } from './read-custody.ts'

/** Legal bases of criminal procedure: what was obtained under them was not obtained for sanctions. */
const CRIMINAL_PROCEDURE: readonly string[] = ['lb-budapest', 'lb-sap', 'lb-eevidence', 'lb-unc', 'lb-mla']
const ALLOWING: readonly string[] = ['allowed', 'counsel-agrees']

export const LISTING_USES = [
  'refused',
  'informs-only',
  'ask-counsel',
  'incomplete',
  'nothing-in-the-way',
] as const
/**
 * `refused`: its originator or counsel said no. `informs-only`: its origin is not known. `ask-counsel`: it comes from
 * criminal procedure and nobody who may has agreed. `incomplete`: a question has no answer yet.
 */
export type ListingUse = (typeof LISTING_USES)[number]

export const LISTING_QUESTIONS = [
  'origin',
  'legalBasis',
  'purpose',
  'permission',
  'summary',
  'integrity',
] as const
export type ListingQuestion = (typeof LISTING_QUESTIONS)[number]

export interface ListingUseFinding {
  readonly use: ListingUse
  readonly questions: readonly {
    readonly question: ListingQuestion
    /** `no` stands in the way for good, `open` until somebody answers */
    readonly answer: 'yes' | 'no' | 'open'
    /** the property of the record that answers it */
    readonly property: string
  }[]
  /** obtained under a legal basis of criminal procedure */
  readonly fromCriminalProcedure: boolean
}

/**
 * What stands before a listing on the item, whatever else is open: a refusal, or a question that is not answered because it
 * comes from criminal procedure; null when neither does.
 */
export function questionBeforeListing({
  questions,
  fromCriminalProcedure,
}: ListingUseFinding): 'refused' | 'ask-counsel' | null {
  const answer = questions.find(({ question }) => question === 'permission')?.answer
  if (answer === 'no') return 'refused'
  return fromCriminalProcedure && answer !== 'yes' ? 'ask-counsel' : null
}

/**
 * Weighs whether the item may carry a listing; what is contested counts as open. Where sources differ, a legal basis of criminal
 * procedure and a refusal count whatever others say (PFO-43, PFO-45): a second source must not open what the first one closed.
 */
export function weighListingUse(record: Pick<PortfolioRecord, 'facts'>, custody: Custody): ListingUseFinding {
  const only = (property: string): string | undefined => {
    const [word, ...others] = wordsIn(record, property)
    return others.length === 0 ? word : undefined
  }
  const stated = (property: string): 'yes' | 'open' =>
    valuesOf(record, property).length > 0 ? 'yes' : 'open'
  const legalBasis = only('legalBasis')
  const fromCriminalProcedure = wordsIn(record, 'legalBasis').some((one) => CRIMINAL_PROCEDURE.includes(one))
  const said = only('listingUse')
  const permission = wordsIn(record, 'listingUse').includes('refused')
    ? 'no'
    : said !== undefined && ALLOWING.includes(said)
      ? 'yes'
      : 'open'
  const questions = [
    { question: 'origin', answer: stated('originator'), property: 'originator' },
    { question: 'legalBasis', answer: legalBasis === undefined ? 'open' : 'yes', property: 'legalBasis' },
    { question: 'purpose', answer: stated('purposeLimit'), property: 'purposeLimit' },
    { question: 'permission', answer: permission, property: 'listingUse' },
    { question: 'summary', answer: stated('summary'), property: 'summary' },
    {
      question: 'integrity',
      answer:
        stated('hash') === 'yes' && custody.gaps.length === 0 && custody.entries.length > 0 ? 'yes' : 'open',
      property: 'hash',
    },
  ] as const
  const isOpen = (question: ListingQuestion) =>
    questions.some((one) => one.question === question && one.answer === 'open')
  const use: ListingUse =
    permission === 'no'
      ? 'refused'
      : isOpen('origin')
        ? 'informs-only'
        : fromCriminalProcedure && permission === 'open'
          ? 'ask-counsel'
          : questions.some(({ answer }) => answer === 'open')
            ? 'incomplete'
            : 'nothing-in-the-way'
  return { use, questions, fromCriminalProcedure }
}
