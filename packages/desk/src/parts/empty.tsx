/** An empty place that says what will be here, why it helps, and the one action that begins it. */
import type { ReactNode } from 'react'

export function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      <p>{text}</p>
      {children && <p className="actions">{children}</p>}
    </div>
  )
}
