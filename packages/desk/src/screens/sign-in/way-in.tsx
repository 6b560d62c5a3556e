/** The page on which somebody comes in: the name of the desk, a heading, and nothing of the frame. */
import type { ReactNode } from 'react'
import { Refusal } from '../../api/client.ts'
import { useWindowTitle } from '../../parts/page-head.tsx'
import { useText } from '../../texts.ts'

interface Props {
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
}

export function WayIn({ title, lead, children }: Props) {
  const t = useText()
  useWindowTitle(title)
  return (
    <main className="sign-in">
      <p className="brand">{t('product.name')}</p>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      {children}
    </main>
  )
}

/** Why somebody was not let in; `hint` says what to do about it. */
export function WayInRefused({ error, hint }: { readonly error: unknown; readonly hint?: string }) {
  const t = useText()
  const refusal = error instanceof Refusal ? error : undefined
  return (
    <div className="note" data-tone="error" role="alert">
      <h2>{refusal ? t('signIn.refused') : t('state.unreachable')}</h2>
      <p>{refusal ? refusal.message : t('state.unreachableHow')}</p>
      {refusal?.faults.map((fault) => (
        <p key={fault.message}>
          {fault.message} {fault.rule && <span className="quiet">({fault.rule})</span>}
        </p>
      ))}
      {hint && <p>{hint}</p>}
    </div>
  )
}

/** Only addresses of this desk, so that a link cannot lead elsewhere. */
export function safeBack(back: string | null): string {
  return back && /^\/(?![/\\])/.test(back) && !back.startsWith('/sign-in') ? back : '/cases'
}

/** The token of a link: after `#`, where no server log sees it, or in the query. */
export function tokenIn(text: string): string | undefined {
  return /[?&#]token=([^&#\s]+)/.exec(text)?.[1]
}
