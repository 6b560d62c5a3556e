/** How a refusal of the procedure is made: its rule, its English sentence, and its words for other languages. */
import type { RefusalWords } from '../refusal/refusal-words.ts'
import { sayRefusal } from '../refusal/say-refusal.ts'
import type { Refusal } from './procedure.ts'

/** A refusal in the words of every language. @param field the part of the act that is wrong, where it is one */
export function hinder(rule: string, words: RefusalWords, field?: string): Refusal {
  return { rule, reason: sayRefusal(words), words, ...(field === undefined ? {} : { field }) }
}

/** A refusal that only a program can bring about: in English alone. */
export function refuse(rule: string, reason: string): Refusal {
  return { rule, reason }
}
