/** A document as it reads, on screen: the preview of what would be handed over. */
import { Fragment } from 'react'
import { type Inline, type MarkdownBlock, readMarkdown } from './read-markdown.ts'

export function RenderedMarkdown({ markdown }: { readonly markdown: string }) {
  return (
    <div className="rendered">
      {readMarkdown(markdown).map((block, index) => (
        <Block key={index} block={block} />
      ))}
    </div>
  )
}

function Block({ block }: { readonly block: MarkdownBlock }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 1 ? 'h3' : block.level === 2 ? 'h4' : 'h5'
      return (
        <Heading>
          <Inlines content={block.content} />
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p>
          <Inlines content={block.content} />
        </p>
      )
    case 'note':
      return (
        <p className="hint">
          <sup>{block.number}</sup> <Inlines content={block.content} />
        </p>
      )
    case 'list':
      return (
        <ul>
          {block.items.map(({ level, content }, index) => (
            <li key={index} style={{ marginLeft: `${level}rem` }}>
              <Inlines content={content} />
            </li>
          ))}
        </ul>
      )
    case 'table':
      return (
        <table className="table">
          <thead>
            <tr>
              {block.head.map((cell, index) => (
                <th key={index} scope="col">
                  <Inlines content={cell} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, place) => (
                  <td key={place}>
                    <Inlines content={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
  }
}

function Inlines({ content }: { readonly content: readonly Inline[] }) {
  return content.map((inline, index) => <Fragment key={index}>{sayInline(inline)}</Fragment>)
}

function sayInline(inline: Inline) {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'strong':
      return <strong>{inline.text}</strong>
    case 'emphasis':
      return <em>{inline.text}</em>
    case 'code':
      return <code className="mono">{inline.text}</code>
    case 'note':
      return <sup>{inline.text}</sup>
    case 'link':
      return (
        <a href={inline.address} rel="noreferrer">
          {inline.text}
        </a>
      )
  }
}
