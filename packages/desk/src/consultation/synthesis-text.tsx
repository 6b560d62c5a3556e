/** A synthesis as people read it: each paragraph with links to the answers that it rests on. */
import type { SynthesisParagraph } from '@demarche/core'
import { Link } from 'wouter'
import { useText } from '../texts.ts'

interface Props {
  readonly paragraphs: readonly SynthesisParagraph[]
  /** the cited answers that may be read here, in the order of their first citation: each has the number of its place */
  readonly cited: readonly string[]
  /** answers that stand on the same page */
  readonly onPage: readonly string[]
  /** where any other one is read */
  readonly pathTo: (entity: string) => string
}

export function SynthesisText({ paragraphs, cited, onPage, pathTo }: Props) {
  const t = useText()
  return paragraphs.map(({ text, cites }, index) => {
    const shown = cites.filter((one) => cited.includes(one))
    const hidden = cites.length - shown.length
    return (
      <p key={index} className="synthesis-paragraph">
        {text}{' '}
        {shown.map((entity) => {
          const label = `[${cited.indexOf(entity) + 1}]`
          return onPage.includes(entity) ? (
            <a key={entity} className="citation" href={`#${idOf(entity)}`}>
              {label}
            </a>
          ) : (
            <Link key={entity} className="citation" href={pathTo(entity)}>
              {label}
            </Link>
          )
        })}
        {hidden > 0 && <span className="quiet"> ({t('consultation.citesHidden', { count: hidden })})</span>}
      </p>
    )
  })
}

/** The number under which the synthesis cites an answer; nothing where it does not. */
export function CitedAs({ entity, cited }: { readonly entity: string; readonly cited: readonly string[] }) {
  const place = cited.indexOf(entity)
  return place === -1 ? null : <span className="quiet">[{place + 1}] </span>
}

/** The id of an answer on its page. */
export function idOf(entity: string): string {
  return entity.replace(':', '-')
}
