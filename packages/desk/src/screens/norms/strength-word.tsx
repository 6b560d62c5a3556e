/** How a principle stands to a norm, as a symbol and a word: told apart without colour. */
import type { Strength } from '@demarche/core'
import { useText } from '../../texts.ts'

const SYMBOLS: Readonly<Record<Strength | 'beyond', string>> = {
  equal: '=',
  overlaps: '∩',
  extends: '+',
  contradicts: '≠',
  beyond: '○',
}

export function StrengthWord({ strength }: { readonly strength: Strength | 'beyond' }) {
  const t = useText()
  return (
    <span className="strength" data-strength={strength}>
      <span aria-hidden="true">{SYMBOLS[strength]}</span> {t(`strength.${strength}`)}
    </span>
  )
}
