/** What is to be known about the register as a whole: how it was read, its oddities, and who is listed elsewhere. */
import type { ListingListAnswer } from '@demarche/api'
import { formatPartialDate } from '../../parts/format-date.ts'
import { ON_RECORD } from '../../parts/language-on-record.ts'
import { useText } from '../../texts.ts'
import { RegisterTimeline } from './register-timeline.tsx'

export function RegisterNotes({ answer }: { readonly answer: ListingListAnswer }) {
  const t = useText()
  return (
    <section className="register-notes">
      <RegisterTimeline timeline={answer.timeline} />
      <details>
        <summary>{t('register.notes')}</summary>
        <ul className="prose" lang={ON_RECORD}>
          {answer.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </details>
      {answer.elsewhere.length > 0 && (
        <details>
          <summary>{t('register.elsewhere', { count: answer.elsewhere.length })}</summary>
          <ul className="prose">
            {answer.elsewhere.map(({ name, listingDate, regime, reasonsSummary }) => (
              <li key={name}>
                {name}, <span className="num">{formatPartialDate(listingDate)}</span>,{' '}
                <span lang={ON_RECORD}>
                  {regime}. <span className="quiet">{reasonsSummary}</span>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
