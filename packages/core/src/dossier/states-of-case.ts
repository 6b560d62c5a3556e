/**
 * The States of a case: those said to stand behind it, and those in which it hit somebody.
 *
 * The page of a norm sets them side by side: what each had said of the norm before. Next door: `dossier.ts`.
 */
import { targetSchema } from '../incident/case-vocabulary.ts'
import type { FactRow } from '../kernel/fact-row.ts'
import type { Value } from '../kernel/value.ts'
import type { Dossier } from './dossier.ts'

/** Codes that stand where a State could, and are none: Union bodies or unnamed Member States, worldwide. */
const NO_STATE: readonly string[] = ['EU', '*']

/**
 * Codes of the States of a case, each once: those that any claim names as standing behind it in the order of the claims, then
 * those of the victims. Of a contested fact, every side counts.
 */
export function statesOfCase({
  attribution,
  facts,
}: Pick<Dossier, 'attribution' | 'facts'>): readonly string[] {
  const said = (property: string) => facts.filter((row) => row.property === property).flatMap(valuesIn)
  const alleged = attribution.claims.flatMap(({ claim }) => claim.accusedState ?? [])
  const victims = said('target').flatMap((value) => targetSchema.safeParse(value).data?.country ?? [])
  const hit = said('memberStates').flatMap((value) => (Array.isArray(value) ? value.map(String) : []))
  return [...new Set([...alleged, ...victims, ...hit])].filter((code) => !NO_STATE.includes(code))
}

function valuesIn({ fact, values = [] }: FactRow): readonly Value[] {
  const sides = fact?.state === 'contested' ? fact.alternatives : values
  return fact?.state === 'known' ? [fact.value] : sides.map(({ value }) => value)
}
