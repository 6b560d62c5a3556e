/**
 * A dual-use screening read word by word: whether an item is a cyber-surveillance item, and what follows.
 *
 * Takes a record of the kind `screening`; gives each element of the definition with its answer, the three-valued outcome, and
 * what the exporter or donor has to do. It decides nothing: the licensing authority does.
 *
 * Rests on: Regulation (EU) 2021/821, Art. 2(20) (definition), Art. 3 (listed items), Art. 5(1) and (2) (catch-all, duty to
 * notify). Rules: docs/rules/portfolio.md, PFO-40 to PFO-42.
 */
import { and, type Verdict } from '../../kernel/verdict.ts'
import { type PortfolioRecord, wordsIn } from '../read-record.ts'

/** The words of Art. 2(20), in the order of the sentence. */
export const DEFINITION = [
  'speciallyDesigned',
  'covert',
  'naturalPersons',
  'monitors',
  'fromSystems',
] as const
export type DefinitionElement = (typeof DEFINITION)[number]

export const SCREENING_DUTIES = ['licence', 'notify', 'ask-authority', 'complete', 'none-found'] as const
/**
 * `licence`: listed, Art. 3 asks for an authorisation. `notify`: Art. 5(2) asks the exporter to notify the authority.
 * `ask-authority`: an element is a question for it. `complete`: an answer is missing. `none-found`: neither follows.
 */
export type ScreeningDuty = (typeof SCREENING_DUTIES)[number]

export interface Screening {
  /** each element with its answer; `unknown` where it is a question, unanswered or answered both ways */
  readonly elements: readonly { readonly element: DefinitionElement; readonly holds: Verdict }[]
  /** whether the item is a cyber-surveillance item */
  readonly isSurveillanceItem: Verdict
  readonly listed: Verdict
  /** may be intended for internal repression or serious violations of human rights or humanitarian law */
  readonly repression: Verdict
  readonly duty: ScreeningDuty
  /** the answers that nobody gave, by property */
  readonly missing: readonly string[]
  readonly redFlags: readonly string[]
}

/** Reads the screening; unanswered is unknown, and a question for the authority is never a no. */
export function readScreening(record: Pick<PortfolioRecord, 'facts'>): Screening {
  const answer = (property: string): Verdict => {
    const words = wordsIn(record, property)
    const [word, ...others] = words
    if (others.length > 0) return 'contested'
    return word === 'yes' ? 'true' : word === 'no' ? 'false' : 'unknown'
  }
  const elements = DEFINITION.map((element) => ({ element, holds: answer(element) }))
  const isSurveillanceItem = elements.reduce<Verdict>((so, { holds }) => and(so, holds), 'true')
  const listed = answer('listed')
  const repression = answer('repression')
  const missing = ['listed', ...DEFINITION, 'repression'].filter(
    (property) => wordsIn(record, property).length === 0,
  )
  return {
    elements,
    isSurveillanceItem,
    listed,
    repression,
    duty: dutyOf(listed, and(isSurveillanceItem, repression), missing),
    missing,
    redFlags: wordsIn(record, 'redFlags'),
  }
}

function dutyOf(listed: Verdict, catchAll: Verdict, missing: readonly string[]): ScreeningDuty {
  if (listed === 'true') return 'licence'
  if (catchAll === 'true' && listed === 'false') return 'notify'
  if (catchAll === 'false' && listed === 'false') return 'none-found'
  return missing.length > 0 ? 'complete' : 'ask-authority'
}
