/** How a measure stands in a report, as a symbol and a word: told apart without colour. */
import type { ReportStanding } from '@demarche/core'
import { useText } from '../../texts.ts'

const SYMBOLS: Readonly<Record<ReportStanding, string>> = {
  evidenced: '●',
  declared: '◐',
  lapsed: '✕',
  'none-on-record': '?',
}

export function ReportStandingWord({ standing }: { readonly standing: ReportStanding }) {
  const t = useText()
  return (
    <span className="standing" data-standing={standing}>
      <span aria-hidden="true">{SYMBOLS[standing]}</span> {t(`cbm.standing.${standing}`)}
    </span>
  )
}
