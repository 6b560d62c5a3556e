/** Links to the parts of a long screen, at its top; each names the part as its heading does. */
import { useText } from '../texts.ts'

export interface JumpTarget {
  /** id of the heading */
  readonly id: string
  readonly label: string
  /** how much stands there, where that helps to choose */
  readonly count?: number
}

export function JumpList({ targets }: { readonly targets: readonly JumpTarget[] }) {
  const t = useText()
  return (
    <nav className="jump" aria-label={t('jump.label')}>
      <ul>
        {targets.map(({ id, label, count }) => (
          <li key={id}>
            <a href={`#${id}`}>
              {label}
              {count !== undefined && <span className="quiet"> {count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
