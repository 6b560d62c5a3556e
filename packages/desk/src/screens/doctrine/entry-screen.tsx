/** One doctrine entry in all its dated versions. */
import { useParams } from 'wouter'
import { useDoctrineAtLength } from '../../api/queries.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { allEntries } from '../../grounds/labels.ts'
import { Await } from '../../parts/await.tsx'
import { NotFound } from '../../parts/not-found.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { useText } from '../../texts.ts'
import { EntryBody } from './entry-body.tsx'
import { EntryDetails } from './entry-details.tsx'

export default function EntryScreen() {
  const t = useText()
  const { id: raw } = useParams<{ id: string }>()
  const id = decodeURIComponent(raw)
  const doctrine = useDoctrineAtLength()
  return (
    <Await query={doctrine}>
      {(pack) => {
        const versions = allEntries(pack).filter((entry) => entry.id === id)
        const [first] = versions
        if (!first) return <NotFound />
        return (
          <>
            <p className="crumb">
              <GoLink to="/doctrine">{t('doctrine.title')}</GoLink>
            </p>
            <PageHead title={first.label} lead={first.description} />
            {versions.map((entry) => (
              <article key={entry.inForce.from} className="entry">
                <EntryBody entry={entry} />
                <EntryDetails doctrine={pack} entry={entry} />
              </article>
            ))}
          </>
        )
      }}
    </Await>
  )
}
