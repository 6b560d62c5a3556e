/** The seven dimensions of the invented case: known, between, contested, unknown and rated by a person. */
import { type Dimension, type DimensionFinding, reasonOf } from '@demarche/core'
import { always, lasting, on } from './proofs.ts'
import { deskFinding, operatorNote, victimReport } from './statements.ts'

/** A reason that this case words for itself, as the reason of a person is. */
export const inOwnWords = (reason: string) => reasonOf('level.rated', { level: 3, reason })

export const level = (
  dimension: Dimension,
  label: string,
  at: DimensionFinding['level'],
  reason: string,
  more: Partial<DimensionFinding> = {},
): DimensionFinding => ({
  dimension,
  label,
  question: `How is the activity to be judged in its ${label.toLowerCase()}?`,
  level: at,
  basis: at.state === 'unknown' ? 'none' : 'scale',
  reasons: reason ? [reason] : [],
  reasonWords: reason ? [inOwnWords(reason)] : [],
  confidence: 'moderate',
  support: [],
  proof: always,
  ...more,
})

export const profile: readonly DimensionFinding[] = [
  level('scope', 'Scope', { state: 'known', level: 3 }, 'three Member States were hit', {
    support: [on(victimReport, 'memberStates')],
    confidence: 'high',
  }),
  level(
    'scale',
    'Scale',
    { state: 'between', lower: 2, upper: 4 },
    '1 450 systems; the number of persons is unknown',
    { support: [on(operatorNote, 'systemsAffected')] },
  ),
  level('duration', 'Duration', { state: 'contested', levels: [2, 3] }, 'sources say 60 or 96 hours', {
    proof: lasting,
    support: lasting.support,
    confidence: 'low',
  }),
  level('intensity', 'Intensity', { state: 'known', level: 3 }, 'data of terminal systems were destroyed'),
  level('complexity', 'Complexity', { state: 'unknown' }, '', { confidence: 'low' }),
  level(
    'sophistication',
    'Sophistication',
    { state: 'between', lower: 1, upper: 3 },
    'own tools are reported by one company',
  ),
  level(
    'impact',
    'Impact',
    { state: 'known', level: 3 },
    'ferry traffic for 40 000 passengers stopped; supplies by road instead',
    {
      basis: 'person',
      support: [on(deskFinding, 'rating.impact')],
      scaleSuggests: { lower: 2, upper: 3 },
      confidence: 'high',
    },
  ),
]
