/**
 * What somebody else did to a value while it was being changed here: shown beside what was typed, with a way to go on.
 *
 * Rule: docs/rules/recording.md, REC-07. Next door: `record-dialog.tsx`, `retract-dialog.tsx`.
 */
import { changesOf, standsInstead } from '@demarche/core/kernel/stands-instead.ts'
import type { StatementReference } from '@demarche/core'
import { Refusal } from '../api/client.ts'
import { useEvents } from '../api/queries.ts'
import { StatementCard } from '../grounds/statement-card.tsx'
import { Await, Loading } from '../parts/await.tsx'
import { formatInstant } from '../parts/format-value.ts'
import { useRecorderName } from '../parts/recorder-name.ts'
import { useText } from '../texts.ts'

interface Props {
  readonly entity: string
  /** what was to be changed */
  readonly reference: StatementReference
  /** the reference keeps telling one of several values */
  readonly isOneOfSeveral: boolean
  /** what the button beside a value that stands now says */
  readonly goOn: string
  readonly onGoOn: (instead: StatementReference) => void
  /** what to do when nothing stands in its place, and what the button for it says */
  readonly otherwise: { readonly say: string; readonly act: () => void }
}

export function isChangedMeanwhile(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'stale-write'
}

export function ChangedMeanwhile({ entity, reference, isOneOfSeveral, goOn, onGoOn, otherwise }: Props) {
  const t = useText()
  const recorderName = useRecorderName(entity)
  const history = useEvents(entity)
  return (
    <div className="note" data-tone="warn" role="alert">
      <h2>{t('meanwhile.title')}</h2>
      {history.isFetching ? (
        <Loading />
      ) : (
        <Await query={history}>
          {({ events }) => {
            const statements = events.map(({ statement }) => statement)
            const standing = standsInstead(statements, reference)
            return (
              <>
                <ul>
                  {changesOf(statements, reference).map((change) => (
                    <li key={change.id}>
                      {t(change.supersedes ? 'meanwhile.corrected' : 'meanwhile.withdrawn', {
                        by: recorderName(change),
                        at: formatInstant(change.assertedAt),
                      })}{' '}
                      {change.reason}
                    </li>
                  ))}
                </ul>
                <p>{t(standing.length > 0 ? 'meanwhile.standsNow' : 'meanwhile.nothingStands')}</p>
                {standing.map(({ statement, assertion }, index) => (
                  <div key={index}>
                    <StatementCard statement={statement} property={assertion.property} />
                    <button
                      type="button"
                      onClick={() =>
                        onGoOn({
                          statement: statement.id,
                          property: assertion.property,
                          ...(isOneOfSeveral ? { value: assertion.value } : {}),
                        })
                      }
                    >
                      {goOn}
                    </button>
                  </div>
                ))}
                {standing.length === 0 && (
                  <button type="button" onClick={otherwise.act}>
                    {otherwise.say}
                  </button>
                )}
              </>
            )
          }}
        </Await>
      )}
      <p>{t('fault.nothingLost')}</p>
    </div>
  )
}
