/** Why something may not be done in a procedure, in the language of the desk. Next door: `../../../parts/say-refusal.ts`. */
import type { Doctrine, NextAct } from '@demarche/core'
import { sayRefusal } from '../../../parts/say-refusal.ts'
import type { Say } from '../../../texts.ts'

/** Why not, in a sentence; undefined where nothing stands in the way. */
export function sayWhyNot(
  t: Say,
  doctrine: Pick<Doctrine, 'parties'> | undefined,
  { why, whyWords }: Pick<NextAct, 'why' | 'whyWords'>,
): string | undefined {
  return (whyWords && sayRefusal(t, doctrine, whyWords)) ?? why
}
