/** A verdict as symbol and word; never by colour alone. */
import type { Suggestion, Verdict } from '@demarche/core'
import { type TextKey, useText } from '../texts.ts'

const SYMBOLS: Readonly<Record<Verdict, string>> = { true: '✓', false: '✕', unknown: '○', contested: '◐' }

interface Props {
  readonly verdict: Verdict
  /** the wording of the doctrine entry where "met" would say too much */
  readonly wording?: { readonly true?: string; readonly false?: string } | undefined
  readonly suggestion?: Suggestion | undefined
  readonly family?: 'test' | 'lawful' | 'plain'
}

export function VerdictChip({ verdict, wording, suggestion, family = 'test' }: Props) {
  const t = useText()
  const key: TextKey = `verdict.${family}.${verdict}`
  const own = verdict === 'true' ? wording?.true : verdict === 'false' ? wording?.false : undefined
  return (
    <span className="chip" data-verdict={verdict}>
      <span aria-hidden="true">{SYMBOLS[verdict]}</span> {own ?? t(key)}
      {suggestion && verdict !== 'true' && verdict !== 'false' && (
        <span className="chip-suggestion">
          {t('verdict.suggested', { what: t(`suggestion.${suggestion}`) })}
        </span>
      )}
    </span>
  )
}
