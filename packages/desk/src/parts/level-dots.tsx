/** A level 0–5 as dots with words: filled = reached, half = could still be reached, ring = not. */
import type { DimensionFinding } from '@demarche/core'
import { type Say, useText } from '../texts.ts'

/** The level in words, e.g. `3 of 5`, `between 2 and 4`, `contested: 2, 4`, `unknown`. */
export function levelWords(t: Say, level: DimensionFinding['level']): string {
  switch (level.state) {
    case 'known':
      return t('level.known', { level: level.level })
    case 'between':
      return t('level.between', { lower: level.lower, upper: level.upper })
    case 'contested':
      return t('level.contested', { levels: level.levels.join(', ') })
    case 'unknown':
      return t('level.unknown')
  }
}

/** What the level reached means; where it lies between two, the lower one is only the least that it can be. */
export function anchorWords(
  t: Say,
  { level, anchor }: Pick<DimensionFinding, 'level' | 'anchor'>,
): string | undefined {
  return anchor && level.state === 'between' ? t('level.atLeast', { anchor }) : anchor
}

function dotsOf(level: DimensionFinding['level']): readonly ('full' | 'half' | 'ring' | 'split')[] {
  return [1, 2, 3, 4, 5].map((step) => {
    if (level.state === 'known') return step <= level.level ? 'full' : 'ring'
    if (level.state === 'between') return step <= level.lower ? 'full' : step <= level.upper ? 'half' : 'ring'
    if (level.state === 'contested') {
      return step <= Math.min(...level.levels) ? 'full' : step <= Math.max(...level.levels) ? 'split' : 'ring'
    }
    return 'ring'
  })
}

export function LevelDots({ level }: { readonly level: DimensionFinding['level'] }) {
  const t = useText()
  return (
    <span className="level" data-state={level.state}>
      <span className="dots" aria-hidden="true">
        {dotsOf(level).map((dot, index) => (
          <span key={index} className="dot" data-dot={dot} />
        ))}
      </span>
      <span className="level-words">{levelWords(t, level)}</span>
    </span>
  )
}
