/** Under a statement: who can see it, how it was marked anew, and marking it anew. */
import type { Statement } from '@demarche/core'
import { lazy, Suspense, useState } from 'react'
import { useMarkingHistory } from '../api/access-queries.ts'
import { MarkingLabel } from '../frame/marking-banner.tsx'
import { Await, Loading } from '../parts/await.tsx'
import { formatInstant } from '../parts/format-value.ts'
import { usePartyName } from '../parts/party-name.ts'
import { useText } from '../texts.ts'

const WhoMaySee = lazy(() => import('../screens/access/who-may-see.tsx'))
const RemarkDialog = lazy(() => import('../record/remark-dialog.tsx'))

export function StatementAccess({ statement }: { readonly statement: Statement }) {
  const t = useText()
  const [asked, setAsked] = useState(false)
  const [past, setPast] = useState(false)
  const [marking, setMarking] = useState(false)
  return (
    <div className="statement-access">
      <details onToggle={(event) => setAsked(event.currentTarget.open)}>
        <summary>{t('access.ask')}</summary>
        {asked && (
          <Suspense fallback={<Loading />}>
            <WhoMaySee object={statement.id} />
          </Suspense>
        )}
      </details>
      {statement.remarked && (
        <details onToggle={(event) => setPast(event.currentTarget.open)}>
          <summary>{t('remark.history')}</summary>
          {past && <MarkingHistory id={statement.id} />}
        </details>
      )}
      {!statement.erased && (
        <button type="button" className="button-quiet" onClick={() => setMarking(true)}>
          {t('remark.title')}
        </button>
      )}
      {marking && (
        <Suspense fallback={null}>
          <RemarkDialog statement={statement} onClose={() => setMarking(false)} />
        </Suspense>
      )}
    </div>
  )
}

function MarkingHistory({ id }: { readonly id: string }) {
  const t = useText()
  const query = useMarkingHistory(id)
  const partyName = usePartyName()
  return (
    <Await query={query}>
      {({ changes }) =>
        changes.length === 0 ? (
          <p className="quiet">{t('remark.historyHidden')}</p>
        ) : (
          <ol>
            {changes.map(({ at, party, name, before, after, reason }) => (
              <li key={at}>
                {formatInstant(at)}, {[...(name === null ? [] : [name]), partyName(party)].join(', ')}
                {t('mark.colon')} {before} → <MarkingLabel marking={after} />
                <span className="who-reasons">{reason}</span>
              </li>
            ))}
          </ol>
        )
      }
    </Await>
  )
}
