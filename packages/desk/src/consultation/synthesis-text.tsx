/** A synthesis as people read it: each paragraph with links to the answers that it rests on. */
import type { SynthesisParagraph } from '@demarche/core'
import { useText } from '../texts.ts'

interface Props {
  readonly paragraphs: readonly SynthesisParagraph[]
  /** the answers on the same page, in their order */
  readonly onPage: readonly string[]
}

export function SynthesisText({ paragraphs, onPage }: Props) {
  const t = useText()
  return paragraphs.map(({ text, cites }, index) => {
    const places = cites.flatMap((one) => {
      const place = onPage.indexOf(one)
      return place === -1 ? [] : [{ entity: one, number: place + 1 }]
    })
    const hidden = cites.length - places.length
    return (
      <p key={index} className="synthesis-paragraph">
        {text}{' '}
        {places.map(({ entity, number }) => (
          <a key={entity} className="citation" href={`#${idOf(entity)}`}>
            [{number}]
          </a>
        ))}
        {hidden > 0 && <span className="quiet"> ({t('consultation.citesHidden', { count: hidden })})</span>}
      </p>
    )
  })
}

/** The id of an answer on its page. */
export function idOf(entity: string): string {
  return entity.replace(':', '-')
}
