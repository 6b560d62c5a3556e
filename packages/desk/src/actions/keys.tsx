/** A shortcut drawn as keys: `g c`, `mod+k`. */
import { useText } from '../texts.ts'

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

export function Keys({ shortcut }: { readonly shortcut: string }) {
  const t = useText()
  const words = shortcut
    .split(' ')
    .map((part) =>
      part.replace('mod+', isApple ? '⌘ ' : t('keys.control')).replace('escape', t('keys.escape')),
    )
  return (
    <span className="keys">
      {words.map((word, index) => (
        <kbd key={`${index}-${word}`}>{word}</kbd>
      ))}
    </span>
  )
}
