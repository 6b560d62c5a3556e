/**
 * Which words of the criterion and of the scope stand in the grounds for a name.
 *
 * Entries of Annex I open in the words of Articles 1 and 3(3) and cite no letter. The list of words is ours and English:
 * it finds words, not meaning, and people decide.
 *
 * Rests on: Regulation (EU) 2019/796 Arts 1(1), 1(6), 3(3), Annex I. Next door: `statement-of-reasons.ts`.
 */
import type { AnnexEntry } from '@demarche/core/procedure/listing-annex.ts'

type Passage =
  | 'responsible'
  | 'support'
  | 'involved'
  | 'associated'
  | 'significantEffect'
  | 'externalThreat'
  | 'thirdStates'

export interface PassageFound {
  readonly passage: Passage
  readonly found: RegExp
}

/** Art. 3(3): in the order of its points. */
export const CRITERION: readonly PassageFound[] = [
  { passage: 'responsible', found: /\bresponsible for\b/i },
  { passage: 'support', found: /\b(?:provid\w+|gave|giv\w+) [\w, ]*support\b|\bsupported\b/i },
  { passage: 'involved', found: /\b(?:involved in|took part in|participat\w+ in)\b/i },
  { passage: 'associated', found: /\bassociated with\b/i },
]

/** Art. 1(1) and 1(6). */
export const SCOPE: readonly PassageFound[] = [
  { passage: 'significantEffect', found: /\bsignificant effect\b/i },
  { passage: 'externalThreat', found: /\bexternal threat\b/i },
  {
    passage: 'thirdStates',
    found: /\bthird States?\b|\binternational organisation/i,
  },
]

/** The passages of the list that stand in the grounds. */
export function passagesFound({ reasons }: AnnexEntry, list: readonly PassageFound[]): readonly Passage[] {
  const text = reasons.map((each) => each.text).join('\n')
  return list.filter(({ found }) => found.test(text)).map(({ passage }) => passage)
}
