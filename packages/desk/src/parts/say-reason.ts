/**
 * Reasons that the core composes, in the language of the desk.
 *
 * English is the sentence of the core itself; other languages have `reason.<code>` in core's `reason/texts/<code>.json`, which
 * papers read too.
 *
 * Rests on: docs/decisions/0032-reasons.md. Next door: `say-refusal.ts`.
 */
import type { PoliticalFactor, Proof, ReasonVoice, ReasonWords } from '@demarche/core'
import { phraseCondition } from '@demarche/core/drafting/phrase-proof.ts'
import { derivedProperty } from '@demarche/core/incident/derived-properties.ts'
import { CASE_VOCABULARY } from '@demarche/core/incident/case-vocabulary.ts'
import { ENGLISH } from '@demarche/core/reason/english.ts'
import { sayReason } from '@demarche/core/reason/say-reason.ts'
import i18next from 'i18next'
import { caseLabel } from '../record/case-texts.ts'
import { saidLabel } from '../record/doctrine-labels.ts'
import type { Say } from '../texts.ts'
import { formatPartialDate } from './format-date.ts'
import { formatValue, words as plainWords } from './format-value.ts'
import { deskLanguage } from './place-name.ts'

/**
 * The sentence of a reason.
 * @param english what the core says; said where the desk has no sentence for the code
 */
export function reasonInDesk(t: Say, words: ReasonWords, english: string): string {
  return i18next.exists(`reason.${words.code}`) ? sayReason(words, voiceOf(t)) : english
}

/** Several reasons, each with its English sentence at the same place. */
export function reasonsInDesk(
  t: Say,
  words: readonly ReasonWords[],
  english: readonly string[],
): readonly string[] {
  return english.map((text, index) => {
    const each = words[index]
    return each ? reasonInDesk(t, each, text) : text
  })
}

/** What one node of a proof asks, with what is on record of it. */
export function conditionInDesk(t: Say, part: Pick<Proof, 'node'>): string {
  return phraseCondition(part, voiceOf(t))
}

/** What a political factor is called. */
export function politicalLabel(t: Say, { id, label }: Pick<PoliticalFactor, 'id' | 'label'>): string {
  return reasonInDesk(t, { code: `factor.${id}`, values: {} }, label)
}

function voiceOf(t: Say): ReasonVoice {
  return {
    language: deskLanguage(),
    // its places are filled in by the reason itself
    sentence: (code) =>
      i18next.exists(`reason.${code}`)
        ? i18next.t(`reason.${code}`, { skipInterpolation: true })
        : ENGLISH[code],
    dimension: ({ id }) => t(`dimension.${id}`),
    property: (name) => caseLabel(name) ?? plainWords(name),
    value: (property, value) => formatValue(t, property, value, unitOf(property)),
    doctrine: saidLabel,
    date: formatPartialDate,
  }
}

/** The unit in which a property of a case is counted. */
export function unitOf(name: string): string | undefined {
  const type = (CASE_VOCABULARY.find(name) ?? derivedProperty(name))?.type
  return type && 'unit' in type ? type.unit : undefined
}
