/** Any figure, verdict or sentence that opens its grounds. */
import type { ReactNode } from 'react'
import { useText } from '../texts.ts'
import { type Topic, useGrounds } from './use-grounds.ts'

interface Props {
  readonly topic: Topic
  readonly children: ReactNode
  readonly className?: string
  readonly verified?: boolean | undefined
  /** makes it a stop for j and k */
  readonly row?: boolean
}

export function GroundsButton({ topic, children, className, verified, row }: Props) {
  const t = useText()
  const { open, key } = useGrounds()
  const isOpen = key === `${topic.kind}:${topic.id}`
  return (
    <button
      type="button"
      className={`grounds-button${className ? ` ${className}` : ''}`}
      data-open={isOpen}
      data-unverified={verified === false || undefined}
      data-row={row || undefined}
      aria-expanded={isOpen}
      onClick={() => open(topic)}
    >
      {children}
      <span className="sr-only"> {t('grounds.openHint')}</span>
    </button>
  )
}
