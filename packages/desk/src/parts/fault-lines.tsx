/**
 * The faults of a refusal as lines of a list: each once, its place in words, its rule behind it.
 *
 * What the sentence of the refusal holds already is not said again. Next door: `await.tsx`, `../record/error-summary.tsx`.
 */
import type { Problem } from '@demarche/api'
import type { Refusal } from '../api/client.ts'
import { isTextKey, type Say, useText } from '../texts.ts'

type Fault = Problem['faults'][number]

/** What somebody asked for cannot be what is named in an address: it leads nowhere. */
export function isNoAddress({ code, faults }: Refusal): boolean {
  return (
    code === 'malformed-request' && faults.length > 0 && faults.every(({ place }) => /^params\b/.test(place))
  )
}

/** The sentence of a refusal; none where it is nothing but its faults in a row, as for a request that does not fit. */
export function sentenceOf({ code, message, faults }: Refusal): string | null {
  return code === 'malformed-request' && faults.length > 0 ? null : message
}

/** The field that a place names, such as "E-mail address" for `/email`; null where there is no name for it on screen. */
function fieldWords(t: Say, place: string): string | null {
  const name = /^(?:\/|querystring\.|headers\.)?([a-zA-Z]+)$/.exec(place)?.[1] ?? ''
  const key = `fault.field.${name}`
  return isTextKey(key) ? t(key) : null
}

/** Lines for every fault that the sentence leaves open. */
export function FaultLines({ refusal }: { readonly refusal: Refusal }) {
  const t = useText()
  const sentence = sentenceOf(refusal) ?? ''
  return refusal.faults
    .filter(({ message }) => !sentence.includes(message))
    .map((fault) => (
      <li key={`${fault.place}${fault.message}`}>
        <FaultPlace place={fault.place} words={fieldWords(t, fault.place)} /> {fault.message}
        <FaultRule fault={fault} />
      </li>
    ))
}

function FaultPlace({ place, words }: { readonly place: string; readonly words: string | null }) {
  if (place === '/') return null
  return words === null ? <span className="mono">{place}</span> : <strong>{`${words}:`}</strong>
}

/** The rules behind what the sentence says itself. */
export function SaidRules({ refusal }: { readonly refusal: Refusal }) {
  const sentence = sentenceOf(refusal)
  const said = refusal.faults.filter(({ message }) => sentence?.includes(message))
  return said.map((fault) => <FaultRule key={`${fault.place}${fault.rule}`} fault={fault} />)
}

/** Every rule behind a refusal, where its sentence says all that there is to say. */
export function Rules({ refusal }: { readonly refusal: Refusal }) {
  return refusal.faults.map((fault) => <FaultRule key={`${fault.place}${fault.rule}`} fault={fault} />)
}

/** Nothing where the message names its rule itself. */
function FaultRule({ fault: { rule, message } }: { readonly fault: Fault }) {
  return rule && !message.includes(rule) && <span className="quiet"> ({rule})</span>
}
