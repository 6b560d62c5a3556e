/**
 * How a case was answered: the strongest category of the acts that were joint.
 *
 * Takes responses; gives one class, and reads the words by which records name categories. Only acts of the Union count (`bySide: 'EU'`): what a Member State, a partner or a
 * single institution did on its own is no joint answer.
 *
 * Rules (docs/rules/toolbox.md): TB-CLASS-01 and TB-CLASS-02.
 */
import type { Response } from '../incident/case-vocabulary.ts'
import { CATEGORIES, type Category } from '../kernel/doctrine.ts'
import { type CalendarDate, latestDay } from '../kernel/partial-date.ts'

/** Weakest first: the order in which the desk compares answers (our judgement). */
export const RESPONSE_CLASSES = [
  'none',
  'support',
  'preventive',
  'cooperative',
  'stability',
  'restrictive',
] as const
export type ResponseClass = (typeof RESPONSE_CLASSES)[number]

/** The one table of categories and their short words: records write `support`, doctrine `lawful-response-support`. */
const CLASS_OF: Readonly<Record<Category, ResponseClass>> = {
  preventive: 'preventive',
  cooperative: 'cooperative',
  stability: 'stability',
  restrictive: 'restrictive',
  'lawful-response-support': 'support',
}

/** The category that a record means by its word; undefined for any other word. */
export function categoryNamed(word: string): Category | undefined {
  return CATEGORIES.find((category) => category === word || CLASS_OF[category] === word)
}

/** 0 for no joint answer … 5 for restrictive measures. */
export function classRank(responseClass: ResponseClass): number {
  return RESPONSE_CLASSES.indexOf(responseClass)
}

/** The strongest category among the joint responses; `none` when there is no joint response. */
export function responseClassOf(responses: readonly Response[]): ResponseClass {
  let strongest: ResponseClass = 'none'
  for (const { bySide, category } of responses) {
    if (bySide !== 'EU' || category === undefined) continue
    const candidate = CLASS_OF[category]
    if (classRank(candidate) > classRank(strongest)) strongest = candidate
  }
  return strongest
}

/** The responses certainly given by the end of that day: "2018" counts from 31 December 2018. */
export function responsesBy(responses: readonly Response[], asOf: CalendarDate): readonly Response[] {
  return responses.filter((response) => latestDay(response.date) <= asOf)
}
