/**
 * Which words of the criterion and of the scope stand in the grounds for a name.
 *
 * Entries of Annex I open in the words of Articles 1 and 3(3) and cite no letter. The list of words is ours and English:
 * it finds words, not meaning, and people decide.
 *
 * Rests on: Regulation (EU) 2019/796 Arts 1(1), 1(6), 3(3), Annex I. Next door: `statement-of-reasons.ts`.
 */
import type { AnnexEntry } from '@demarche/core/procedure/listing-annex.ts'

export interface Wording {
  readonly words: string
  readonly found: RegExp
}

/** Art. 3(3): in the order of its points. */
export const CRITERION: readonly Wording[] = [
  { words: 'responsible (point (a))', found: /\bresponsible for\b/i },
  { words: 'support (point (b))', found: /\b(?:provid\w+|gave|giv\w+) [\w, ]*support\b|\bsupported\b/i },
  { words: 'involved (point (b))', found: /\b(?:involved in|took part in|participat\w+ in)\b/i },
  { words: 'associated (point (c))', found: /\bassociated with\b/i },
]

/** Art. 1(1) and 1(6). */
export const SCOPE: readonly Wording[] = [
  { words: 'significant effect', found: /\bsignificant effect\b/i },
  { words: 'external threat to the Union or its Member States', found: /\bexternal threat\b/i },
  {
    words: 'third States or international organisations',
    found: /\bthird States?\b|\binternational organisation/i,
  },
]

/** The wordings of the list that stand in the grounds. */
export function wordsFound({ reasons }: AnnexEntry, list: readonly Wording[]): readonly string[] {
  const text = reasons.map((each) => each.text).join('\n')
  return list.filter(({ found }) => found.test(text)).map(({ words }) => words)
}
