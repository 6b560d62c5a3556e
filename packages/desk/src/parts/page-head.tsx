/** The heading of a screen; also names the window. */
import { type ReactNode, useEffect } from 'react'
import { useText } from '../texts.ts'

interface Props {
  readonly title: string
  readonly lead?: ReactNode
  readonly children?: ReactNode
}

export function useWindowTitle(title: string): void {
  const t = useText()
  useEffect(() => {
    document.title = t('window.title', { title })
  }, [t, title])
}

export function PageHead({ title, lead, children }: Props) {
  useWindowTitle(title)
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {children && <div className="actions">{children}</div>}
    </header>
  )
}
