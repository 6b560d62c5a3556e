/**
 * Reasons that the core composes, in the language of a paper. English is the sentence of the core itself.
 *
 * Rests on: docs/decisions/0032-reasons.md. Next door: core's `reason/say-reason.ts`; `reason/texts` has the sentences.
 */
import { ENGLISH_VOICE, type DimensionFinding, type ReasonVoice, type ReasonWords } from '@demarche/core'
import { ENGLISH } from '@demarche/core/reason/english.ts'
import { sayReason } from '@demarche/core/reason/say-reason.ts'
import { sayProperty, sayValue } from './case-wording.ts'
import type { Wording } from './wording.ts'

/**
 * The sentence of a reason.
 * @param english what the core says
 */
export function reasonIn(wording: Wording, words: ReasonWords, english: string): string {
  return wording.language === 'en' ? english : sayReason(words, voiceOf(wording))
}

/** How the language of a paper says reasons and proofs. */
export function voiceOf(wording: Wording): ReasonVoice {
  if (wording.language === 'en') return ENGLISH_VOICE
  return {
    language: wording.language,
    sentence: (code) => wording.sentence(`reason.${code}`) ?? ENGLISH[code],
    dimension: ({ id, label }) => wording.label('scales', id, label),
    property: (name) => sayProperty(wording, name),
    value: (property, value) => sayValue(wording, property, value),
    doctrine: wording.ofDoctrine,
    date: wording.date,
  }
}

/** Why a dimension has its level, reason by reason. */
export function reasonsOfLevel(
  wording: Wording,
  { reasons, reasonWords }: Pick<DimensionFinding, 'reasons' | 'reasonWords'>,
): readonly string[] {
  return reasonWords.map((words, index) => reasonIn(wording, words, reasons[index] ?? ''))
}
