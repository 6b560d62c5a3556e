/** A case of which everything that the reader could see was erased: what is left, instead of an address that leads nowhere. */
import type { UseQueryResult } from '@tanstack/react-query'
import { useHistory } from '../../api/queries.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Loading, RefusalNote } from '../../parts/await.tsx'
import { formatInstant } from '../../parts/format-value.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { usePartyName } from '../../parts/party-name.ts'
import { Tombstone } from '../record/erase-button.tsx'
import { useText } from '../../texts.ts'

interface Props {
  readonly entity: string
  /** the question about the case that was answered with nothing */
  readonly asked: Pick<UseQueryResult, 'error' | 'refetch'>
}

/** What is left of the case; where that is nothing either, the refusal. */
export default function ErasedCase({ entity, asked }: Props) {
  const t = useText()
  const partyName = usePartyName()
  const { data, isLoading } = useHistory(entity)
  const events = data?.events ?? []
  useScreenMarking(events.map(({ statement }) => statement.marking))
  if (isLoading) return <Loading />
  if (events.length === 0 || events.some(({ act }) => act !== 'erased')) {
    return (
      <>
        <PageHead title={t('case.title')} />
        <RefusalNote error={asked.error} onRetry={() => void asked.refetch()} />
      </>
    )
  }
  return (
    <>
      <PageHead title={t('erasedCase.title')} lead={t('erasedCase.lead', { count: events.length })} />
      <ol className="events">
        {events.map(({ statement }) => (
          <li key={statement.id}>
            <p className="quiet">
              {t('statement.recordedBy', {
                by: partyName(statement.assertedBy),
                at: formatInstant(statement.assertedAt),
              })}
            </p>
            <Tombstone statement={statement} />
          </li>
        ))}
      </ol>
      <p>
        <GoLink to="/cases">{t('notFound.cases')}</GoLink>
      </p>
    </>
  )
}
