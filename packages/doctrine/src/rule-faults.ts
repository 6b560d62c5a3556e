/**
 * Which part of a written rule is no rule: finds the innermost node that fits none of the ten forms.
 *
 * A schema says only that the whole does not fit; a writer needs the part.
 *
 * Rests on: docs/rules/doctrine.md, DOC-05. Next door: `schema.ts`, `check-rules.ts`.
 */
import { COMPARISONS, ruleSchema } from '@demarche/core'
import type { Place } from './pack-file.ts'

const FORMS = 'all, any, not, fact, test, weigh, counterfactual, human, conditions, always'

/** The innermost faulty node below `place`, or null when the value is a rule. */
export function findRuleFault(value: unknown, place: Place): { place: Place; message: string } | null {
  if (ruleSchema.safeParse(value).success) return null
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { place, message: `${JSON.stringify(value)} is no rule; expected a part with one of ${FORMS}.` }
  }
  const parts = Object.entries(value)
  const [first] = parts
  for (const [key, inner] of parts) {
    if ((key === 'all' || key === 'any') && Array.isArray(inner)) {
      for (const [index, item] of inner.entries()) {
        const fault = findRuleFault(item, [...place, key, index])
        if (fault) return fault
      }
    }
    const fault = key === 'not' ? findRuleFault(inner, [...place, key]) : null
    if (fault) return fault
  }
  if ('fact' in value) {
    const message = `a comparison has a fact, an "is" (one of ${COMPARISONS.join(', ')}) and mostly a value; seen ${JSON.stringify(value)}.`
    return { place, message }
  }
  const message =
    parts.length === 1 && first && FORMS.split(', ').includes(first[0])
      ? `"${first[0]}" does not take ${JSON.stringify(first[1])}.`
      : `a part of a rule has exactly one of ${FORMS}; seen ${parts.map(([key]) => key).join(', ') || 'nothing'}.`
  return { place, message }
}
