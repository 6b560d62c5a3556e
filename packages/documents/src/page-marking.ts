/**
 * How a marking is set on a page: the distribution marking on the left, the TLP label in capitals on the right,
 * 12 points, in its own colour on black.
 *
 * Rests on: FIRST, Traffic Light Protocol 2.0 (usage in documents, colour table).
 */
import { listsOf, type Marking, type TlpLabel } from '@demarche/core'

/** Hexadecimal RGB of the label on a black ground, as the standard's table gives them. */
export const TLP_COLOURS: Readonly<Record<TlpLabel, string>> = {
  'TLP:CLEAR': 'FFFFFF',
  'TLP:GREEN': '33FF00',
  'TLP:AMBER': 'FFC000',
  'TLP:AMBER+STRICT': 'FFC000',
  'TLP:RED': 'FF2B2B',
}

/** The left part: `LIMITE`, with the parties it may be released to and its need-to-know lists; empty for public texts without such a limit. */
export function distributionLine(marking: Marking): string {
  const { distribution, releasableTo, needToKnow } = marking
  return [
    ...(distribution === 'LIMITE' ? ['LIMITE'] : []),
    ...(releasableTo ? [`REL ${releasableTo.join(', ')}`] : []),
    ...(needToKnow ? [`NEED TO KNOW ${listsOf(marking).join(', ')}`] : []),
  ].join(' · ')
}
