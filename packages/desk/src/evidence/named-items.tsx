/** Items of evidence by name, each with the way to its page; one that the reader may not see is said to be so. */
import { useQueries } from '@tanstack/react-query'
import { recordOnFile } from '../api/portfolio-queries.ts'
import { recordPath, useAsOf } from '../frame/address.ts'
import { GoLink } from '../frame/go-link.tsx'
import { useText } from '../texts.ts'

export function NamedItems({ items }: { readonly items: readonly string[] }) {
  const t = useText()
  const [asOf] = useAsOf()
  const found = useQueries({ queries: items.map((item) => recordOnFile(item, asOf)) })
  return (
    <ul className="plain-rows">
      {items.map((item, index) => (
        <li key={item}>
          {found[index]?.data ? (
            <GoLink to={recordPath(item)}>{found[index].data.record.name}</GoLink>
          ) : (
            <span className="quiet">{found[index]?.isError ? t('evidence.notForYou') : '…'}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
