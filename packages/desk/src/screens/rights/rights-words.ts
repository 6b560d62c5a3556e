/**
 * The words of a rights check: its questions, rights and steps of severity as the doctrine of the day has them.
 *
 * Next door: `rights-check-page.tsx`; core's `readCheck` for what a check comes to.
 */
import { isInForce } from '@demarche/core/kernel/doctrine-entry.ts'
import { SEVERITY_DIMENSIONS } from '@demarche/core/kernel/rights-doctrine.ts'
import { setOfMeasures } from '@demarche/core/incident/rights-statements.ts'
import { readCheck } from '@demarche/core/rights/read-check.ts'
import type {
  Doctrine,
  Dossier,
  RightsAnswer,
  RightsCheck,
  RightsQuestion,
  RightsScale,
} from '@demarche/core'
import { casePath } from '../../frame/address.ts'
import type { Say } from '../../texts.ts'

/** The page of the check of these measures. */
export function rightsPath(entity: string, measures: readonly string[]): string {
  return `${casePath(entity, 'options')}?check=${setOfMeasures(measures).join(',')}`
}

/** The check of these measures: as the dossier has it, or one that nobody has begun. */
export function checkOf(
  dossier: Pick<Dossier, 'rights' | 'asOf'>,
  doctrine: Doctrine,
  measures: readonly string[],
): RightsCheck {
  const key = setOfMeasures(measures).join(',')
  return (
    dossier.rights.find((one) => one.measures.join(',') === key) ??
    readCheck(doctrine, measures, [], dossier.asOf)
  )
}

/** The question of that id on that day; undefined where the pack has none. */
export function questionOn(
  doctrine: Doctrine | undefined,
  id: string,
  day: string,
): RightsQuestion | undefined {
  return doctrine?.rightsCheck?.questions.find((one) => one.id === id && isInForce(one, day))
}

/** What measures are called, in their order. */
export function measureLabels(
  doctrine: Doctrine | undefined,
  ids: readonly string[],
  day: string,
): readonly string[] {
  return ids.map((id) => doctrine?.measures.find((one) => one.id === id && isInForce(one, day))?.label ?? id)
}

/** How grave and how likely a concern is, one line a dimension. */
export function gravityLines(
  t: Say,
  doctrine: Doctrine | undefined,
  { severity, likelihood }: Pick<RightsAnswer, 'severity' | 'likelihood'>,
): readonly string[] {
  const scales = doctrine?.rightsCheck?.severity
  if (!scales) return []
  const line = (scale: RightsScale, level: number | undefined) =>
    level === undefined
      ? []
      : [t('rights.step', { label: scale.label, words: scale.levels[level - 1] ?? '', level })]
  return [
    ...SEVERITY_DIMENSIONS.flatMap((dimension) => line(scales.dimensions[dimension], severity?.[dimension])),
    ...line(scales.likelihood, likelihood),
  ]
}
