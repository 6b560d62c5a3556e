/** The log of accounts: who signed in, who was given what by whom, page by page, and as a file. For auditors. */
import type { AccountLogAnswer, AccountLogLine } from '@demarche/api'
import { useState } from 'react'
import { fetchFile } from '../../api/client.ts'
import { useAccountLog } from '../../api/record-queries.ts'
import { Await } from '../../parts/await.tsx'
import { FormatButtons } from '../../parts/format-buttons.tsx'
import { formatInstant, words } from '../../parts/format-value.ts'
import { useText } from '../../texts.ts'

function Row({ line, people }: { readonly line: AccountLogLine } & Pick<AccountLogAnswer, 'people'>) {
  const t = useText()
  const { at, act, person, about, second, detail } = line
  const name = (id: string | null): string => (id === null ? '' : (people[id] ?? id))
  return (
    <tr>
      <th scope="row">{formatInstant(at)}</th>
      <td data-label={t('accountLog.act')}>
        <span>
          {words(act)} {detail && <span className="quiet">{detail}</span>}
        </span>
      </td>
      <td data-label={t('accountLog.by')}>
        {`${name(person)}${second === null ? '' : ` ${t('accountLog.second', { name: name(second) })}`}`}
      </td>
      <td data-label={t('accountLog.about')}>{name(about)}</td>
    </tr>
  )
}

export function AccountLog() {
  const t = useText()
  const [offset, setOffset] = useState(0)
  const log = useAccountLog(offset)
  return (
    <section className="record-part" aria-labelledby="account-log-title">
      <h2 id="account-log-title">{t('accountLog.title')}</h2>
      <p>{t('accountLog.lead')}</p>
      <FormatButtons
        formats={['csv', 'ndjson']}
        say={(format) => t(`accountLog.${format}`)}
        take={(format) => fetchFile(`/api/audit/accounts/export?format=${format}`, `accounts.${format}`)}
      />
      <Await query={log}>
        {({ entries, next, people }) => (
          <>
            <table className="table cards audit-table">
              <caption className="sr-only">{t('accountLog.title')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('audit.at')}</th>
                  <th scope="col">{t('accountLog.act')}</th>
                  <th scope="col">{t('accountLog.by')}</th>
                  <th scope="col">{t('accountLog.about')}</th>
                </tr>
              </thead>
              <tbody>
                {entries.map((line, index) => (
                  <Row key={offset + index} line={line} people={people} />
                ))}
              </tbody>
            </table>
            <div className="actions pager">
              {offset > 0 && (
                <button type="button" onClick={() => setOffset(0)}>
                  {t('accountLog.newest')}
                </button>
              )}
              {next === null ? (
                <p className="quiet">{t('audit.end')}</p>
              ) : (
                <button type="button" onClick={() => setOffset(next)}>
                  {t('accountLog.older')}
                </button>
              )}
            </div>
          </>
        )}
      </Await>
    </section>
  )
}
