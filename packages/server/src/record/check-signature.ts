/**
 * The border for signatures of a rights check: nobody signs what has no answer, or lets others learn of what they may not see.
 *
 * Rules: docs/rules/rights.md, RGT-05 and RGT-11, and RGT-12 for what the desk alone says. Next door: core's `weighSignature`.
 */
import { DemarcheError, type statementInputSchema } from '@demarche/api'
import {
  type CalendarDate,
  type RefusalWords,
  type RightsLaw,
  rightsSignatureSchema,
  type Statement,
  weighSignature,
} from '@demarche/core'
import type { z } from 'zod'

/** @throws DemarcheError value-refused when a signature in it is refused, or when it says what a procedure was opened on */
export function checkSignature(
  law: RightsLaw,
  { assertions, marking }: Pick<z.output<typeof statementInputSchema>, 'assertions' | 'marking'>,
  onRecord: readonly Statement[],
  on: CalendarDate,
): void {
  for (const [index, { property, value }] of assertions.entries()) {
    const at = `/assertions/${index}/value`
    if (property === 'rights.opening')
      throw refused(at, 'the desk says itself what a procedure was opened on', 'RGT-12')
    if (property !== 'rights.signature') continue
    const fault = weighSignature(law, rightsSignatureSchema.parse(value), marking, onRecord, on)
    if (!fault) continue
    throw refused(
      fault.part === 'marking' ? '/marking' : `${at}/${fault.part}`,
      fault.message,
      fault.rule,
      fault.words,
    )
  }
}

function refused(place: string, message: string, rule: string, words?: RefusalWords): DemarcheError {
  return new DemarcheError('value-refused', `Nothing was recorded: ${message} (rule ${rule})`, [
    { place, message, rule, ...(words && { words }) },
  ])
}
