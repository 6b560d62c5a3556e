/** A value in words, with its links. */
import { GoLink } from '../frame/go-link.tsx'
import type { Said } from '../record/wording.ts'

export function SaidValue({ said }: { readonly said: Said }) {
  return said.map(({ text, to, href }, index) =>
    to !== undefined ? (
      <GoLink key={index} to={to}>
        {text}
      </GoLink>
    ) : href !== undefined ? (
      <a key={index} className="break" href={href} target="_blank" rel="noreferrer noopener">
        {text}
      </a>
    ) : (
      <span key={index}>{text}</span>
    ),
  )
}
