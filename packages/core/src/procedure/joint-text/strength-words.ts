/**
 * Words by which a text says a thing strongly or softly, and words that take some of it back.
 *
 * Our judgement, and English alone: a short list of what declarations and conclusions use, strongest first. It finds
 * words, not meaning; whoever reads a finding sees the sentence beside it.
 *
 * Rule TXT-13 in docs/rules/joint-text.md. Next door: `given-up.ts`.
 */
import type { Authority } from '../../kernel/doctrine-entry.ts'

export const STRENGTH_AUTHORITY: Authority = 'our-judgement'

export interface Ladder {
  readonly id: 'attribution' | 'condemnation' | 'law' | 'demand' | 'action'
  readonly label: string
  /** strongest first; the phrases of one rung weigh the same */
  readonly rungs: readonly (readonly string[])[]
}

export const LADDERS: readonly Ladder[] = [
  {
    id: 'attribution',
    label: 'who did it',
    rungs: [
      ['attributes', 'attribute', 'attributed', 'attributing', 'holds responsible', 'hold responsible'],
      [
        'conducted by',
        'carried out by',
        'committed by',
        'perpetrated by',
        'directed by',
        'is responsible',
        'are responsible',
        'was responsible',
      ],
      ['supported by', 'linked to', 'links to', 'associated with'],
      ['emanating from', 'originating from', 'from the territory of'],
    ],
  },
  {
    id: 'condemnation',
    label: 'condemnation',
    rungs: [
      ['strongly condemns', 'strongly condemn', 'in the strongest terms', 'in the strongest possible terms'],
      ['condemns', 'condemn', 'condemning', 'condemnation'],
      ['denounces', 'denounce', 'deplores', 'deplore', 'rejects', 'reject'],
      ['serious concern', 'seriously concerned', 'grave concern', 'gravely concerned', 'deeply concerned'],
      ['concern', 'concerns', 'concerned'],
      ['takes note', 'take note', 'notes'],
    ],
  },
  {
    id: 'law',
    label: 'breach of law or norms',
    rungs: [
      [
        'violation of',
        'violations of',
        'violates',
        'violated',
        'breach of',
        'breaches',
        'breached',
        'unlawful',
      ],
      ['contrary to', 'in disregard of', 'undermines', 'undermine', 'unacceptable', 'not acceptable'],
      ['not in line with', 'inconsistent with', 'irresponsible'],
    ],
  },
  {
    id: 'demand',
    label: 'what is asked of others',
    rungs: [
      ['demands', 'demand', 'must'],
      ['calls on', 'call on', 'calls upon', 'call upon', 'urges', 'urge'],
      ['invites', 'invite', 'encourages', 'encourage'],
    ],
  },
  {
    id: 'action',
    label: 'what will be done',
    rungs: [
      ['will', 'shall'],
      ['stands ready', 'stand ready', 'ready to', 'determined to', 'resolved to'],
      ['will consider', 'considers', 'consider', 'continues to reflect', 'may consider'],
    ],
  },
]

/** Words that leave it open whether a thing is so. `May` with a capital is the month. */
export const HEDGES: readonly string[] = [
  'likely',
  'probably',
  'possibly',
  'perhaps',
  'presumably',
  'apparently',
  'reportedly',
  'allegedly',
  'alleged',
  'suspected',
  'may',
  'might',
  'could',
  'appears',
  'appear',
  'seems',
  'seem',
  'suggests',
  'suggest',
  'indicates',
  'indicate',
  'believed',
  'assessed',
  'consistent with',
  'as appropriate',
  'where appropriate',
  'if necessary',
]

/** A sentence that denies keeps its strong verb: the word that turns it round is what has to be seen. */
export const NEGATIONS: readonly string[] = ['not', 'no', 'cannot', 'never', 'neither', 'nor', 'without']
