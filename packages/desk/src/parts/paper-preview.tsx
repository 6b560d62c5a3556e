/** A paper to be looked at before it is taken: as it is written now, and how many of its places are blank. */
import { useQuery } from '@tanstack/react-query'
import { getDocument } from '../api/client.ts'
import { useText } from '../texts.ts'
import { Await } from './await.tsx'
import { RenderedMarkdown } from './rendered-markdown.tsx'

interface Props {
  readonly address: string
  /** what the paper is made of: where it changes, it is written anew */
  readonly madeOf: unknown
}

export function PaperPreview({ address, madeOf }: Props) {
  const t = useText()
  const query = useQuery({
    queryKey: ['circulated', address, madeOf],
    queryFn: ({ signal }) => getDocument(address, signal),
    retry: false,
  })
  return (
    <Await query={query}>
      {({ text, gaps }) => (
        <>
          {gaps > 0 && (
            <p className="note" data-tone="warn">
              {t('papers.missing', { count: gaps })}
            </p>
          )}
          <RenderedMarkdown markdown={text} />
        </>
      )}
    </Await>
  )
}
