/** A value in words, with its links; `lang` is the language of what is said as it was written, where that is known. */
import { GoLink } from '../frame/go-link.tsx'
import type { Said } from '../record/wording.ts'
import type { LanguageOnRecord } from './language-on-record.ts'

interface Props {
  readonly said: Said
  readonly lang?: LanguageOnRecord
}

export function SaidValue({ said, lang }: Props) {
  return said.map(({ text, to, href, asWritten }, index) =>
    to !== undefined ? (
      <GoLink key={index} to={to}>
        {text}
      </GoLink>
    ) : href !== undefined ? (
      <a key={index} className="break" href={href} target="_blank" rel="noreferrer noopener">
        {text}
      </a>
    ) : (
      <span key={index} lang={asWritten ? lang : undefined}>
        {text}
      </span>
    ),
  )
}
