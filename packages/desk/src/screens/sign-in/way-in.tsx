/** The page on which somebody comes in: the name of the desk, a heading, and nothing of the frame. */
import type { ReactNode } from 'react'
import { Refusal } from '../../api/client.ts'
import { LanguageChoice } from '../../frame/language-choice.tsx'
import { RefusalText, useToldRefusal } from '../../parts/fault-lines.tsx'
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
      <div className="way-in-language">
        <LanguageChoice />
      </div>
    </main>
  )
}

interface RefusedProps {
  readonly error: unknown
  /** over what did not let somebody in; that the sign-in was refused when absent */
  readonly title?: string
  /** what to do about it */
  readonly hint?: string
}

/** Why somebody was not let in. */
export function WayInRefused({ error, title, hint }: RefusedProps) {
  const t = useText()
  const tell = useToldRefusal()
  const refusal = error instanceof Refusal ? error : undefined
  const told = refusal && tell(refusal)
  // a password was right where a passkey is asked for
  const notLetIn = refusal?.code === 'sign-in-refused' || refusal?.code === 'second-factor-needed'
  return (
    <div className="note" data-tone="error" role="alert">
      <h2>
        {refusal
          ? notLetIn
            ? (title ?? t('signIn.refused'))
            : t(`refusal.${refusal.code}`)
          : t('state.unreachable')}
      </h2>
      {told ? <RefusalText told={told} /> : <p>{t('state.unreachableHow')}</p>}
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
