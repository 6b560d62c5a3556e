/**
 * A refusal in the language of the reader: its sentence, or its faults as lines of a list, each with its place and its rule.
 *
 * What comes in words of every language is said in that of the desk; the rest is English, and is said to be. Next door:
 * `say-refusal.ts`, `await.tsx`, `../record/error-summary.tsx`.
 */
import type { Fault } from '@demarche/api'
import type { Doctrine, RefusalWords } from '@demarche/core'
import { useQueryClient } from '@tanstack/react-query'
import type { Refusal } from '../api/client.ts'
import { isTextKey, type Say, useText } from '../texts.ts'
import { deskLanguage } from './place-name.ts'
import { sayPlace } from './say-place.ts'
import { sayRefusal } from './say-refusal.ts'

/** A text with the language in which it is, where that is not the language of the desk. */
interface Told {
  readonly text: string
  readonly lang: 'en' | undefined
}

export interface ToldFault extends Told {
  readonly place: string
  /** language of the place, where that is not the language of the desk */
  readonly placeLang: 'en' | undefined
  readonly rule: string | undefined
}

export interface ToldRefusal {
  /** what it says in a sentence; null where the lines say it all */
  readonly sentence: Told | null
  /** the rules behind the sentence */
  readonly rules: readonly string[]
  readonly lines: readonly ToldFault[]
  /** some of it is English, and the desk speaks another language */
  readonly isInEnglish: boolean
}

/** What somebody asked for cannot be what is named in an address: it leads nowhere. */
export function isNoAddress({ code, faults }: Refusal): boolean {
  return (
    code === 'malformed-request' && faults.length > 0 && faults.every(({ place }) => /^params\b/.test(place))
  )
}

/** Tells refusals; names of parties as doctrine has them, once the desk has asked for it. */
export function useToldRefusal(): (refusal: Pick<Refusal, 'code' | 'message' | 'faults'>) => ToldRefusal {
  const t = useText()
  const queries = useQueryClient()
  return (refusal) => tellRefusal(t, queries.getQueryData<Doctrine>(['doctrine']), refusal)
}

/** Says one reason: in the language of the desk, or in English where there is nothing else. */
export function useSaidReason(): (english: string, words: RefusalWords | undefined) => string {
  const t = useText()
  const queries = useQueryClient()
  return (english, words) =>
    (words && sayRefusal(t, queries.getQueryData<Doctrine>(['doctrine']), words)) ?? english
}

/** Tells single faults, such as the lines of a file that were left out. */
export function useToldFault(): (fault: Fault) => ToldFault {
  const t = useText()
  const queries = useQueryClient()
  return (fault) => tellFault(t, queries.getQueryData<Doctrine>(['doctrine']), fault)
}

/** @param doctrine for names of parties; their codes are said without it */
export function tellFault(t: Say, doctrine: Pick<Doctrine, 'parties'> | undefined, fault: Fault): ToldFault {
  const place = fault.at ? sayPlace(t, fault.at) : null
  const text = fault.words ? sayRefusal(t, doctrine, fault.words) : null
  // a message may name its rule itself
  const rule = text === null && fault.rule && fault.message.includes(fault.rule) ? undefined : fault.rule
  return {
    place: place ?? fault.place,
    placeLang: place === null ? 'en' : undefined,
    text: text ?? fault.message,
    lang: text === null && deskLanguage() !== 'en' ? 'en' : undefined,
    rule,
  }
}

/** @param doctrine for names of parties; their codes are said without it */
export function tellRefusal(
  t: Say,
  doctrine: Pick<Doctrine, 'parties'> | undefined,
  { code, message, faults }: Pick<Refusal, 'code' | 'message' | 'faults'>,
): ToldRefusal {
  const english = deskLanguage() === 'en' ? undefined : 'en'
  const told = faults.map((fault) => tellFault(t, doctrine, fault))
  const [only] = told
  const isWhole = only !== undefined && faults.every(({ words }) => words !== undefined)
  if (code === 'malformed-request' && only) return { ...LINES, lines: told, isInEnglish: hasEnglish(told) }
  if (isWhole && told.length === 1)
    return { sentence: only, rules: rulesOf(told), lines: [], isInEnglish: hasEnglish(told) }
  if (isWhole) return { ...LINES, lines: told, isInEnglish: hasEnglish(told) }
  const isSaid = (_: ToldFault, index: number) => message.includes(faults[index]?.message ?? '')
  return {
    sentence: { text: message, lang: english },
    rules: rulesOf(told.filter(isSaid)),
    lines: told.filter((fault, index) => !isSaid(fault, index)),
    isInEnglish: english !== undefined,
  }
}

const LINES = { sentence: null, rules: [] }

/** Some of it is English, and the desk speaks another language. */
export function hasEnglish(told: readonly Told[]): boolean {
  return told.some(({ lang }) => lang !== undefined)
}

function rulesOf(faults: readonly ToldFault[]): readonly string[] {
  return [...new Set(faults.flatMap(({ rule }) => rule ?? []))]
}

/** The field that a place names, such as "E-mail address" for `/email`; null where there is no name for it on screen. */
function fieldWords(t: Say, place: string): string | null {
  const name = /^(?:\/|querystring\.|headers\.)?([a-zA-Z]+)$/.exec(place)?.[1] ?? ''
  const key = `fault.field.${name}`
  return isTextKey(key) ? t(key) : null
}

/** A refusal in full: its sentence, its lines, and that some of it is English. */
export function RefusalText({ told }: { readonly told: ToldRefusal }) {
  return (
    <>
      {told.sentence && (
        <p>
          <RefusalSentence told={told} />
        </p>
      )}
      {told.lines.length > 0 && (
        <ul>
          <FaultLines told={told} />
        </ul>
      )}
      <InEnglish told={told} />
    </>
  )
}

/** The sentence of a refusal, with the rules behind it; nothing where its lines say it all. */
export function RefusalSentence({ told: { sentence, rules } }: { readonly told: ToldRefusal }) {
  return (
    sentence && (
      <>
        <span lang={sentence.lang}>{sentence.text}</span>
        {rules.map((rule) => (
          <Rule key={rule} rule={rule} />
        ))}
      </>
    )
  )
}

/** Lines for every fault that the sentence leaves open. */
export function FaultLines({ told: { lines } }: { readonly told: ToldRefusal }) {
  const t = useText()
  return lines.map(({ place, text, lang, rule }) => (
    <li key={`${place}${text}`}>
      <FaultPlace place={place} words={fieldWords(t, place)} /> <span lang={lang}>{text}</span>
      {rule !== undefined && <Rule rule={rule} />}
    </li>
  ))
}

/** Says that some of it is English, where that is so. */
export function InEnglish({ told }: { readonly told: Pick<ToldRefusal, 'isInEnglish'> }) {
  const t = useText()
  return told.isInEnglish && <p className="quiet">{t('refusal.inEnglish')}</p>
}

function FaultPlace({ place, words }: { readonly place: string; readonly words: string | null }) {
  const t = useText()
  if (place === '/') return null
  return words === null ? (
    <span className="mono">{place}</span>
  ) : (
    <strong>
      {words}
      {t('mark.colon')}
    </strong>
  )
}

/** The rule behind what is said. */
export function Rule({ rule }: { readonly rule: string }) {
  return <span className="quiet"> ({rule})</span>
}
