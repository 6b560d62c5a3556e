/** Sessions of a person, one line each, with a way to end them. */
import { useEndSession, useSessions } from '../../api/accounts.ts'
import { Await, RefusalNote } from '../../parts/await.tsx'
import { useText } from '../../texts.ts'
import { formatInstant } from '../../parts/format-value.ts'

/** The sessions of that person; the own ones for null. */
export function SessionTable({ person }: { readonly person: string | null }) {
  const t = useText()
  const sessions = useSessions(person)
  const end = useEndSession(person)
  return (
    <Await query={sessions}>
      {({ sessions: rows }) =>
        rows.length === 0 ? (
          <p className="quiet">{t('sessions.none')}</p>
        ) : (
          <>
            {end.isError && <RefusalNote error={end.error} />}
            <table className="table cards">
              <caption className="sr-only">{t('sessions.title')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('sessions.since')}</th>
                  <th scope="col">{t('sessions.until')}</th>
                  <th scope="col">{t('sessions.actingAs')}</th>
                  <th scope="col">{t('sessions.from')}</th>
                  <th scope="col">{t('sessions.end')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">{formatInstant(row.startedAt)}</th>
                    <td data-label={t('sessions.until')}>{formatInstant(row.expiresAt)}</td>
                    <td data-label={t('sessions.actingAs')}>
                      <span>
                        {t(`role.${row.role}`)}{' '}
                        <span className="quiet">({t(`sessions.way.${row.way}`)})</span>
                      </span>
                    </td>
                    <td data-label={t('sessions.from')}>
                      <span>
                        <span className="mono">{row.address}</span>{' '}
                        <span className="quiet session-browser">{row.browser}</span>
                      </span>
                    </td>
                    <td data-label={t('sessions.end')}>
                      {row.own ? (
                        <span className="quiet">{t('sessions.this')}</span>
                      ) : (
                        <button
                          type="button"
                          className="button-quiet"
                          disabled={end.isPending}
                          aria-label={t('sessions.endOne', { since: formatInstant(row.startedAt) })}
                          onClick={() => end.mutate(row.id)}
                        >
                          {t('sessions.end')}
                        </button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )
      }
    </Await>
  )
}
