/** How an implementation stands, as a symbol and a word: told apart without colour. */
import type { ImplementationStanding } from '@demarche/core'
import { useText } from '../../texts.ts'

const SYMBOLS: Readonly<Record<ImplementationStanding, string>> = {
  evidenced: '●',
  declared: '◐',
  contested: '≠',
  'not-implemented': '○',
  unknown: '?',
}

export function StandingWord({ standing }: { readonly standing: ImplementationStanding }) {
  const t = useText()
  return (
    <span className="standing" data-standing={standing}>
      <span aria-hidden="true">{SYMBOLS[standing]}</span> {t(`standing.${standing}`)}
    </span>
  )
}
