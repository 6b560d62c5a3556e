/** What happened on a turning point of a case, in the language of the desk. */
import type { TurningPoint } from '@demarche/core'
import { words } from '../../parts/format-value.ts'
import { semicolon } from '../../parts/semicolon.ts'
import { caseLabel } from '../../record/case-texts.ts'
import { saidLabel } from '../../record/doctrine-labels.ts'
import type { Say } from '../../texts.ts'

/** @example sayTurn(t, point) // 'in force from this day: Threat to the Union; and 4 more' */
export function sayTurn(
  t: Say,
  { turn, names, more }: Pick<TurningPoint, 'turn' | 'names' | 'more'>,
): string {
  const named = [...names.map(nameOf[turn]), ...(more > 0 ? [t('portfolio.more', { count: more })] : [])]
  return t(`turn.${turn}`, { names: named.join(semicolon()) })
}

const property = (name: string): string => caseLabel(name) ?? words(name)

const nameOf: Readonly<Record<TurningPoint['turn'], (name: string) => string>> = {
  said: (document) => document,
  holds: property,
  'holds-no-longer': property,
  'in-force': saidLabel,
  'no-longer-in-force': saidLabel,
}
