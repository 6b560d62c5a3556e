/** Words that a list is searched for; asked a moment after the last key, and taken over when the address changes. */
import { useEffect, useState } from 'react'

interface Props {
  readonly label: string
  /** what the list is asked now */
  readonly asked: string | undefined
  readonly onAsk: (words: string | undefined) => void
}

export function SearchInList({ label, asked = '', onAsk }: Props) {
  const [typed, setTyped] = useState(asked)
  useEffect(() => setTyped((current) => (current.trim() === asked ? current : asked)), [asked])
  useEffect(() => {
    if (typed.trim() === asked) return undefined
    const timer = setTimeout(() => onAsk(typed.trim() || undefined), 150)
    return () => clearTimeout(timer)
    // runs when somebody types; `onAsk` is made anew on each rendering
  }, [typed])
  return (
    <label className="filter-search">
      <span>{label}</span>
      <input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
    </label>
  )
}
