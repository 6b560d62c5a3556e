/** The words of a case. Next door: `wording.ts`. */
import { formatValue, words } from '../parts/format-value.ts'
import { sayPartOfCase } from '../parts/say-refusal.ts'
import type { Say } from '../texts.ts'
import { caseLabel, caseWord, SPOKEN_VOCABULARY } from './case-texts.ts'
import type { Wording } from './wording.ts'

const LONG = new Set(['summary', 'durationText'])

/** Words of the vocabulary are said in the language of the desk; a name is a name in every language. */
function isAsWritten(property: string): boolean {
  return property !== 'name' && SPOKEN_VOCABULARY.find(property)?.type.type === 'text'
}

/** @param label what a property is called; as the vocabulary has it when left out */
export function caseWording(
  t: Say,
  label: Wording['label'] = (property) => caseLabel(property) ?? words(property),
): Wording {
  return {
    vocabulary: SPOKEN_VOCABULARY,
    label,
    say: (property, value, unit) => [
      { text: formatValue(t, property, value, unit), ...(isAsWritten(property) ? { asWritten: true } : {}) },
    ],
    word: (property, word, part) => caseWord(part ?? property, word),
    part: (_property, part) => sayPartOfCase(t, part),
    // States in parts of a case are written as codes (VOC-04)
    isPlace: () => false,
    isLong: (property) => LONG.has(property),
  }
}
