/** What the Council and the Commission did to the framework and the annex by the date, newest first. */
import type { ListingListAnswer } from '@demarche/api'
import { formatPartialDate } from '../../parts/format-date.ts'
import { Unverified } from '../../parts/authority-mark.tsx'
import { ON_RECORD } from '../../parts/language-on-record.ts'
import { useText } from '../../texts.ts'

function Verified({ verified }: { readonly verified: boolean | string }) {
  if (verified === true) return null
  return verified === false ? (
    <Unverified />
  ) : (
    <span className="quiet">
      (<span lang={ON_RECORD}>{verified}</span>){' '}
    </span>
  )
}

export function RegisterTimeline({ timeline }: { readonly timeline: ListingListAnswer['timeline'] }) {
  const t = useText()
  if (timeline.length === 0) return null
  return (
    <details>
      <summary>{t('register.timeline', { count: timeline.length })}</summary>
      <ol className="register-timeline">
        {timeline.toReversed().map((one) => (
          <li key={`${one.date} ${one.event}`}>
            <p>
              <strong>{formatPartialDate(one.date)}</strong>
              {t('mark.colon')} <span lang={ON_RECORD}>{one.event}</span>
              {one.totals && (
                <span className="quiet">
                  {' '}
                  (
                  {t('register.timeline.totals', {
                    persons: t('register.persons', { count: one.totals.persons }),
                    entities: t('register.entities', { count: one.totals.entities }),
                  })}
                  )
                </span>
              )}
            </p>
            <p className="quiet">
              {one.act === null ? t('register.actUnknown') : <span lang={ON_RECORD}>{one.act}</span>} ·{' '}
              <Verified verified={one.verified} />
              {one.note && <span lang={ON_RECORD}>{one.note} · </span>}
              <a href={one.source} rel="noreferrer noopener" target="_blank">
                {t('register.timeline.where')}
                <span className="sr-only"> {formatPartialDate(one.date)}</span>
              </a>
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}
