/** What kind of authority a line rests on: ■ law, ▨ guidance, □ our judgement. */
import type { Authority } from '@demarche/core'
import { useText } from '../texts.ts'

const SYMBOLS: Readonly<Record<Authority, string>> = {
  'binding-law': '■',
  'agreed-guidance': '▨',
  'our-judgement': '□',
}

export function AuthorityMark({
  authority,
  short,
}: {
  readonly authority: Authority
  readonly short?: boolean
}) {
  const t = useText()
  return (
    <span
      className="authority"
      data-authority={authority}
      title={short ? t(`authority.${authority}`) : undefined}
    >
      <span aria-hidden="true">{SYMBOLS[authority]}</span>
      <span className={short ? 'sr-only' : undefined}> {t(`authority.${authority}`)}</span>
    </span>
  )
}

export function Unverified() {
  const t = useText()
  return (
    <span className="unverified" title={t('unverified.meaning')}>
      {t('unverified.word')}
    </span>
  )
}
